/** axe finds nothing on any page, on a phone in light and on a desk in dark; each kind of page at every width in both. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, kinds, texts, test } from './fixtures.ts';

const phone = { width: 360, colorScheme: 'light' } as const;
const desk = { width: 1280, colorScheme: 'dark' } as const;
const everywhere = [360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
const cases = [
  ...[...texts, '404.html'].flatMap((path) => [phone, desk].map((look) => ({ path, ...look }))),
  ...kinds.flatMap((path) => everywhere.map((look) => ({ path, ...look }))),
];
const unique = [...new Map(cases.map((one) => [JSON.stringify(one), one])).values()];

for (const { path, width, colorScheme } of unique) {
  test(`/${path} at ${width} px in ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    expect(found).toEqual([]);
  });
}
