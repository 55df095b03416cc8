/** The site works with the keyboard alone. */
import { expect, test } from './fixtures.ts';

test('Tab and Enter lead through the skip link and the menu to another page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('concepts/what-is-docker/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();

  const stops: string[] = [];
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement!;
      const style = getComputedStyle(element);
      return {
        name: element.textContent.trim(),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
      };
    });
    expect(stop.outlined, `"${stop.name}" shows that it has the focus`).toBe(true);
    stops.push(stop.name);
    if (stop.name === 'How Docker works') break;
  }
  expect(stops).toEqual(expect.arrayContaining(['Search or paste an error', 'Start', 'Concepts', 'How Docker works']));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Docker works');
});

test('Enter opens the menu on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.getByText('Menu', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(menu.getByText('Start', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('link').first()).toBeFocused();
});

test('Tab reaches the link to a row after the cells of the row', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const row = page.locator('tr[id="docker-features-portability"]');
  await row.locator('.row-sources a').last().focus();
  await page.keyboard.press('Tab');
  const link = row.getByRole('link', { name: 'Link to the row Portability' });
  await expect(link).toBeFocused();
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#docker-features-portability$/);
  await expect(link).toBeFocused();
  await expect(row, 'one frame, not two that cross').toHaveCSS('outline-style', 'none');
  await expect(row).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});
