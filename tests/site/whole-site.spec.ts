/** The whole site as one file opens with a double click, has everything that the pages have, and requests nothing. */
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentPages, DIST, expect, test } from './fixtures.ts';

const FILE = pathToFileURL(resolve(DIST, 'whole-site.html')).href;

test('its ids are unique, and its internal links lead to them', async ({ page, problems }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(FILE);
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!),
  }));
  expect(new Set(ids).size).toBe(ids.length);
  const targets = new Set(ids);
  const broken = links.filter(
    (href) => !/^https?:/.test(href) && !(href.startsWith('#') && targets.has(href.slice(1))),
  );
  expect(broken).toEqual([]);
  const linksToStart = await page.locator('a[href="#index"]').allTextContents();
  expect(
    new Set(linksToStart).size,
    'a link to a file that is not included becomes text, not a link to the start',
  ).toBeLessThanOrEqual(3);
  expect(requests).toEqual([FILE]);
  expect(problems).toEqual([]);

  await page.goto(`${FILE}#index`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Docker Hub', exact: true }).click();
  await expect(page.locator(':target')).toHaveText('Docker Hub');
  await expect(page.locator(':target')).toBeInViewport();
});

test('it has every table row, figure, term, entry, question, value and source of the pages', () => {
  const parts = 'tbody tr[id], .figure [role="img"], .glossary > div, .entry, .question, .facts li, .sources li';
  const count = (file: string) => selectAll(`main :is(${parts})`, fromHtml(readFileSync(file, 'utf8'))).length;
  const counts = contentPages.filter((path) => path !== 'search/').map((path) => count(`${DIST}/${path}index.html`));
  expect(count(`${DIST}/whole-site.html`)).toBe(counts.reduce((sum, each) => sum + each));
});

test('its policy allows no script, no request, and no style but its own', () => {
  const html = readFileSync(`${DIST}/whole-site.html`, 'utf8');
  const policy = /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1];
  expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self' 'sha256-");
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
});

test('search engines leave it out, and it fits a phone and a desktop', async ({ page }) => {
  expect(readFileSync(`${DIST}/whole-site.html`, 'utf8')).toContain('<meta name="robots" content="noindex">');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(FILE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.locator('summary').click();
  for (const bar of [menu, menu.locator('details > ul')]) {
    expect(await bar.boundingBox(), 'the bar and what it opens are as wide as the window').toMatchObject({
      x: 0,
      width: 360,
    });
  }
});

test('each page begins with a clear break, on screen and on paper, and sections are bold in the list of contents', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(FILE);
  const breaks = () =>
    page.locator('main > article').evaluateAll((articles) =>
      articles.slice(1).map((article) => {
        const above = article.previousElementSibling!.getBoundingClientRect();
        const title = article.querySelector('h1')!.getBoundingClientRect();
        const { borderTopWidth, breakBefore } = getComputedStyle(article);
        return { air: title.top - above.bottom, rule: parseFloat(borderTopWidth), breakBefore };
      }),
    );
  for (const { air, rule } of await breaks()) {
    expect(air).toBeGreaterThan(100);
    expect(rule).toBeGreaterThan(1);
  }
  const weights = await page
    .getByRole('navigation', { name: 'Main' })
    .locator('li:has(ul) > span')
    .evaluateAll((labels) => labels.map((label) => Number(getComputedStyle(label).fontWeight)));
  expect(weights.length).toBeGreaterThan(4);
  for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(600);

  await page.emulateMedia({ media: 'print' });
  for (const { breakBefore } of await breaks()) expect(breakBefore).toBe('page');
  await expect(page.getByRole('navigation', { name: 'Main' }), 'paper has no links to press').toBeHidden();
});
