/** A page arrives in one flight of TCP: budgets in bytes and counts, compressed as a host would. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { DIST, expect, HANDOUT, inTabs, test, texts } from './fixtures.ts';

const HEADERS = 350; // bytes of headers that a response carries
const ONE_FLIGHT = 14_600; // ten segments of 1,460 bytes, RFC 6928
/** Lists: the first screen of each is in the first flight. */
const LISTS = /^(reference|practice\/troubleshooting|teach\/questions)/;
const LISTS_BUDGET = 24_000;
const compressed = (file: string) => brotliCompressSync(readFileSync(file)).length;

test('every page', async ({ context, sites }) => {
  test.setTimeout(60_000);
  await inTabs(context, texts, async (page, path) => {
    const requests: { url: string; type: string }[] = [];
    page.on('request', (request) => requests.push({ url: request.url(), type: request.resourceType() }));
    await page.goto(sites.root + path, { waitUntil: 'networkidle' });

    // The document is all that stands before the first paint: no sheet and no script blocks.
    const blocking = await page
      .locator('head link[rel="stylesheet"]:not([media="print"]), head script[src]:not([type="module"])')
      .count();
    expect(blocking, path).toBe(0);
    const first = compressed(`${DIST}/${path}index.html`) + HEADERS;
    expect(first, `${path}: bytes before the first paint`).toBeLessThanOrEqual(
      LISTS.test(path) ? LISTS_BUDGET : ONE_FLIGHT,
    );

    const scripts = requests.filter(({ type }) => type === 'script');
    const bytes = scripts.reduce((sum, { url }) => sum + compressed(DIST + new URL(url).pathname), 0);
    expect(bytes, `${path}: bytes of scripts`).toBeLessThanOrEqual(3_072);
    expect(requests.length, requests.map(({ url }) => url.slice(sites.root.length)).join(' ')).toBeLessThanOrEqual(4);
    expect(requests.filter(({ type }) => ['font', 'fetch', 'xhr'].includes(type))).toEqual([]);
  });
});

// Without JavaScript, the page of handouts is the whole site.
for (const path of [...texts.filter((path) => LISTS.test(path)), HANDOUT]) {
  test(`/${path}: its first screen is in the first flight`, async ({ page }) => {
    const whole = brotliCompressSync(readFileSync(`${DIST}/${path}index.html`));
    const body = brotliDecompressSync(whole.subarray(0, ONE_FLIGHT - HEADERS), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    });
    await page.route(`**/${path}`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    for (const [width, height] of [
      [360, 800],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      const { bottom } = await page.locator('main').evaluate((main) => main.getBoundingClientRect());
      expect(bottom, `${width} px`).toBeGreaterThanOrEqual(height);
    }
  });
}
