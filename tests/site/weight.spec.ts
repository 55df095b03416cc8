/** Budgets of bytes, compressed as a host compresses them, and of requests: a page fits the initial TCP window. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { contentPages, DIST, expect, HANDOUT, openAndSettle, test } from './fixtures.ts';

/** The bytes of the headers of a response. */
const HEADER_BYTES = 350;
/** Ten segments of 1,460 bytes (https://www.rfc-editor.org/rfc/rfc6928). */
const INITIAL_WINDOW = 14_600;
/** The pages with long lists may be larger, as long as their first screen fits the initial window. */
const LIST_PAGES = /^(reference|practice\/troubleshooting|teach\/questions)/;
const MAX_LIST_BYTES = 24_000;
/** It has a heading, a cause and a cure for each of more than sixty error messages. */
const ERRORS_PAGE = 'practice/troubleshooting/';
const MAX_ERRORS_BYTES = 28_000;
const maxBytes = (path: string) =>
  path === ERRORS_PAGE ? MAX_ERRORS_BYTES : LIST_PAGES.test(path) ? MAX_LIST_BYTES : INITIAL_WINDOW;
const MAX_SCRIPT_BYTES = 3_072;
const MAX_REQUESTS = 4;
const compressedSize = (file: string) => brotliCompressSync(readFileSync(file)).length;

test('every page fits its budgets of bytes, scripts and requests, and has no problems', async ({
  page,
  sites,
  problems,
}) => {
  let requests: { url: string; type: string }[] = [];
  page.on('request', (request) => requests.push({ url: request.url(), type: request.resourceType() }));
  for (const path of contentPages) {
    requests = [];
    await openAndSettle(page, sites['/'] + path);
    expect(problems, path).toEqual([]);
    expect(requests.filter(({ url }) => !url.startsWith(sites['/']))).toEqual([]);

    // Only the document delays the first paint: no style sheet and no script blocks it.
    const blocking = await page
      .locator('head link[rel="stylesheet"]:not([media="print"]), head script[src]:not([type="module"])')
      .count();
    expect(blocking, path).toBe(0);
    const documentBytes = compressedSize(`${DIST}/${path}index.html`) + HEADER_BYTES;
    expect(documentBytes, `${path}: bytes before the first paint`).toBeLessThanOrEqual(maxBytes(path));

    const scripts = requests.filter(({ type }) => type === 'script');
    const scriptBytes = scripts.reduce((sum, { url }) => sum + compressedSize(DIST + new URL(url).pathname), 0);
    expect(scriptBytes, `${path}: bytes of scripts`).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
    const requestPaths = requests.map(({ url }) => url.slice(sites['/'].length));
    expect(requests.length, requestPaths.join(' ')).toBeLessThanOrEqual(MAX_REQUESTS);
    expect(requests.filter(({ type }) => ['font', 'fetch', 'xhr'].includes(type))).toEqual([]);
  }
});

test('the first screen of each long page fits the initial window', async ({ page }) => {
  // The handout holds the text of all pages.
  for (const path of [...contentPages.filter((path) => LIST_PAGES.test(path)), HANDOUT]) {
    const compressed = brotliCompressSync(readFileSync(`${DIST}/${path}index.html`));
    const body = brotliDecompressSync(compressed.subarray(0, INITIAL_WINDOW - HEADER_BYTES), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    });
    await page.route(`**/${path}`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(path);
    for (const [width, height] of [
      [360, 800],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { bottom } = await page.locator('main').evaluate((main) => main.getBoundingClientRect());
      expect.soft(bottom, `/${path} at ${width} px`).toBeGreaterThanOrEqual(height);
    }
  }
});
