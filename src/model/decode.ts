/** Decodes an author's file, which must be plain UTF-8 with nothing hidden in it. */
import { isUtf8 } from 'node:buffer';
import type { Problem } from './problems.ts';

/** Characters that no reader sees, and that change what a text says or how it is read. */
const HIDDEN: [pattern: RegExp, message: string][] = [
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  [/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/, 'This line contains a control character, which is invisible.'],
  // https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
  [
    /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/,
    'This line contains an invisible character that changes the direction of the text.',
  ],
  // Joiners are not among them: emoji and some scripts need them.
  [/[\u200B\u2060\uFEFF]/, 'This line contains an invisible character that has no width.'],
];
const FIX_HIDDEN = 'Delete it. To find it, let your editor show invisible characters.';

/** What Git writes into a file that two people have changed: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented */
const CONFLICT = [
  {
    pattern: /^(<{7}|>{7}|\|{7})( |$)/m,
    message: "Git couldn't merge the text that starts or ends on this line.",
    fix: 'Keep what is right on each side, and delete the lines with "<<<<<<<", "=======" and ">>>>>>>".',
  },
  {
    pattern: /^={7}$/m,
    message: 'This line underlines a heading, or Git left it there after a merge.',
    fix: 'Write a heading as ## Heading {#heading}, and delete this line.',
  },
];

/** What is wrong with a text that contains a character that no reader sees; `undefined` if it contains none. */
export const hiddenCharacter = (text: string): string | undefined =>
  HIDDEN.find(([pattern]) => pattern.test(text))?.[1];

/** How to fix a hidden character that is not in the file itself, but written as a reference or an escape. */
export const FIX_ESCAPED = 'Delete the code that produces it: &#x…; on a page, \\u or \\x in YAML.';

/**
 * @param file the path that messages name
 * @returns the text, with the line ends of Unix, or the problem that keeps it from being read
 */
export function decodeText(file: string, bytes: Buffer): string | Problem {
  if (!isUtf8(bytes)) {
    const [high, low] = [bytes[0], bytes[1]];
    const isUtf16 = (high === 0xff && low === 0xfe) || (high === 0xfe && low === 0xff);
    return {
      file,
      line: isUtf16 ? 1 : lineOfInvalidByte(bytes),
      message: isUtf16 ? 'This file is UTF-16, not UTF-8.' : "This line isn't UTF-8: the file has another encoding.",
      fix: 'Save the file as UTF-8, then check its accented letters and quotation marks.',
    };
  }
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  if (text.startsWith('\uFEFF')) {
    const message = 'The file starts with a byte order mark, which is invisible.';
    return { file, line: 1, message, fix: FIX_HIDDEN };
  }
  const hidden = HIDDEN.map(([pattern, message]) => ({ pattern, message, fix: FIX_HIDDEN }));
  const fault = [...hidden, ...CONFLICT].find(({ pattern }) => pattern.test(text));
  if (!fault) return text;
  const { pattern, message, fix } = fault;
  return { file, line: text.slice(0, text.search(pattern)).split('\n').length, message, fix };
}

/** Lines end with a byte that no other character of UTF-8 contains, so each line can be checked alone. */
function lineOfInvalidByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf('\n', start);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) return line;
    start = next;
  }
  return line;
}
