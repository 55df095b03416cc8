/** axe finds nothing on any page, on a phone in light and on a desk in dark; each kind of page at every width in both. */
import { axeProblems } from './axe.ts';
import { expect, kinds, test, texts } from './fixtures.ts';

const some = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const all = [360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

for (const path of [...texts, '404.html']) {
  test(`/${path}`, async ({ page }) => {
    await page.goto(path);
    for (const { width, colorScheme } of kinds.includes(path) ? all : some) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await axeProblems(page), `${width} px in ${colorScheme}`).toEqual([]);
    }
  });
}
