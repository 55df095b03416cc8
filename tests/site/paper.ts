/** A page on paper, read back from its PDF by poppler. */
import { expect, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';

export const hasPdfTools = spawnSync('pdftotext', ['-v']).status === 0;
export const WITHOUT_PDF_TOOLS = 'pdftotext is not installed (Debian: poppler-utils), so no PDF can be read back.';

/** The width of the paper, in points. */
const WIDTHS = { A4: 595, Letter: 612 };
export type Format = keyof typeof WIDTHS;
export const formats = Object.keys(WIDTHS) as Format[];

/** What a page prints: its text in the order of the page, and the words that do not fit on the paper. */
export async function printed(page: Page, format: Format) {
  const input = await page.pdf({ format });
  const read = (option: string) => {
    const { stdout, status } = spawnSync('pdftotext', [option, '-', '-'], { input, maxBuffer: 2 ** 28 });
    expect(status).toBe(0);
    return stdout.toString();
  };
  const cut: string[] = [];
  let [width, height] = [0, 0];
  const widths: number[] = [];
  for (const [, tag, attributes, word] of read('-bbox').matchAll(/<(page|word) ([^>]*)>([^<]*)/g)) {
    const number = (name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(attributes!)![1]);
    if (tag === 'page') {
      [width, height] = [number('width'), number('height')];
      widths.push(width);
    } else if (number('xMin') < 0 || number('xMax') > width || number('yMin') < 0 || number('yMax') > height)
      cut.push(word!);
  }
  for (const width of widths) expect(Math.abs(width - WIDTHS[format])).toBeLessThan(2);
  return { text: squeeze(read('-raw')), cut };
}

/**
 * Without what differs on paper: emoji, for which there may be no font, spaces, line breaks, the hyphens in words, which
 * are lost where a line ends, quotation marks around the words of the course, dots between the numbers of sources.
 */
export const squeeze = (text: string) => text.replace(/(?<=[\p{L}\p{N}])-+|[\s·“”\p{Extended_Pictographic}]+/gu, '');
