/** On paper stands the text: no menus and buttons, but every correction, every answer, and where a source is to be found. */
import type { Page } from '@playwright/test';
import { expect, kinds, test, texts } from './fixtures.ts';
import { formats, hasPdfTools, printed, squeeze, WITHOUT_PDF_TOOLS } from './paper.ts';

test('what cannot be pressed on paper is not printed, what is folded is', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const path of texts) {
    await page.goto(path);
    await expect(page.locator(':is(.top, .menu, .toc, .anchor, button, form):visible'), path).toHaveCount(0);
    await expect(page.locator(':is(details.question p, .correction):not(:visible)'), path).toHaveCount(0);
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 253, 249)');
});

test('sources print their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('concepts/what-is-docker/');
  const link = page.locator('.sources li a').first();
  const printed = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(printed).toContain(await link.getAttribute('href'));
});

/**
 * The words of elements as paper has to have them: behind each link its address, unless the place is on the same paper or
 * in the glossary, or the link shows its address already.
 */
const wordsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const aside of copy.querySelectorAll('.anchor, .exports, button')) aside.remove();
      for (const link of copy.querySelectorAll<HTMLAnchorElement>('a:not(.term, .cite a, .fact a)')) {
        const isHere = link.href.split(/[?#]/)[0] === location.href.split(/[?#]/)[0];
        if (!isHere && link.href !== link.textContent) link.append(` (${link.href})`);
      }
      return copy.textContent!;
    }),
  );

const PRINTED = [
  'h1',
  'h2',
  'h3',
  'caption',
  'tbody th',
  'tbody td',
  '.correction',
  'details.question > p',
  '.sources li',
  'p',
  'li',
  'dd',
];

for (const path of texts) {
  test(`/${path} prints whole`, async ({ page }) => {
    test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
    await page.goto(path);
    // A4 is the narrower one, in which tables would be cut first.
    for (const format of /^teach\/lesson/.test(path) || kinds.includes(path) ? formats : formats.slice(0, 1)) {
      const { cut, ...paper } = await printed(page, format);
      expect(cut, format).toEqual([]);
      let { text } = paper;
      // Chromium writes code after the rest of its sheet, which can tear a paragraph that goes on on the next one.
      for (const code of await wordsOf(page, 'main pre')) {
        expect(text.includes(squeeze(code)), `${format}: ${code}`).toBe(true);
        text = text.replace(squeeze(code), '');
      }
      for (const selector of PRINTED) {
        const all = await wordsOf(page, `main ${selector}:not(main > footer *, .moved *, .objective)`);
        const missing = all.filter((words) => !text.includes(squeeze(words)));
        expect(missing, `${format} ${selector}`).toEqual([]);
      }
    }
  });
}
