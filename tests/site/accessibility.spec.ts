/** axe finds no violations on any page: a light phone and a dark desktop, and for sample pages every combination. */
import { axeViolations } from './axe.ts';
import { contentPages, expect, samplePages, test } from './fixtures.ts';

const EXTREMES = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const ALL_COMBINATIONS = [360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

for (const path of [...contentPages, '404.html']) {
  test(`axe finds no violations on /${path}`, async ({ page }) => {
    await page.goto(path);
    for (const { width, colorScheme } of samplePages.includes(path) ? ALL_COMBINATIONS : EXTREMES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), `${width} px in ${colorScheme}`).toEqual([]);
    }
  });
}
