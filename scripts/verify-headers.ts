/** What is wrong with the headers of an answer. */
import { headersFor } from '../src/hosting/headers.ts';
import { mediaType } from '../src/hosting/media-types.ts';

/** In seconds. */
export const A_DAY = 24 * 60 * 60;

/** The other names of types. */
const SYNONYMS: Record<string, string> = { 'application/javascript': 'text/javascript', 'text/xml': 'application/xml' };
/** Such a file cannot name its own encoding. */
const NEEDS_CHARSET = /\.(csv|md|txt)$/;

/** How long a browser may keep an answer, in seconds. */
export const maxAge = (caching: string): number => Number(/max-age=(\d+)/.exec(caching)?.[1] ?? 0);

/** The differences between the headers of a response and those that the project sets for a path. */
export function headerProblems(headers: Headers, path: string): string[] {
  return Object.entries(headersFor(path)).flatMap(([name, expected]) => {
    const actual = headers.get(name);
    if (actual === null) return [`The header ${name} is missing.`];
    // Some hosts express "no-cache" in another way, and some say a day where others say forever.
    const isAsGood =
      name === 'Cache-Control' &&
      (expected === 'no-cache'
        ? /no-cache|max-age=0\b/.test(actual)
        : maxAge(actual) >= Math.min(A_DAY, maxAge(expected)));
    return actual === expected || isAsGood ? [] : [`The header ${name} is "${actual}", not "${expected}".`];
  });
}

/** What is wrong with the type of a file and its charset. */
export function typeProblems(headers: Headers, file: string): string[] {
  const expected = mediaType(file);
  if (!expected) return [];
  const actual = headers.get('content-type');
  const wrong = `Files like *${file.slice(file.lastIndexOf('.'))} have the type "${actual ?? ''}", not "${expected}".`;
  const type = (value: string) => value.split(';')[0]!.trim().toLowerCase();
  const charset = /charset="?([\w-]+)/i.exec(actual ?? '')?.[1]?.toLowerCase();
  const hasType = actual !== null && (SYNONYMS[type(actual)] ?? type(actual)) === type(expected);
  const hasCharset = charset === undefined ? !NEEDS_CHARSET.test(file) : charset === 'utf-8';
  return hasType && hasCharset ? [] : [wrong];
}
