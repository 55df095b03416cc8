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

/** A word of so many characters may be wider than the cell of a table. */
const LONG_WORD = /\S{20,}/g;

/** Between the parts of a name: after a slash, colon, comma, equals sign or underscore, before a dot or @, before a capital. */
export const PART_ENDS = /(?<=\w[/:,=_])(?=\w)|(?<=\w)(?=[.@][A-Za-z])|(?<=[a-z])(?=[A-Z])/;

const text = (value: string): Child => ({ type: 'text', value });
const element = (tagName: string, children: Child[] = []): Child => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** The content of a <code> element within a sentence. @param code its text */
export function withBreaks(code: string): Child[] {
  return code.split(FLAG).flatMap((piece, index) => {
    const isFlag = index % 2 === 1;
    return isFlag ? element('span', [text(piece)]) : withPartEnds(piece);
  });
}

/** The text with a <wbr> at the end of each part of its long words. */
function withPartEnds(words: string): Child[] {
  const BREAK = '\0'; // no text of the content holds it
  const marked = words.replace(LONG_WORD, (word) => word.split(PART_ENDS).join(BREAK));
  return marked
    .split(BREAK)
    .flatMap((part, index) => (index ? [element('wbr'), text(part)] : text(part)))
    .filter((child) => child.type === 'element' || child.value);
}
