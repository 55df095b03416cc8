/** A handout shows and prints the chosen pages and tables, and no others. Without JavaScript it shows all. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { axeViolations } from './axe.ts';
import { DIST, expect, HANDOUT, promisedAddresses, test } from './fixtures.ts';
import { hasPdfTools, normalizeText, PAPER_FORMATS, printPage, WITHOUT_PDF_TOOLS } from './paper.ts';

const menuPages = readContent('.', KINDS).menuPages;
const html = readFileSync(`${DIST}/${HANDOUT}index.html`, 'utf8');
const visibleArticles = (page: Page) => page.locator('.handout-pages > article:visible');
const ONE_TABLE = `${HANDOUT}?title=Day+1&show=concepts/what-is-docker/docker-features`;

test('it has every page of the menu, and links only promised addresses and its own ids, each of which is unique', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  expect(menuPages.filter((slug) => !ids.includes(slug))).toEqual([]);

  const text = html.slice(html.indexOf('<div class="handout-pages">'), html.lastIndexOf('<footer>'));
  const links = [...text.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href]) => href!);
  expect(links.length).toBeGreaterThan(2_000);
  let handoutLinks = 0;
  for (const link of links.filter((href) => !/^https?:/.test(href))) {
    if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
    else {
      const { pathname, search, hash } = new URL(link, `https://site.invalid/${HANDOUT}`);
      expect(promisedAddresses, link).toContain(pathname + hash);
      if (pathname === `/${HANDOUT}` && search) handoutLinks++;
    }
  }
  expect(handoutLinks, 'the links of the lesson to a handout keep their choice').toBeGreaterThan(0);
});

test('it reports a part of its address that no longer exists', async ({ page }) => {
  await page.goto(`${ONE_TABLE}&show=concepts/what-is-docker/no-such-table`);
  await expect(page.locator('form.handout [role="status"]')).toHaveText(
    'On the handout: 1 page or parts of it. 1 part of this address cannot be found any more.',
  );
});

test('it weighs at most a quarter of a megabyte', () => {
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(256_000);
});

test('checkboxes choose the pages, and the address keeps the choice', async ({ page, problems }) => {
  await page.goto(HANDOUT);
  await expect(page.locator('form.handout [role="status"]')).toHaveText('Nothing is chosen');
  await expect(visibleArticles(page)).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Docker Hub', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Clean up', exact: true }).check();
  await expect(visibleArticles(page)).toHaveCount(2);
  await expect(visibleArticles(page).first().getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
  await page.getByLabel('Title of the handout').fill('Day 2');
  await expect(page).toHaveTitle('Day 2');
  expect(new URL(page.url()).search).toBe('?title=Day+2&show=registries/docker-hub&show=practice/clean-up');

  await page.reload();
  await expect(visibleArticles(page)).toHaveCount(2);
  await expect(page.getByLabel('Title of the handout')).toHaveValue('Day 2');
  await page.getByRole('button', { name: 'Choose nothing' }).click();
  await expect(visibleArticles(page)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  expect(problems).toEqual([]);
});

test('no page is laid out before the script knows the choice', async ({ page }) => {
  await page.route(/\/_astro\/Handout/, (route) => route.abort());
  await page.goto(HANDOUT);
  await expect(page.locator('form.handout')).toBeVisible();
  await expect(page.locator('.handout-pages > article').first()).toBeAttached();
  await expect(visibleArticles(page)).toHaveCount(0);
});

test('a single table comes with its corrections and the sources that it cites, and nothing else', async ({ page }) => {
  await page.goto(ONE_TABLE);
  const article = visibleArticles(page);
  await expect(article).toHaveCount(1);
  await expect(article.locator('tbody tr:visible')).toHaveCount(7);
  await expect(article.locator('.correction').first()).toBeVisible();
  await expect(article.locator('h2:visible')).toHaveText(['Sources']);
  const numbers = new Set(await article.locator('.table .cite a:visible').allTextContents());
  const listed = await article
    .locator('.sources li:visible')
    .evaluateAll((all) => all.map((item) => String((item as HTMLLIElement).value)));
  expect(listed.sort()).toEqual([...numbers].sort());
});

test('its button "Print" prints it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.body.dataset['printed'] = 'yes');
  });
  await page.goto(ONE_TABLE);
  await page.locator('form').getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});

test('it prints its title and the chosen parts, but not the form', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(`${ONE_TABLE}&show=practice/clean-up`);
  for (const format of PAPER_FORMATS) {
    const { text, sheets, cutWords } = await printPage(page, format);
    expect(cutWords).toEqual([]);
    expect(text.startsWith(normalizeText('Day 1 What is Docker?'))).toBe(true);
    expect(
      sheets.filter((sheet) => sheet.startsWith('Cleanup')),
      'each page begins a sheet',
    ).toHaveLength(1);
    expect(text).toContain(normalizeText('Wrong as worded A container needs a host with a compatible kernel'));
    expect(text).toContain(
      normalizeText('It removes the container, but no volume. If no other container uses db afterwards'),
    );
    expect(text).not.toContain(normalizeText('Title of the handout'));
    expect(text).not.toContain(normalizeText('Docker Hub is the registry'));
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('it shows every page of the menu, and no form', async ({ page }) => {
    await page.goto(HANDOUT);
    await expect(visibleArticles(page)).toHaveCount(menuPages.length);
    await expect(page.locator('form.handout')).toBeHidden();
  });
});

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test(`axe finds no violations at ${width} px in ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${ONE_TABLE}&show=practice/clean-up`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
