/**
 * Finds the addresses of a site in text, however its format escapes them: `&amp;` and `&#x2F;` in XML and HTML, `\/`
 * and `\u002f` in JSON, `\:` and `\#` in Markdown and GIFT, `%2F` in the query of another address, and each of these twice.
 * The text has one character for each byte or, in UTF-16, for each two: so a place in the text is a place in the file.
 */

import { scan } from './read-once.ts';
import type { Root } from './roots.ts';

/** An address in a text. */
export interface FoundAddress {
  /** Where it starts and ends in the text. */
  start: number;
  end: number;
  /** As a reader would see it, without escapes. */
  address: string;
  /** The number of the root with which it begins. */
  root: number;
  /** Where that root ends in the text, without its last slash. */
  rootEnd: number;
  /** What follows the root and its last slash, without escapes: `concepts/images/#layers`. */
  rest: string;
  /** Writes text as the address itself is written. */
  escape: (text: string) => string;
}

/** The characters that XML and addresses need, by the names of their entities. */
export const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  sol: '/',
  num: '#',
  colon: ':',
};

const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

/** A pattern that matches a text, each of its signs with or without an escape. */
const escapedPattern = (text: string): string =>
  Array.from(text, (character) => {
    if (/[a-z0-9]/i.test(character)) return character;
    const code = character.charCodeAt(0);
    const names = Object.keys(ENTITIES).filter((name) => ENTITIES[name] === character);
    const entity = [`#0*${code}`, `#x0*${hexOf(character)}`, ...names].join('|');
    return `(?:\\\\*\\${character}|\\\\+u00${hexOf(character)}|&(?:amp;)*(?:${entity});|%(?:25)*${hexOf(character)})`;
  }).join('');

/** A sign in an address: escaped by backslashes, as an entity, or plain. */
const SIGN =
  /\\+(?:u00([0-9a-f]{2})|([^\w\s]))|&(?:amp;)*(?:#0*(\d{1,3})|#x0*([0-9a-f]{1,2})|([a-z]+));|&(?:amp;)*|[!-~]/iy;
/** A sign in an address that is a value in the query of another. */
const SIGN_IN_QUERY = /%(?:25)*([0-9a-f]{2})|[\w.~*-]/iy;

/** The signs that may follow the root: only those that addresses need, since what ends an address differs by format. */
const IN_PATH = /[\w./%+?#-]/;
/** The signs that may follow the path. */
const AFTER_PATH = /[\w./%+?#&=*~!$:@-]/;
/** What ends a sentence, or emphasis, is not part of the address before it. */
const TRAILING = /[.:!?*_~&=+#]+$/;

/** Reads one sign. @param inQuery whether the address is a value in the query of another @returns `undefined` at the end */
function readSign(text: string, at: number, inQuery: boolean): { sign: string; end: number } | undefined {
  const pattern = inQuery ? SIGN_IN_QUERY : SIGN;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [raw, hex, escaped, decimal, entityHex, name] = match;
  const digits = hex ?? entityHex;
  const code = digits ? `0x${digits}` : decimal;
  const sign = code ? String.fromCharCode(Number(code)) : name ? ENTITIES[name.toLowerCase()] : (escaped ?? raw[0]!);
  return sign === undefined ? undefined : { sign, end: at + raw.length };
}

/** What came along when the target of a link was copied out of a sentence, up to the quotation mark that ends the target. */
const STRAY = /^[),.]+(["'])/;
/** The signs around the target of a link: quotation marks, or the brackets of Markdown. */
const AROUND_TARGET = /(["'])\1|\(\)/;

/**
 * The rest of an address after its root, without escapes, and where it ends in the text.
 * @param start of the address
 * @param isEnd whether the address ends before a sign, by the rules of its format
 */
function readRest(
  text: string,
  start: number,
  from: number,
  inQuery: boolean,
  isEnd: (sign: string, at: number) => boolean,
) {
  let whole = '';
  const ends: number[] = [];
  let allowed = IN_PATH;
  for (let at = from; ;) {
    const next = readSign(text, at, inQuery);
    if (!next || isEnd(next.sign, at)) break;
    if (!allowed.test(next.sign) && (STRAY.exec(text.slice(at, at + 9))?.[1] ?? '') !== text[start - 1]) break;
    if ('?#'.includes(next.sign)) allowed = AFTER_PATH;
    whole += next.sign;
    ends.push(next.end);
    at = next.end;
  }
  const around = text[start - 1]! + text[ends.at(-1) ?? from]!;
  if (!AROUND_TARGET.test(around)) whole = whole.replace(TRAILING, '');
  return { whole, end: ends[whole.length - 1] ?? from };
}

/** How a text writes each sign of an address, as far as the address shows it. */
function escapeLike(raw: string, inQuery: boolean, isGift: boolean): (text: string) => string {
  if (inQuery) {
    const percent = /%(?:25)*(?=3a|2f)/i.exec(raw)?.[0] ?? '%';
    return (text) => encodeURIComponent(text).replaceAll('%', percent);
  }
  const forms = new Map<string, string>();
  for (let at = 0; at < raw.length;) {
    const next = readSign(raw, at, false);
    if (next) forms.set(next.sign, raw.slice(at, next.end));
    at = next?.end ?? at + 1;
  }
  // In GIFT, these have a meaning unless they are escaped. A colon has one only before another colon.
  const special = isGift || ['#', '=', '~', ':'].some((sign) => forms.get(sign)?.startsWith('\\')) ? /[#=~{}]/ : /[{}]/;
  const write = (sign: string) => {
    const form = forms.get(sign);
    return form && (form !== sign || !special.test(sign)) ? form : special.test(sign) ? `\\${sign}` : sign;
  };
  return (text) => Array.from(text, write).join('');
}

const SCHEME = escapedPattern('://');
const SLASHES = escapedPattern('//');
/** What may precede the host. Without a scheme, the host must not end a longer name, address or e-mail address. */
const BEFORE_HOST = new RegExp(`(?:(?<!/)(https?)(${SCHEME})|(?<![\\w.@%:/-])(${SLASHES})?)(www\\.)?$`, 'i');
const LONGEST_BEFORE_HOST = 100;

/** Whether a text is in GIFT, a format for quizzes: a title between colons, or a category, and answers in braces. */
export const isGift = (text: string): boolean =>
  /^\s*(?:::[^:]|\$CATEGORY:|\/\/[^\n]*\n\s*(?:::|\$CATEGORY:))/.test(text) && text.includes('{');

/** Says which places in a text are in the braces of the answers, if it is in GIFT. */
function answersIn(text: string): (at: number) => boolean {
  if (!isGift(text)) return () => false;
  const braces = scan(text, /(?<!\\)[{}]/g, { areOpen: false }, (braces, [brace]) => {
    braces.areOpen = brace === '{';
  });
  return (at) => braces(at).areOpen;
}

/**
 * Finds the addresses that begin with one of the roots. Where two roots match, the longer one counts.
 * @param text with one character for each byte or pair of bytes
 * @param onProgress called with the share of the work that is done, from 0 to 1
 * @returns the addresses in the order of the text
 */
export function findAddresses(
  text: string,
  roots: Root[],
  onProgress: (share: number) => void = () => {},
): FoundAddress[] {
  const found = new Map<number, FoundAddress>();
  for (const [root, { host, path }] of roots.entries()) {
    const pattern = new RegExp(escapedPattern(host) + escapedPattern(path.slice(0, -1)), 'gi');
    const isInAnswers = answersIn(text);
    for (const { 0: matched, index } of text.matchAll(pattern)) {
      onProgress((root + index / text.length) / roots.length);
      const before = BEFORE_HOST.exec(text.slice(Math.max(0, index - LONGEST_BEFORE_HOST), index));
      if (!before) continue;
      const [{ length }, scheme, schemeEnd, slashes, www = ''] = before;
      const start = index - length;
      const inQuery = schemeEnd?.includes('%') ?? false;
      const inAnswers = isInAnswers(start);
      const isEnd = (sign: string, at: number) => inAnswers && '#=~'.includes(sign) && text[at] === sign;
      const rootEnd = index + matched.length;
      const { whole, end } = readRest(text, start, rootEnd, inQuery, isEnd);
      if (whole && !/^[/?#]/.test(whole)) continue; // a longer name of a host or a folder
      if (/^:\d/.test(text.slice(rootEnd, rootEnd + 2))) continue; // another port
      if (!scheme && !slashes && !whole && path === '/') continue; // the name of a host in a sentence
      const earlier = found.get(start);
      if (earlier && roots[earlier.root]!.path.length >= path.length) continue;
      const address = `${scheme ? `${scheme}://` : slashes ? '//' : ''}${www}${host}${path.slice(0, -1)}${whole}`;
      const escape = escapeLike(text.slice(start, end), inQuery, inAnswers);
      found.set(start, { start, end, address, root, rootEnd, rest: whole.replace(/^\//, ''), escape });
    }
  }
  const inOrder = [...found.values()].sort((a, b) => a.start - b.start);
  let last = 0;
  // An address in the query of another belongs to that one.
  return inOrder.filter(({ start, end }) => start >= last && (last = end));
}
