/** A page that is larger than the initial TCP window begins with a screen that fits. All other budgets: `weight.ts`. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { contentPages, DIST, expect, HANDOUT, test } from './fixtures.ts';
import { INITIAL_WINDOW, LIST_PAGES } from './weight.ts';

test('the first screen of each long page fits the initial window', async ({ page }) => {
  // The handout holds the text of all pages.
  for (const path of [...contentPages.filter((path) => LIST_PAGES.test(path)), HANDOUT]) {
    const compressed = brotliCompressSync(readFileSync(`${DIST}/${path}index.html`));
    const body = brotliDecompressSync(compressed.subarray(0, INITIAL_WINDOW), {
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
