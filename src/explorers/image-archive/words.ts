/** The words for what is in an archive: sizes, permissions, names. */
import type { EntryType } from '../../image-archive/types.ts';

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** A size in words: `1 byte`, `3.4 KB`, `512 MB`. @param bytes its number of bytes */
export function formatSize(bytes: number): string {
  if (bytes === 1) return '1 byte';
  const power = Math.min(UNITS.length - 1, bytes && Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power && value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${UNITS[power]!}`;
}

/** A number of things: `1 layer`, `1,234 files`. */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : `${noun}s`}`;

const TYPE_LETTERS: Record<EntryType, string> = {
  file: '-',
  folder: 'd',
  link: 'l',
  hardlink: '-',
  'character-device': 'c',
  'block-device': 'b',
  pipe: 'p',
};

/** Type and permissions as `ls -l` shows them: a letter and three groups of three. */
export function formatMode(type: EntryType, mode: number): string {
  const letters = ['r', 'w', 'x', 'r', 'w', 'x', 'r', 'w', 'x'].map((letter, index) =>
    mode & (0o400 >> index) ? letter : '-',
  );
  for (const [bit, index, mark] of [
    [0o4000, 2, 's'],
    [0o2000, 5, 's'],
    [0o1000, 8, 't'],
  ] as const)
    if (mode & bit) letters[index] = letters[index] === 'x' ? mark : mark.toUpperCase();
  return TYPE_LETTERS[type] + letters.join('');
}

/** The most characters of a value that are shown. */
const MAX_LENGTH = 4000;

/**
 * A text from an archive as it can be shown: characters that would hide or reorder others are escaped, such as `\u{202e}`,
 * and a very long text is cut.
 * @param keep characters that stay as they are
 */
export function visible(text: string, keep = ''): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return escapeHidden(cut, keep);
}

/** As `visible` does, without cutting. */
const escapeHidden = (text: string, keep = ''): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    keep.includes(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );

/** Words of a command as a shell would need them. */
export const quoteWords = (words: string[]): string =>
  words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');

/** Bytes in a line of a dump. */
const LINE = 16;

/** Bytes in hexadecimal, with their text. */
function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += LINE) {
    const line = [...bytes.subarray(offset, offset + LINE)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(3 * LINE - 1)}  ${text}`);
  }
  return lines.join('\n');
}

/** The text of bytes, or a dump of them if they aren't text. @param isCut whether more bytes follow */
export function textOrDump(bytes: Uint8Array, isCut: boolean): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    if (!text.includes('\0')) return escapeHidden(text, '\n\t').replaceAll('\\u{d}\n', '\n');
  } catch {
    // not UTF-8
  }
  return hexDump(bytes);
}

/** Changes one byte of a text: its first digit becomes the next one. A text without digits stays as it is. */
export const changeOneByte = (text: string): string => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

/** The most characters of a word that are shown before a changed byte, and after it. */
const MAX_WORD = 40;

/**
 * Finds where a text begins to differ from another one.
 * @returns the number of that byte, from 1, and what was there and is there now: the byte, and the word around it; or only the
 * number, if more than one byte differs
 */
export function differenceOf(before: string, after: string): { byte: number; bytes?: string[]; words?: string[] } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const [old, now] = [before, after].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
  const byte = old.findIndex((value, index) => value !== now[index]) + 1 || old.length + 1;
  const bytes = [before, after].map((text) => text.slice(at, at + 1));
  const isOne = before.slice(at + 1) === after.slice(at + 1) && bytes.every((text) => /^[ -~]$/.test(text));
  if (!isOne) return { byte };
  const start = at - /\w*$/.exec(before.slice(Math.max(0, at - MAX_WORD), at))![0].length;
  const wordIn = (text: string) => text.slice(start, at) + /^.\w*/.exec(text.slice(at, at + MAX_WORD))![0];
  return { byte, bytes, words: [before, after].map(wordIn) };
}
