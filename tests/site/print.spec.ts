/** On paper stands the text: no menus and buttons, but every correction, every answer, and where a source is to be found. */
import { expect, pages, test } from './fixtures.ts';

test('what cannot be pressed on paper is not printed, what is folded is', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator(':is(.top, .menu, .toc, .anchor, button, form):visible'), path).toHaveCount(0);
    for (const answer of await page.locator('details.question p').all()) await expect(answer).toBeVisible();
    for (const correction of await page.locator('.correction').all()) await expect(correction).toBeVisible();
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 253, 249)');
});

test('sources print their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('concepts/what-is-docker/');
  const link = page.locator('.sources li a').first();
  const printed = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(printed).toContain(await link.getAttribute('href'));
});
