/** A table or a row of it in the frame of another page: small, with its correction and date, and it tells its height. */
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Table } from '../../src/kinds/table/schema.ts';
import { axeProblems } from './axe.ts';
import { DIST, DIST_WITH_SITE_URL, embeds, expect, promised, test } from './fixtures.ts';

const ROW = 'embed/tables/docker-features/portability/';
const TABLE = 'embed/tables/docker-features/';

const htmlOf = (path: string) => readFileSync(`${DIST}/${path}index.html`, 'utf8');

test('every table and every row has one', () => {
  const expected = globSync('content/tables/*.yaml').flatMap((file) => {
    const { rows } = parse(readFileSync(file, 'utf8')) as Table;
    const path = `embed/tables/${basename(file, '.yaml')}/`;
    return [path, ...rows.map(({ id }) => `${path}${id}/`)];
  });
  expect(embeds).toEqual(expected.sort());
});

test('none is found by search engines, and each is small', () => {
  for (const path of embeds) expect(htmlOf(path), path).toContain('<meta name="robots" content="noindex">');
  expect(readFileSync(`${DIST_WITH_SITE_URL}/sitemap.xml`, 'utf8')).not.toContain('/embed/');
  for (const path of embeds) {
    const budget = path.split('/').length > 4 ? 5_000 : 10_000; // bytes, of a row and of a table
    expect(brotliCompressSync(htmlOf(path)).length, path).toBeLessThanOrEqual(budget);
  }
});

test('a row shows its correction, its sources and its date, and nothing else', async ({ page, problems }) => {
  await page.goto(ROW);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.getByRole('rowheader')).toHaveText('Portability');
  await expect(page.locator('.correction')).toHaveText(/^Wrong as worded\. A container needs a host with/);
  await expect(page.getByText(/^What is Docker\? on Docker Basics, reviewed \d+ \w+ \d{4}\./)).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const numbers = await page.locator('tbody .cite a').allTextContents();
  const listed = await page.locator('details li').count();
  expect(new Set(numbers).size).toBe(listed); // the sources of this row and no others
  await page.locator('tbody .cite a').first().click();
  await expect(page.locator('#source-1')).toBeVisible(); // the list unfolds
  expect(problems).toEqual([]);
});

test('every link of every one leads to a place that is promised', () => {
  for (const path of embeds) {
    const links = [...htmlOf(path).matchAll(/<a[^>]* href="(\.[^"]+)"/g)].map(([, href]) => href!);
    expect(links.length, path).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const { pathname, hash } = new URL(link, `https://site.invalid/${path}`);
      expect(promised, `${path}: ${link}`).toContain(pathname + hash);
    }
  }
});

test('a value that may change carries its day', async ({ page }) => {
  await page.goto('embed/tables/ecr-quotas/');
  await expect(page.locator('.fact time').first()).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}$/);
});

test('links lead back to the site, in a window of their own', async ({ page, context, sites }) => {
  await page.goto(ROW);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Link to the row Portability' }).click(),
  ]);
  await expect(opened).toHaveURL(`${sites.root}concepts/what-is-docker/#docker-features-portability`);
});

/**
 * A page of another site that holds an embed's own snippet and gives the frame the height that it asks for. It comes
 * from a real server: a browser lets no page of an unknown address frame what is on this machine.
 */
const framing = test.extend<{ course: string }>({
  course: async ({ page }, use) => {
    await page.goto(ROW);
    const snippet = await page.getByLabel('To show this on a page of yours').inputValue();
    const server = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><title>A course</title>
<meta name="color-scheme" content="light dark">
${snippet}
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'docker-basics:height') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.height = data.height;
    }
  });
</script>`),
    );
    await once(server.listen(0, 'localhost'), 'listening');
    await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
    server.close();
  },
});

framing.describe('in the frame of another site', () => {
  framing('its snippet names it and its table', async ({ page, course, sites }) => {
    await page.goto(course);
    const frame = page.getByTitle('Portability – What Docker offers', { exact: true });
    await expect(frame).toHaveAttribute('src', sites.root + ROW);
    await expect(frame).toHaveAttribute('width', '100%');
  });

  framing('it is shown, without its own snippet, and is as high as it says', async ({ page, course }) => {
    await page.goto(course);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('.correction')).toBeVisible();
    await expect(frame.locator('textarea')).toBeHidden();
    const heights = () =>
      Promise.all([
        page.locator('iframe').evaluate((element) => element.clientHeight),
        frame.locator('html').evaluate((element) => element.scrollHeight),
      ]);
    await expect.poll(async () => (await heights()).reduce((a, b) => Math.abs(a - b))).toBeLessThanOrEqual(1);
    const [folded] = await heights();
    await frame.getByText('Sources', { exact: true }).last().click();
    await expect.poll(async () => (await heights())[0]).toBeGreaterThan(folded! + 30);
  });

  framing('it follows the color scheme, or the one that the address names', async ({ page, course }) => {
    const color = () =>
      page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => getComputedStyle(body).color);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(course);
    expect(await color()).toBe('rgb(211, 216, 220)');
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => (frame.src += '?scheme=light'));
    await expect.poll(color).toBe('rgb(35, 40, 45)');
  });

  framing('no other page of the site lets itself be framed', async ({ page, course, sites }) => {
    await page.goto(course);
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement, src) => (frame.src = src), `${sites.root}learn/`);
    await expect.poll(() => page.frames().at(-1)!.url()).toMatch(/^chrome-error:/);
  });
});

test('beneath each table a link leads to it, and the panel of a row copies its snippet', async ({
  page,
  context,
  sites,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('concepts/what-is-docker/');
  const table = page.locator('#docker-features');
  await expect(table.getByRole('link', { name: 'Embed' })).toHaveAttribute('href', `../../${TABLE}`);
  await table.getByRole('link', { name: 'Link to the row Portability' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Embed' }).click();
  await expect(table.getByRole('status')).toHaveText('HTML to embed it copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    new RegExp(
      `^<iframe src="${sites.root}${ROW}" title="Portability – What Docker offers" width="100%" height="\\d+"`,
    ),
  );
});

for (const path of [ROW, 'embed/tables/docker-hub-vs-amazon-ecr/']) {
  test(`axe finds nothing in /${path}`, async ({ page }) => {
    await page.goto(path);
    await page.getByText('Sources', { exact: true }).last().click();
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await axeProblems(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('it is a table that can be read', async ({ page }) => {
    await page.goto(TABLE);
    await expect(page.locator('tbody tr')).toHaveCount(7);
    await expect(page.locator('textarea')).toBeHidden();
  });
});
