/** The whole site as one file opens by a double click, with everything that the pages have, and asks for nothing. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, expect, texts, test } from './fixtures.ts';

const FILE = pathToFileURL(resolve(DIST, 'whole-site.html')).href;

test('its links lead to places in it, and each place is there once', async ({ page, problems }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(FILE);
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!),
  }));
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  const broken = links.filter((href) => !/^https?:/.test(href) && !(href.startsWith('#') && known.has(href.slice(1))));
  expect(broken).toEqual([]);
  const toStart = await page.locator('a[href="#index"]').allTextContents();
  expect(new Set(toStart).size, 'what is not in the file is no link, and not one to its beginning').toBeLessThanOrEqual(
    3,
  );
  expect(requests).toEqual([FILE]);
  expect(problems).toEqual([]);

  await page.goto(`${FILE}#index`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Docker Hub', exact: true }).click();
  await expect(page.locator(':target')).toHaveText('Docker Hub');
  await expect(page.locator(':target')).toBeInViewport();
});

test('it has every table, figure, term and error message of the pages', async ({ page }) => {
  const things = 'tbody tr[id], .figure svg, .glossary > div, .entry, .question, .facts li, .sources li';
  let count = 0;
  for (const path of texts.filter((path) => path !== 'search/')) {
    await page.goto(path);
    count += await page.locator(`main :is(${things})`).count();
  }
  await page.goto(FILE);
  expect(await page.locator(`main :is(${things})`).count()).toBe(count);
});

test('search engines leave it out, and it is read on a phone as on a desk', async ({ page }) => {
  expect(readFileSync(`${DIST}/whole-site.html`, 'utf8')).toContain('<meta name="robots" content="noindex">');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(FILE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
