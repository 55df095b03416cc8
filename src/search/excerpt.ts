/** The text of search results, with the words that matched marked. */
import { FLAG } from '../model/code-breaks.ts';
import { stem, wordsOf } from './words.ts';

const isMatch = (word: string, stems: ReadonlySet<string>) => wordsOf(word).some((part) => stems.has(stem(part)));

export const createElement = (tag: string, text: string): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};

/**
 * Marks the words of a text that matched. A flag is in an element in which nothing breaks, as on pages.
 * @param text plain text, in which backticks enclose code; a single one is only a character, as in the message of a shell
 * @param stems of the words to mark
 */
export function markMatches(text: string, stems: ReadonlySet<string>): DocumentFragment {
  const fragment = new DocumentFragment();
  for (const [index, part] of text.split(/`([^`]*)`/).entries()) {
    if (!part) continue;
    const parent = index % 2 ? createElement('code', '') : fragment;
    for (const [index, piece] of part.split(FLAG).entries()) {
      const flag = createElement('span', '');
      flag.append(...markWords(piece, stems));
      parent.append(...(index % 2 ? [flag] : flag.childNodes));
    }
    if (parent !== fragment) fragment.append(parent);
  }
  return fragment;
}

const markWords = (text: string, stems: ReadonlySet<string>): (string | Node)[] =>
  text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((piece) => (isMatch(piece, stems) ? createElement('mark', piece) : piece));

const EXCERPT_WORDS = 36;
/** This many words before the first match give its context. */
const CONTEXT_WORDS = 6;

/**
 * The part of a text that has the most matches; its beginning if it has none.
 * @param text plain text, in which backticks enclose code
 * @param stems of the words that match
 */
export function excerptOf(text: string, stems: ReadonlySet<string>): string {
  const words = text.split(' ');
  if (words.length <= EXCERPT_WORDS) return text;
  const matches = words.map((word) => isMatch(word, stems));
  let bestStart = 0;
  let bestCount = 0;
  for (let start = 0; start + EXCERPT_WORDS <= words.length; start++) {
    const count = matches.slice(start, start + EXCERPT_WORDS).filter(Boolean).length;
    if (count > bestCount) [bestStart, bestCount] = [start, count];
  }
  const contextStart = matches.indexOf(true, bestStart) - CONTEXT_WORDS;
  const start = bestCount ? Math.max(0, Math.min(contextStart, words.length - EXCERPT_WORDS)) : 0;
  const end = start + EXCERPT_WORDS;
  const excerpt = closeCode(words.slice(0, start).join(' '), words.slice(start, end).join(' '));
  const ellipsisIf = (isCut: boolean) => (isCut ? '…' : '');
  return [ellipsisIf(start > 0), excerpt, ellipsisIf(end < words.length)].join(' ').trim();
}

/** Adds the backticks of code that begins before the excerpt or ends after it. */
function closeCode(before: string, excerpt: string): string {
  const endsInCode = (text: string) => text.split('`').length % 2 === 0;
  const opened = endsInCode(before) ? `\`${excerpt}` : excerpt;
  return endsInCode(opened) ? `${opened}\`` : opened;
}
