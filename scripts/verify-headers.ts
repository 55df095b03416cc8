/** What is wrong with the headers of an answer. */
import { headersFor } from '../src/hosting/headers.ts';
import { mediaType } from '../src/hosting/media-types.ts';
import { encodingsOf } from './request.ts';

/** In seconds. */
export const A_DAY = 24 * 60 * 60;

/** The other names of types. */
const SYNONYMS: Record<string, string> = { 'application/javascript': 'text/javascript', 'text/xml': 'application/xml' };
/** Such a file cannot name its own encoding. */
const NEEDS_CHARSET = /\.(csv|md|txt)$/;

/** Headers that a proxy or a host may add, and that do harm: on which files, with which values, and what comes of it. */
const HARMFUL: { name: string; files: RegExp; values: RegExp; harm: string }[] = [
  {
    name: 'X-Frame-Options',
    files: /^\/embed\/.*\.html$/,
    values: /./,
    harm: 'It keeps other sites from showing embeds. Remove it from the answers under /embed/.',
  },
  {
    name: 'X-Robots-Tag',
    files: /^\/(?!embed\/)(.*\/)?index\.html$/,
    values: /\bnoindex\b|(^|,)\s*none\b/i,
    harm: "Search engines don't list pages with it. Remove it if readers should find the site.",
  },
  {
    name: 'Content-Disposition',
    files: /\.html$/,
    values: /^\s*attachment\b/i,
    harm: 'It makes browsers save pages instead of showing them. Remove it.',
  },
  { name: 'Refresh', files: /\.html$/, values: /./, harm: 'It makes browsers leave the page. Remove it.' },
  {
    name: 'Clear-Site-Data',
    files: /./,
    values: /./,
    harm: 'It makes browsers delete the offline copy and what readers have set. Remove it.',
  },
];

/** How long a browser may keep an answer, in seconds. */
export const maxAge = (caching: string): number => Number(/max-age=(\d+)/i.exec(caching)?.[1] ?? 0);

/** Whether browsers and caches ask for a newer version before they show an answer. */
const isAskedAgain = (caching: string): boolean =>
  /(^|,)\s*(no-cache|no-store|max-age=0)\s*(,|$)/i.test(caching) &&
  !/\b(s-maxage|stale-while-revalidate)=0*[1-9]/i.test(caching);

/** The headers of a response that do harm at a path. */
const harmProblems = (headers: Headers, path: string): string[] =>
  HARMFUL.flatMap(({ name, files, values, harm }) => {
    const value = headers.get(name);
    return value !== null && files.test(path) && values.test(value)
      ? [`The ${name} header is "${value}". ${harm}`]
      : [];
  });

/**
 * The differences between the headers of a response and those that the project sets for a path, and what else does harm.
 * @param isFound whether there is a file at the path. How long browsers keep the answer that there is none is up to the host.
 */
export function headerProblems(headers: Headers, path: string, isFound = true): string[] {
  const differences = Object.entries(headersFor(path)).flatMap(([name, expected]) => {
    if (name === 'Cache-Control' && !isFound) return [];
    const actual = headers.get(name);
    if (actual === null) return [`The ${name} header is missing.`];
    // Some hosts express "no-cache" in another way, and some say a day where others say forever.
    const isAsGood =
      name === 'Cache-Control' &&
      (expected === 'no-cache' ? isAskedAgain(actual) : maxAge(actual) >= Math.min(A_DAY, maxAge(expected)));
    return actual === expected || isAsGood ? [] : [`The ${name} header is "${actual}", not "${expected}".`];
  });
  return [...differences, ...harmProblems(headers, path)];
}

/** What is wrong with the compression of an answer to a request that accepts one encoding. */
export function encodingProblem(headers: Headers, accepted: string): string | undefined {
  const unasked = encodingsOf(headers).filter((name) => name.replace(/^x-/, '') !== accepted && name !== 'identity');
  return unasked.length
    ? `Sent with ${unasked.join(', ')} though the request doesn't accept it, so some readers can't open the file. Have the server and its caches heed Accept-Encoding.`
    : undefined;
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
