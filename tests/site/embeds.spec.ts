/** Embeds show a table or a row in a frame on another site: small, with corrections and dates, and as high as needed. */
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Changes } from '../../src/model/changes.ts';
import type { Table } from '../../src/kinds/table/schema.ts';
import { axeViolations } from './axe.ts';
import { compressedSize, DIST, DIST_WITH_SITE_URL, embeds, expect, promisedAddresses, test } from './fixtures.ts';

const ROW = 'embed/tables/docker-features/portability/';
const TABLE = 'embed/tables/docker-features/';

const htmlOf = (path: string) => readFileSync(`${DIST}/${path}index.html`, 'utf8');

test('every table and every row has an embed', () => {
  const expected = globSync('content/tables/*.yaml').flatMap((file) => {
    const { rows } = parse(readFileSync(file, 'utf8')) as Table;
    const path = `embed/tables/${basename(file, '.yaml')}/`;
    return [path, ...rows.map(({ id }) => `${path}${id}/`)];
  });
  expect(embeds).toEqual(expected.sort());
});

test('an embed says when its table or row changed after the review of its page', () => {
  const { changes } = JSON.parse(readFileSync(`${DIST}/changes.json`, 'utf8')) as Changes;
  const shown = embeds.flatMap((path) => {
    const [, reviewed, changed = ''] =
      /reviewed <time datetime="?([\d-]+).+?<\/time>(?:, changed <time datetime="?([\d-]+))?/.exec(htmlOf(path))!;
    const last = Object.keys(changes[`/${path}`] ?? {}).at(-1) ?? '';
    expect(changed, path).toBe(last > reviewed! ? last : '');
    return changed || [];
  });
  expect(shown.length).toBeGreaterThan(0);
});

test('search engines leave out all embeds, and every embed is small', () => {
  for (const path of embeds) expect(htmlOf(path), path).toContain('<meta name="robots" content="noindex">');
  expect(readFileSync(`${DIST_WITH_SITE_URL}/sitemap.xml`, 'utf8')).not.toContain('/embed/');
  for (const path of embeds) {
    const isRow = path.split('/').length > 4;
    const maxBytes = isRow ? 5_000 : 10_000;
    expect(compressedSize(htmlOf(path), maxBytes), path).toBeLessThanOrEqual(maxBytes);
  }
});

test('the embed of a row shows its correction, its sources and its date, and nothing else', async ({
  page,
  problems,
}) => {
  await page.goto(ROW);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.getByRole('rowheader')).toHaveText('Portability');
  await expect(page.locator('.correction')).toHaveText(/^Wrong as worded A container needs a host with/);
  await expect(
    page.getByText(/^What is Docker\? on Docker Basics, reviewed \d+ \w+ \d{4}(, changed \d+ \w+ \d{4})?\./),
  ).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const numbers = await page.locator('tbody .cite a').allTextContents();
  const listed = await page.locator('details li').count();
  expect(new Set(numbers).size, 'only the sources of this row').toBe(listed);
  await page.locator('tbody .cite a').first().click();
  await expect(page.locator('#source-1'), 'the list unfolds').toBeVisible();
  expect(problems).toEqual([]);
});

test('the head of a table covers no row and stays at the top: an embed has no header of its own', async ({ page }) => {
  for (const width of [640, 768, 1280]) {
    await page.setViewportSize({ width, height: 400 });
    await page.goto('embed/tables/containers-vs-vms/');
    const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
    const head = await boxOf('thead');
    expect(head.y + head.height).toBeLessThanOrEqual((await boxOf('tbody tr')).y + 1);
    await page.evaluate(() => scrollBy(0, 300));
    expect((await boxOf('thead')).y, `${width} px`).toBe(0);
  }
});

test('every link of an embed leads to a promised address', () => {
  for (const path of embeds) {
    const links = [...htmlOf(path).matchAll(/<a[^>]* href="(\.[^"]+)"/g)].map(([, href]) => href!);
    expect(links.length, path).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const { pathname, hash } = new URL(link, `https://site.invalid/${path}`);
      expect(promisedAddresses, `${path}: ${link}`).toContain(pathname + hash);
    }
  }
});

test('a value that may change has a date', async ({ page }) => {
  await page.goto('embed/tables/ecr-quotas/');
  await expect(page.locator('.fact time').first()).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}$/);
});

test('links lead to the site, in a new window', async ({ page, context, sites }) => {
  await page.goto(ROW);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Link to the row Portability' }).click(),
  ]);
  await expect(opened).toHaveURL(`${sites['/']}concepts/what-is-docker/#docker-features-portability`);
});

/**
 * A page on another site that contains the snippet of an embed and sets the height that the embed requests. It needs a
 * real server: browsers do not let a page from an unknown address frame a page on this machine.
 */
const embedTest = test.extend<{ course: string }>({
  course: async ({ page }, use) => {
    await page.goto(ROW);
    const snippet = await page.locator('pre').textContent();
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

embedTest.describe('in a frame on another site', () => {
  embedTest('the snippet names the row and its table', async ({ page, course, sites }) => {
    await page.goto(course);
    const frame = page.getByTitle('Portability – What Docker offers', { exact: true });
    await expect(frame).toHaveAttribute('src', sites['/'] + ROW);
    expect(await frame.evaluate((element) => element.clientWidth)).toBe(
      await page.locator('body').evaluate((body) => body.clientWidth),
    );
  });

  embedTest('the embed hides its snippet, and is as high as its content', async ({ page, course }) => {
    await page.goto(course);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('.correction')).toBeVisible();
    await expect(frame.locator('pre')).toBeHidden();
    const heights = () =>
      Promise.all([
        page.locator('iframe').evaluate((element) => element.clientHeight),
        frame.locator('html').evaluate((element) => element.scrollHeight),
      ]);
    await expect.poll(async () => (await heights()).reduce((a, b) => Math.abs(a - b))).toBeLessThanOrEqual(1);
    const [folded] = await heights();
    await frame.getByText('Sources', { exact: true }).last().click();
    await expect.poll(async () => (await heights())[0]).toBeGreaterThan(folded + 30);
  });

  embedTest('the embed follows the color scheme, or that in its address', async ({ page, course }) => {
    const color = () =>
      page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => getComputedStyle(body).color);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(course);
    await expect.poll(color).toBe('rgb(220, 227, 230)'); // the frame may not have loaded yet
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => (frame.src += '?scheme=light'));
    await expect.poll(color).toBe('rgb(28, 39, 45)');
  });

  embedTest('the other pages of the site refuse to be framed', async ({ page, course, sites }) => {
    await page.goto(course);
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement, src) => (frame.src = src), `${sites['/']}learn/`);
    await expect.poll(() => page.frames().at(-1)!.url()).toMatch(/^chrome-error:/);
  });
});

test('a table links its embed, and the panel of a row copies its snippet', async ({ page, context, sites }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('concepts/what-is-docker/');
  const table = page.locator('#docker-features');
  await expect(table.getByRole('link', { name: 'Embed' })).toHaveAttribute('href', `../../${TABLE}`);
  await table.getByRole('link', { name: 'Link to the row Portability' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Embed' }).click();
  await expect(table.getByRole('status')).toHaveText('Embed HTML copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const colors = page.getByRole('combobox', { name: 'Colors of the embed' });
  for (const [choice, query] of [
    ['Always light', '?scheme=light'],
    ['Always dark', '?scheme=dark'],
    ['Reader’s colors', ''],
  ] as const) {
    await colors.selectOption(choice);
    await expect(table.getByRole('status'), 'what was copied has other colors').toHaveText('');
    await page.getByRole('button', { name: 'Embed' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`<iframe src="${sites['/']}${ROW}${query}" `);
  }
  expect(copied).toMatch(
    new RegExp(
      `^<iframe src="${sites['/']}${ROW}" title="Portability – What Docker offers" width="800" height="\\d+" style="width:100%;border:0"`,
    ),
  );
});

test('the panel of a row shows the row large, for a room: at twice the size, without the HTML for authors', async ({
  page,
  sites,
  problems,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(ROW);
  const fontSize = () =>
    page
      .locator('tbody td')
      .first()
      .evaluate((cell) => parseFloat(getComputedStyle(cell).fontSize));
  const usual = await fontSize();
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('link', { name: 'Link to the row Portability' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Enlarge' }).click();
  await expect(page).toHaveURL(`${sites['/']}${ROW}?large`);
  expect(await fontSize()).toBeGreaterThanOrEqual(2 * usual);
  await expect(page.locator('pre')).toBeHidden();
  const hiding = page.getByRole('button', { name: 'Hide answers' });
  await hiding.click();
  await expect(hiding).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.notes :is(strong, .row-sources, p):visible'), 'a claim to vote on').toHaveCount(0);
  await expect(page.locator('.corrected')).toHaveCSS('text-decoration-line', 'none');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Reveal' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.correction')).toBeVisible();
  await page.locator('tbody .cite a').first().click();
  await expect(page.locator('#source-1')).toBeVisible();
  expect(await fontSize(), 'it stays large').toBeGreaterThanOrEqual(2 * usual);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('link', { name: 'Back to “What is Docker?”' }).click();
  await expect(page).toHaveURL(`${sites['/']}concepts/what-is-docker/#docker-features-portability`);
  expect(problems).toEqual([]);
});

test('after a link to vote on, the tab hides the verdict of the next enlarged row, too', async ({ page }) => {
  const hiding = page.getByRole('button', { name: 'Hide answers' });
  for (const address of [`${ROW}?large&hide`, 'embed/tables/docker-features/containerization/?large']) {
    await page.goto(address);
    await expect(hiding, address).toHaveAttribute('aria-pressed', 'true');
  }
});

test('a room that votes first sees the next enlarged row without its verdict, from the first paint', async ({
  page,
}) => {
  const verdict = page.locator('.notes :is(strong, .row-sources, p):visible');
  const hiding = page.getByRole('button', { name: 'Hide answers' });
  const next = 'embed/tables/docker-features/containerization/?large';
  await page.goto(`${ROW}?large`);
  await expect(hiding).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('h');
  await page.keyboard.press('h');
  await expect(verdict).not.toHaveCount(0);
  await page.getByRole('link', { name: 'Back to “What is Docker?”' }).click();
  await page.waitForURL(/concepts\/what-is-docker\/(#.*)?$/); // and until its script has run
  await page.locator('.anchor[href="#says-works-on-my-machine"]').press('Enter');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(hiding, 'in full screen').toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-shown] .correction:visible')).toHaveCount(0);
  await page.getByRole('button', { name: 'Exit full screen' }).click();

  const loading = Promise.withResolvers<undefined>();
  const asked = Promise.withResolvers<undefined>();
  await page.route('**/embed-answers*', async (route) => {
    asked.resolve(undefined);
    await loading.promise;
    await route.continue();
  });
  await page.goto(next, { waitUntil: 'commit' });
  await asked.promise;
  await expect(page.getByRole('rowheader')).toBeVisible();
  await expect(verdict, 'before the script').toHaveCount(0);
  loading.resolve(undefined);
  await expect(hiding).toHaveAttribute('aria-pressed', 'true');
  await expect(verdict).toHaveCount(0);
  await hiding.click();
  await expect(verdict).not.toHaveCount(0);
  await page.goto(`${ROW}?large`);
  await expect(hiding).toHaveAttribute('aria-pressed', 'false');
  await page.goto(`${ROW}?large&hide`);
  await expect(hiding, 'by its address').toHaveAttribute('aria-pressed', 'true');
  await expect(verdict).toHaveCount(0);
});

test('in an enlarged table, the link of a row enlarges it alone, hidden as the table, and the address says so', async ({
  page,
  sites,
}) => {
  const table = `${sites['/']}embed/tables/docker-features/`;
  const verdict = page.locator('.notes :is(strong, .row-sources, p):visible');
  await page.goto(`${table}?large&scheme=dark`);
  await page.getByRole('button', { name: 'Hide answers' }).click();
  await expect(page).toHaveURL(`${table}?large&scheme=dark&hide`);
  await page.locator('.anchor[href$="#docker-features-portability"]').press('Enter');
  await expect(page).toHaveURL(`${table}portability/?large&scheme=dark&hide`);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  await expect(verdict).toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Hide answers' }).click();
  await expect(page).toHaveURL(`${table}?large&scheme=dark`);
  await expect(verdict).not.toHaveCount(0);
});

test('an enlarged row has its verdict where the script that would reveal it does not arrive', async ({ page }) => {
  await page.route('**/embed-answers*', (route) => route.abort());
  await page.goto(`${ROW}?large&hide`);
  await expect(page.locator('.correction')).toBeVisible();
});

test('the height in the HTML fits a frame of 800 pixels, whatever the width of the window', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const heightIn = (html: string | null) => Number(/ width="800" height="(\d+)"/.exec(html ?? '')?.[1]);
  for (const { home, link, path } of [
    { home: 'concepts/what-is-docker/', link: 'Link to the row Portability', path: ROW },
    { home: 'concepts/what-is-docker/', link: 'Link to the table What Docker offers', path: TABLE },
    {
      home: 'concepts/container-lifecycle/',
      link: 'Link to the table What is lost',
      path: 'embed/tables/what-is-lost/',
    },
  ]) {
    const heights: number[] = [];
    for (const width of [360, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      heights.push(heightIn(await page.locator('pre').textContent()));
      await page.goto(home);
      await page.getByRole('link', { name: link }).first().focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toHaveCount(1); // the jump is over
      // Not a click: while the page still moves, it could miss the panel, which closes it.
      await page.locator('.cite-panel').getByRole('button', { name: 'Embed' }).press('Enter');
      await expect(page.getByRole('status').filter({ hasText: 'Embed HTML copied' })).toHaveCount(1);
      heights.push(heightIn(await page.evaluate(() => navigator.clipboard.readText())));
    }
    await page.setViewportSize({ width: 800, height: 900 });
    await page.goto(path);
    const needed = await page.locator('.offer').evaluate((offer: HTMLElement) => {
      offer.hidden = true;
      return document.documentElement.offsetHeight;
    });
    for (const height of heights) expect(height, `${path}: ${heights.join(' ')}`).toBeGreaterThanOrEqual(needed);
    // Of the windows where the table is not a list of cards, each gives the same height, without much below the content.
    for (const wide of heights.slice(2)) expect(wide, `${path}: ${heights.join(' ')}`).toBeLessThan(1.08 * needed);
  }
});

test('an embed has the same margin on all sides, and shows and copies all of its HTML', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(ROW);
    const table = (await page.getByRole('table').boundingBox())!;
    expect(table.y).toBe(table.x);
    const hidden = await page.locator('pre').evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden, `at ${width} px`).toBe(0);
  }
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status')).toHaveText('Code copied');
  const shown = await page.locator('pre').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);

  await page.getByRole('combobox', { name: 'Colors' }).selectOption('always dark');
  await expect(page.locator('body'), 'as it will look').toHaveCSS('background-color', 'rgb(16, 21, 24)');
  await expect(page.locator('pre')).toContainText(`${ROW}?scheme=dark" `);
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('?scheme=dark" ');
});

for (const path of [ROW, 'embed/tables/docker-hub-vs-amazon-ecr/']) {
  test(`axe finds no violations on /${path}`, async ({ page }) => {
    await page.goto(path);
    await page.getByText('Sources', { exact: true }).last().click();
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the embed is a readable table', async ({ page }) => {
    await page.goto(TABLE);
    await expect(page.locator('tbody tr')).toHaveCount(7);
    await expect(page.locator('pre')).toBeHidden();
  });
});
