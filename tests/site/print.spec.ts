/** A printed page has the whole text with all corrections, answers and addresses of sources, and no menus or buttons. */
import type { Page } from '@playwright/test';
import { contentPages, expect, samplePages, test } from './fixtures.ts';
import { hasPdfTools, normalizeText, PAPER_FORMATS, printPage, WITHOUT_PDF_TOOLS } from './paper.ts';

test('controls are not printed, and folded answers are', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const path of contentPages) {
    await page.goto(path);
    await expect(page.locator(':is(.top, .menu, .toc, .anchor, button, form):visible'), path).toHaveCount(0);
    await expect(page.locator(':is(details.question p, .correction):not(:visible)'), path).toHaveCount(0);
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 253, 249)');
});

test('sources are printed with their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('concepts/what-is-docker/');
  const link = page.locator('.sources li a').first();
  const textAfterLink = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(textAfterLink).toContain(await link.getAttribute('href'));
});

/**
 * The text of elements as it should be printed: each link is followed by its address, unless it leads to the same page or
 * to the glossary, or its text is the address.
 */
const expectedTexts = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const control of copy.querySelectorAll('.anchor, .exports, button')) control.remove();
      for (const link of copy.querySelectorAll<HTMLAnchorElement>('a:not(.term, .cite a, .fact a)')) {
        const isOnPage = link.href.split(/[?#]/)[0] === location.href.split(/[?#]/)[0];
        if (!isOnPage && link.href !== link.textContent) link.append(` (${link.href})`);
      }
      return copy.textContent;
    }),
  );

const PRINTED_SELECTORS = [
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

for (const path of contentPages) {
  test(`all text of /${path} is printed`, async ({ page }) => {
    test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
    await page.goto(path);
    // A4 is narrower than Letter, so it cuts a table first.
    for (const format of path.startsWith('teach/lesson') || samplePages.includes(path)
      ? PAPER_FORMATS
      : PAPER_FORMATS.slice(0, 1)) {
      const { cutWords, ...paper } = await printPage(page, format);
      expect(cutWords, format).toEqual([]);
      let { text } = paper;
      // Chromium writes code at the end of a sheet, where it may split a paragraph that continues on the next one.
      for (const code of await expectedTexts(page, 'main pre')) {
        expect(text.includes(normalizeText(code)), `${format}: ${code}`).toBe(true);
        text = text.replace(normalizeText(code), '');
      }
      for (const selector of PRINTED_SELECTORS) {
        const expected = await expectedTexts(page, `main ${selector}:not(main > footer *, .moved *, .objective)`);
        const missing = expected.filter((words) => !text.includes(normalizeText(words)));
        expect(missing, `${format} ${selector}`).toEqual([]);
      }
    }
  });
}
