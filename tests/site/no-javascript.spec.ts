/** Without JavaScript every page is readable, the menu works, and controls that need a script are hidden. */
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { expect, samplePages, pages, test } from './fixtures.ts';

const SECTIONS = ['concepts/', 'registries/', 'practice/', 'reference/'];
const { elsewhere } = readContent('.', KINDS).parsed.navigation.data;

test.use({ javaScriptEnabled: false });

for (const width of [360, 1280]) {
  test(`pages are readable, the menu works and no control is dead at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    // Only the template differs between widths, so sample pages are enough for the second one.
    for (const path of width === 360 ? pages : samplePages) {
      await page.goto(path);
      await expect(page.locator('main h1').first(), path).toBeVisible();
      await expect(page.locator('main p').nth(1)).toBeVisible();

      // Each of these would need a script.
      const controls = page.locator(':is(button, input, select, [role="button"]):not(form[action] *)');
      await expect(controls.filter({ visible: true })).toHaveCount(0);
      const menu = page.getByRole('navigation', { name: 'Main' });
      if (width === 360) await menu.getByText('Menu', { exact: true }).click();
      if (samplePages.includes(path)) {
        const folded = menu.locator('li > details:not([open]) > summary');
        while (await folded.count()) await folded.first().click();
      }
      // All pages but those of sections, which their pages link, and those that readers reach in another way.
      await expect(menu.locator(samplePages.includes(path) ? 'a:visible' : 'a')).toHaveCount(
        pages.length - elsewhere.length - SECTIONS.length,
      );
    }
  });
}

test('the menu leads to another page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.getByText('Menu', { exact: true }).click();
  await menu.getByText('Registries', { exact: true }).click();
  await menu.getByRole('link', { name: 'Docker Hub', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
});

test('the theme follows the system', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).not.toBe(dark);
});

test('the search page lists every page with its description', async ({ page }) => {
  await page.goto('search/');
  await expect(page.locator('.page-list a')).toHaveCount(pages.length - 1);
  const content = readContent('.', KINDS);
  const text = await page.locator('main').textContent();
  for (const slug of content.menuPages) expect(text).toContain(content.pageAt(slug).frontmatter.description);
});

test('the error page for a wrong address says what to do', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByText('delete the last part of the address')).toBeVisible();
});
