/** Classes color the code, and the copy button copies commands without prompts and output. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test('the copy button copies only the commands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('concepts/what-is-docker/');
  const block = page.locator('.block', { hasText: 'docker run --rm alpine echo hello' });
  await expect(block).toContainText('$ docker run'); // Readers see the prompt.
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('status')).toHaveText('Code copied');
  await expect(block.getByRole('button')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('docker run --rm alpine echo hello');
});

test('the copy button copies all lines of a command', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('registries/docker-hub/');
  const block = page.locator('.block', { hasText: 'ratelimit' }).first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('status')).toHaveText('Code copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^TOKEN=\$\(curl[\s\S]*\\\n[\s\S]*grep/); // with its continuation lines
  expect(copied).not.toMatch(/^\$ |^ratelimit-/m);
});

test('the copy button works with the keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('button', { name: 'Copy', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.block').first().getByRole('status')).toHaveText('Code copied');
});

test('the copy button covers neither the code nor the text before it', async ({ page }) => {
  const pages = ['practice/run-a-container/', 'practice/build-an-image/', 'teach/', 'teach/lesson-90/'];
  for (const path of [...pages, 'practice/troubleshooting/?error=no+basic+auth+credentials']) {
    await page.goto(path);
    if (path.includes('?')) await expect(page.locator('.error-finder .block')).toBeVisible();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const covered = await page.locator('main .block').evaluateAll((blocks) =>
        blocks.flatMap((block) => {
          const button = block.querySelector('button')!.getBoundingClientRect();
          const before = block.previousElementSibling!.getBoundingClientRect();
          const code = block.querySelector('code')!.getBoundingClientRect();
          const fits = button.bottom <= code.top && button.top >= before.bottom && button.height >= 24;
          return fits ? [] : [block.textContent];
        }),
      );
      expect(covered, `${path} at ${width} px`).toEqual([]);
      await expect(page.locator('main .block').first()).toBeVisible();
    }
  }
});

/** The brightness of a row of pixels below the code in a block, from its left edge to its right one. */
async function brightnessAlong(page: Page, block: Locator): Promise<number[]> {
  const { x, y, width, height } = (await block.boundingBox())!;
  const png = await page.screenshot({ clip: { x, y: y + height - 16, width, height: 1 } });
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, 1).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      const { data } = canvas.getImageData(0, 0, bitmap.width, 1);
      return Array.from({ length: bitmap.width }, (_, at) => data[4 * at]! + data[4 * at + 1]! + data[4 * at + 2]!);
    },
    [...png],
  );
}

test('shade at the edge of a block shows that a line goes on, until its end', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('practice/build-an-image/');
    const block = page.locator('pre', { hasText: 'MediaType: ' });
    await block.scrollIntoViewIfNeeded();
    /** How much the brightest pixel of a row differs from the darkest one. */
    const shade = async () => {
      const row = (await brightnessAlong(page, block)).slice(2, -2);
      return Math.max(...row) - Math.min(...row);
    };
    const atStart = await shade();
    expect(atStart, colorScheme).toBeGreaterThan(40);
    await block.evaluate((pre) => pre.scrollTo({ left: pre.scrollWidth }));
    expect(await shade(), `nothing of it is left, ${colorScheme}`).toBeLessThan(8);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const outline = await page
    .locator('pre')
    .first()
    .evaluate((pre) => getComputedStyle(pre).outlineColor);
  expect(outline, 'forced colors have no shade, so the block has an edge').not.toBe('rgba(0, 0, 0, 0)');
});

test('code is colored', async ({ page }) => {
  await page.goto('practice/build-an-image/');
  for (const [language, part] of [
    ['console', '.prompt'],
    ['dockerfile', '.t-keyword'],
  ] as const) {
    const block = page.locator(`pre[data-language="${language}"]`).first();
    const color = (selector: string) =>
      block
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    expect(await color(part), language).not.toBe(await color('code'));
  }
});

test('output in columns scrolls, a long message wraps, and code is as wide as figures', async ({ page }) => {
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('practice/run-a-container/');
    const heights = await page
      .locator('.output', { hasText: /^CONTAINER ID|^4bed76d3ad42/ })
      .evaluateAll((lines) => lines.map((line) => line.getClientRects().length));
    expect(heights, 'each stays one line').toEqual([1, 1]);
    await page.goto('practice/build-an-image/');
    const lines = page.locator('.output', { hasText: /^Name: {6}|^MediaType: |^Digest: {4}/ });
    expect(await lines.evaluateAll((all) => all.map((line) => line.getClientRects().length))).toEqual([1, 1, 1]);
    const fits = await page
      .locator('.output:not(.columns)')
      .first()
      .evaluate((line) => {
        line.textContent = `error: ${'x'.repeat(300)}`;
        return line.getBoundingClientRect().right <= line.closest('pre')!.getBoundingClientRect().right;
      });
    expect(fits, 'a message wraps, even in a long word').toBe(true);
    const block = (await page.locator('main > .block').first().boundingBox())!;
    const main = await page.locator('main').evaluate((element) => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
      return element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    });
    expect(block.width).toBeCloseTo(main, 0);
  }
});
