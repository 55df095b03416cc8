/**
 * Where code within a sentence may break. Browsers break a flag after its hyphens, and a long name in the middle of a word.
 * So a flag gets a <span>, in which `base.css` allows no break, and a long name a <wbr> at the end of each of its parts.
 * Neither changes the text: what readers copy, find and export stays as it was written.
 */

export type Child =
  | { type: 'text'; value: string }
  | { type: 'element'; tagName: string; properties: Record<string, never>; children: Child[] };

/** `--env-file` and `-it`, not the value that may follow. */
export const FLAG = /(?<![^\s"'([])(--?[A-Za-z][\w-]*)/;

/** Between the parts of a name: after a slash, colon, comma, equals sign or underscore, before a dot or @, before a capital. */
const PART_ENDS = /(?<=[\w~][/:,=_]|\w\\(?!\d))(?=\w)|(?<=\w)(?=[.@][A-Za-z])|(?<=[a-z])(?=[A-Z])/;

/** Marks a place to break. No text of the content contains it. */
const BREAK = '\0';

const text = (value: string): Child => ({ type: 'text', value });
const element = (tagName: string, children: Child[] = []): Child => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** Splits a text where the parts of its long words end: words of at least `length` characters. The pieces make up the text. */
const splitLongWords = (words: string, length = 20): string[] =>
  words.replace(/\S+/g, (word) => (word.length < length ? word : word.split(PART_ENDS).join(BREAK))).split(BREAK);

/** The content of a <code> element within a sentence. @param code its text */
export function withBreaks(code: string): Child[] {
  return code.split(FLAG).flatMap((piece, index) => {
    const isFlag = index % 2 === 1;
    return isFlag ? element('span', [text(piece)]) : withPartEnds(piece);
  });
}

/** A word of 20 characters or more may be wider than the cell of a table. */
const withPartEnds = (words: string): Child[] =>
  splitLongWords(words)
    .flatMap((part, index) => (index ? [element('wbr'), text(part)] : text(part)))
    .filter((child) => child.type === 'element' || child.value);

/**
 * The HTML of a text that is not Markdown, such as a path, with a <wbr> at the end of each part of its long words.
 * @param length the number of characters from which a word may be too wide for its place
 */
export const breakableHtml = (words: string, length: number): string =>
  splitLongWords(words, length)
    .map((piece) => piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .join('<wbr>');
