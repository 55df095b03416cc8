/** Without JavaScript every page can be read, the menu works, and nothing is shown that would do nothing. */
import { expect, kinds, pages, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

for (const width of [360, 1280]) {
  test(`pages, menu and controls at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    // What differs by width is the template, not the page.
    for (const path of width === 360 ? pages : kinds) {
      await page.goto(path);
      await expect(page.locator('main h1').first(), path).toBeVisible();
      await expect(page.locator('main p').nth(1)).toBeVisible();

      // Not one button, box or list that only a script would give a meaning.
      await expect(page.locator('button:visible, input:visible, select:visible, [role="button"]:visible')).toHaveCount(
        0,
      );
      const menu = page.getByRole('navigation', { name: 'Main' });
      if (width === 360) await menu.locator('summary').click();
      // All but the search, which the header links.
      await expect(menu.getByRole('link')).toHaveCount(pages.length - 1);
      await expect(menu.locator('a:visible')).toHaveCount(pages.length - 1);
    }
  });
}

test('the menu leads to another page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.locator('summary').click();
  await menu.getByRole('link', { name: 'Docker Hub', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
});

test('the theme is that of the system', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).not.toBe(dark);
});

test('search lists every page', async ({ page }) => {
  await page.goto('search/');
  await expect(page.locator('.page-list a')).toHaveCount(pages.length - 1);
});

test('the page for addresses that lead nowhere says what to do', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByText('shorten the address')).toBeVisible();
});
