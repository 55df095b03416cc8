/** Text as it is shown among the results: code as code, and the words that were asked for marked. */

import { stem, wordsOf } from './words.ts';

const isMeant = (word: string, stems: ReadonlySet<string>) => wordsOf(word).some((one) => stems.has(stem(one)));

const create = (tag: 'mark' | 'code', text: string) => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};

/**
 * @param text plain text with code between backticks
 * @param stems those of the words to mark
 */
export function marked(text: string, stems: ReadonlySet<string>): DocumentFragment {
  const fragment = new DocumentFragment();
  for (const [index, part] of text.split('`').entries()) {
    if (!part) continue;
    const place = index % 2 ? create('code', '') : fragment;
    for (const piece of part.split(/([\p{L}\p{N}]+)/u)) {
      if (piece) place.append(isMeant(piece, stems) ? create('mark', piece) : piece);
    }
    if (place !== fragment) fragment.append(place);
  }
  return fragment;
}

/** How many words of a text are shown around what was asked for. */
const EXCERPT = 36;

/** The part of a text that has most of the words that were asked for; its beginning where it has none. */
export function excerpt(text: string, stems: ReadonlySet<string>): string {
  const all = text.split(' ');
  if (all.length <= EXCERPT) return text;
  const hits = all.map((word) => isMeant(word, stems));
  let best = 0;
  let most = 0;
  for (let start = 0; start + EXCERPT <= all.length; start++) {
    const count = hits.slice(start, start + EXCERPT).filter(Boolean).length;
    if (count > most) [best, most] = [start, count];
  }
  // A few words before the first one that was asked for, so that it can be understood.
  const first = Math.max(0, Math.min(hits.indexOf(true, best) - 6, all.length - EXCERPT));
  const start = most ? first : 0;
  const ellipsis = (there: boolean) => (there ? '…' : '');
  const shown = withWholeCode(all.slice(0, start).join(' '), all.slice(start, start + EXCERPT).join(' '));
  return [ellipsis(start > 0), shown, ellipsis(start + EXCERPT < all.length)].join(' ').trim();
}

/** Closes code that a cut went through, on either side. */
function withWholeCode(before: string, shown: string): string {
  const isOdd = (text: string) => text.split('`').length % 2 === 0;
  const opened = isOdd(before) ? `\`${shown}` : shown;
  return isOdd(opened) ? `${opened}\`` : opened;
}
