/** On paper, readers find the addresses of sources. That all text is printed is one of the promises of every page. */
import { expect, test } from './fixtures.ts';

test('sources are printed with their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('concepts/what-is-docker/');
  const link = page.locator('.sources li a').first();
  const textAfterLink = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(textAfterLink).toContain(await link.getAttribute('href'));
});
