/** Prints a page to a PDF, and reads the PDF back with poppler. */
import { expect, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';

export const hasPdfTools = spawnSync('pdftotext', ['-v']).status === 0;
export const WITHOUT_PDF_TOOLS = 'pdftotext is not installed (Debian: poppler-utils), so no PDF can be read back.';

/** In points. */
const PAPER_WIDTHS = { A4: 595, Letter: 612 };
export type PaperFormat = keyof typeof PAPER_WIDTHS;
export const PAPER_FORMATS = Object.keys(PAPER_WIDTHS) as PaperFormat[];

/** Prints a page in Chromium. */
export async function printPage(page: Page, format: PaperFormat): Promise<Paper> {
  const paper = readPaper(await page.pdf({ format }));
  for (const width of paper.widths) expect(Math.abs(width - PAPER_WIDTHS[format])).toBeLessThan(2);
  return paper;
}

interface Paper {
  /** The normalized text in the order of the page, without the lower margins. */
  text: string;
  /** The normalized text of each sheet, without its lower margin. */
  sheets: string[];
  /** The normalized text in the lower margin of each sheet. */
  margins: string[];
  /** The widths of the sheets, in points. */
  widths: number[];
  /** The words that do not fit on their sheet. */
  cutWords: string[];
}

/** The height of the lower margin in points: 1.8 cm. */
const MARGIN = 51;

/** Reads a PDF. */
export function readPaper(input: Uint8Array): Paper {
  const readPdf = (...options: string[]) => {
    const { stdout, status } = spawnSync('pdftotext', [...options, '-', '-'], { input, maxBuffer: 2 ** 28 });
    expect(status).toBe(0);
    return stdout.toString();
  };
  const cutWords: string[] = [];
  let [width, height] = [0, 0];
  const widths: number[] = [];
  for (const [, tag, attributes, word] of readPdf('-bbox').matchAll(/<(page|word) ([^>]*)>([^<]*)/g)) {
    const number = (name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(attributes!)![1]);
    if (tag === 'page') {
      [width, height] = [number('width'), number('height')];
      widths.push(width);
    } else if (number('xMin') < 0 || number('xMax') > width || number('yMin') < 0 || number('yMax') > height) {
      cutWords.push(word!);
    }
  }
  /** The text of each sheet between two heights. The last form feed ends the last sheet. */
  const textsBetween = (top: number, bottom: number) => {
    const area = { '-x': 0, '-y': top, '-W': width, '-H': bottom - top };
    const options = Object.entries(area).flatMap(([option, value]) => [option, String(Math.round(value))]);
    return readPdf('-raw', ...options)
      .split('\f')
      .slice(0, -1)
      .map(normalizeText);
  };
  const sheets = textsBetween(0, height - MARGIN);
  return {
    text: sheets.join(''),
    sheets,
    get margins() {
      return textsBetween(height - MARGIN, height); // few tests ask for it
    },
    widths,
    cutWords,
  };
}

/**
 * Removes what may differ between a page and its PDF: ligatures, spaces and line breaks, hyphens in words, which a PDF loses at the
 * end of a line, emoji, for which the machine may have no font, the quotation marks around the words of the course, and
 * the dots between the numbers of sources.
 */
export const normalizeText = (text: string) =>
  text.normalize('NFKC').replace(/(?<=[\p{L}\p{N}])-+|[\s·“”✓≈×↻\p{Extended_Pictographic}]+/gu, '');

/**
 * The text of elements as it should be printed: a link to another site is followed by its address, unless it is in the words
 * of the course. In a lesson plan, each link is followed by the number of its address in the list at the end. The head of a
 * column, not each row without a verdict, says that the numbers are sources, and no cell says whether its row was tried. The link that explains an answer is left out.
 */
const expectedTexts = (page: Page, selectors: string[]) =>
  page.evaluate((selectors) => {
    const isOtherPage = ({ href }: HTMLAnchorElement) => href.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0];
    const links = document.querySelectorAll<HTMLAnchorElement>(
      'main > :is(p, ul) a:not(.term, .cite a, .row-sources a, .actions a)',
    );
    const numbered = location.pathname.includes('/teach/lesson-')
      ? [...new Set([...links].filter(isOtherPage).map(({ href }) => href))]
      : [];
    const expectedText = (element: Element) => {
      const copy = element.cloneNode(true) as Element;
      for (const control of copy.querySelectorAll(
        '.anchor, .cite-panel, .exports, .notes > a, .error-field, noscript, script, button, [role="tooltip"]',
      ))
        control.remove();
      if (element.matches('.question > p')) copy.lastElementChild!.remove();
      for (const sources of copy.querySelectorAll('.row-sources:first-child')) sources.firstChild!.remove();
      for (const link of copy.querySelectorAll<HTMLAnchorElement>('a:not(.term, .cite a, .fact a, q a)')) {
        const number = element.closest('.sources') ? 0 : numbered.indexOf(link.href) + 1;
        if (number) link.append(` (${number})`);
        else if (link.host !== location.host) link.append(` (${link.getAttribute('href')})`);
      }
      return copy.textContent;
    };
    return selectors.map((selector) => Array.from(document.querySelectorAll(selector), expectedText));
  }, selectors);

const PRINTED_SELECTORS = [
  'h1',
  'h2',
  'h3',
  'caption',
  'tbody th',
  'tbody td',
  '.correction:not(.quiz p)',
  'details.question > p',
  '.sources li',
  'p:not(.quiz details p)',
  'li',
  'dd',
  'pre',
];

/** Whether words are on a sheet, or begin on one and go on with the next. */
const isOnPaper = (sheets: string[], words: string): boolean =>
  sheets.some((sheet) => sheet.includes(words)) || sheets.some((_, index) => beginsOn(index, sheets, words));

function beginsOn(index: number, sheets: string[], words: string): boolean {
  const sheet = sheets[index] ?? '';
  let length = words.length;
  while (length && !sheet.includes(words.slice(0, length))) length--;
  return length === words.length || (length > 0 && beginsOn(index + 1, sheets, words.slice(length)));
}

/** Expects that the main text of a page is on paper, whole. */
export async function expectPrintedText(page: Page, format: PaperFormat): Promise<void> {
  const { cutWords, sheets } = await printPage(page, format);
  expect.soft(cutWords, format).toEqual([]);
  const license = normalizeText('Text, tables and figures: CC BY 4.0');
  expect
    .soft(
      sheets.filter((sheet) => sheet.startsWith(license)),
      'a sheet for the license',
    )
    .toEqual([]);
  // What a quiz says before its questions is for the screen.
  const leftOut =
    'main > footer *, .moved *, .actions, .start h1 + p + p, .eyebrow, main:has(> .quiz) > p:not(.heading ~ p)';
  const selectors = PRINTED_SELECTORS.map((selector) => `main ${selector}:not(${leftOut})`);
  for (const [index, expected] of (await expectedTexts(page, selectors)).entries()) {
    const missing = expected.filter((words) => !isOnPaper(sheets, normalizeText(words)));
    expect.soft(missing, `${format} ${PRINTED_SELECTORS[index]}`).toEqual([]);
  }
}
