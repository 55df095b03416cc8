/** A handout: what is chosen and nothing else, on the screen and on paper; everything where no script runs. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { axeProblems } from './axe.ts';
import { DIST, expect, HANDOUT, promised, test } from './fixtures.ts';
import { formats, hasPdfTools, printed, squeeze, WITHOUT_PDF_TOOLS } from './paper.ts';

const slugs = readContent('.', KINDS).menuPages;
const html = readFileSync(`${DIST}/${HANDOUT}index.html`, 'utf8');
const articles = (page: Page) => page.locator('.handout-pages > article:visible');
const OF_ONE_TABLE = `${HANDOUT}?title=Day+1&show=concepts/what-is-docker/docker-features`;

test('it has every page of the menu, each id once, and its links lead to what is promised or to its own sources', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  expect(slugs.filter((slug) => !ids.includes(slug))).toEqual([]);

  const text = html.slice(html.indexOf('<div class="handout-pages">'), html.lastIndexOf('<footer>'));
  const links = [...text.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href]) => href!);
  expect(links.length).toBeGreaterThan(2_000);
  let withChoice = 0;
  for (const link of links.filter((href) => !/^https?:/.test(href))) {
    if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
    else {
      const { pathname, search, hash } = new URL(link, `https://site.invalid/${HANDOUT}`);
      expect(promised, link).toContain(pathname + hash);
      if (pathname === `/${HANDOUT}` && search) withChoice++;
    }
  }
  expect(withChoice, 'the handout of the lesson keeps its choice').toBeGreaterThan(0);
});

test('an address that names what is not here any more says so', async ({ page }) => {
  await page.goto(`${OF_ONE_TABLE}&show=concepts/what-is-docker/no-such-table`);
  await expect(page.locator('form.handout [role="status"]')).toHaveText(
    'On the handout: 1 page or parts of it. 1 part of this address cannot be found any more.',
  );
});

test('it arrives in a quarter of a megabyte', () => {
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(256_000);
});

test('pages are chosen with boxes; the address keeps the choice', async ({ page, problems }) => {
  await page.goto(HANDOUT);
  await expect(page.locator('form.handout [role="status"]')).toHaveText('Nothing is chosen');
  await expect(articles(page)).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Docker Hub', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Clean up', exact: true }).check();
  await expect(articles(page)).toHaveCount(2);
  await expect(articles(page).first().getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
  await page.getByLabel('Title of the handout').fill('Day 2');
  await expect(page).toHaveTitle('Day 2');
  expect(new URL(page.url()).search).toBe('?title=Day+2&show=registries/docker-hub&show=practice/clean-up');

  await page.reload();
  await expect(articles(page)).toHaveCount(2);
  await expect(page.getByLabel('Title of the handout')).toHaveValue('Day 2');
  await page.getByRole('button', { name: 'Choose nothing' }).click();
  await expect(articles(page)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  expect(problems).toEqual([]);
});

test('a table comes with its corrections and the sources that it cites, and with nothing else', async ({ page }) => {
  await page.goto(OF_ONE_TABLE);
  const article = articles(page);
  await expect(article).toHaveCount(1);
  await expect(article.locator('tbody tr:visible')).toHaveCount(7);
  await expect(article.locator('.correction').first()).toBeVisible();
  await expect(article.locator('h2:visible')).toHaveText(['Sources']);
  const numbers = new Set(await article.locator('figure .cite a:visible').allTextContents());
  const listed = await article
    .locator('.sources li:visible')
    .evaluateAll((all) => all.map((item) => String((item as HTMLLIElement).value)));
  expect(listed.sort()).toEqual([...numbers].sort());
});

test('it prints what is chosen under its title, and no form', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(`${OF_ONE_TABLE}&show=practice/clean-up`);
  for (const format of formats) {
    const { text, cut } = await printed(page, format);
    expect(cut).toEqual([]);
    expect(text.startsWith(squeeze('Day 1 What is Docker?'))).toBe(true);
    expect(text).toContain(squeeze('Wrong as worded. A container needs a host with a compatible kernel'));
    expect(text).toContain(
      squeeze('It removes the container, but no volume. If no other container uses db afterwards'),
    );
    expect(text).not.toContain(squeeze('Title of the handout'));
    expect(text).not.toContain(squeeze('Docker Hub is the registry'));
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('it is one long page', async ({ page }) => {
    await page.goto(HANDOUT);
    await expect(articles(page)).toHaveCount(slugs.length);
    await expect(page.locator('form.handout')).toBeHidden();
  });
});

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test(`axe finds nothing at ${width} px in ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${OF_ONE_TABLE}&show=practice/clean-up`);
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
