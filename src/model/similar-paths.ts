/** Finds the paths, or the fragments of a page, that a wrong one may mean. */

/** The lowest similarity, from 0 to 1, at which a page is worth suggesting. */
const MIN_SIMILARITY = 0.4;

/** Decodes an address. One with a malformed escape stays as it is. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Removes from a path what copying and typing add: case, escapes, and punctuation, `index.html`, `.html` and slashes at its end. */
const tidyPath = (path: string) =>
  decode(path)
    .toLowerCase()
    .replace(/[^\w/-]+$/, '')
    .replace(/((^|\/)index)?(\.html?)?\/*$/, '');

/** A tidied path without slashes and hyphens, except a hyphen at its end, where a longer path was cut off. */
const normalizePath = (path: string) => tidyPath(path).replace(/[^a-z0-9](?!$)/g, '');

/**
 * Finds the only page whose normalized path equals the normalized requested path.
 * @param requested the path below the site's root
 * @param paths the paths of the site's pages
 */
export function uniqueMatch(requested: string, paths: string[]): string | undefined {
  const wanted = normalizePath(requested);
  // A path without Latin letters or digits normalizes to nothing, as the path of the start page does.
  if (!wanted && !/^(index(\.html?)?)?\/*$/i.test(requested)) return undefined;
  const matches = paths.filter((path) => normalizePath(path) === wanted);
  return matches.length === 1 ? matches[0] : undefined;
}

/** A path as it is compared: its words, without what copying and typing add. */
const textOf = (path: string) => tidyPath(path).replace(/[^a-z0-9/]+/g, '-');

/**
 * The pieces that are compared: three letters each, because words are added, left out, inflected and put in another order more
 * often than they are misspelled. The last part, which names the page, counts once more on its own.
 * @param text of a path
 */
function piecesOf(text: string): Set<string> {
  const piecesIn = (text: string, mark: string) =>
    Array.from(`-${text.replaceAll('/', '-')}-`.matchAll(/(?=(.[^-].))/g), ([, piece]) => mark + piece!);
  return new Set([...piecesIn(text, ''), ...piecesIn(text.replace(/.*\//, ''), '/')]);
}

/** Two words of four letters or more, which people abbreviate: `virtual-machines`. */
const ABBREVIATED = /\b(\w)\w{3,}-(\w)\w{3,}/g;

/* eslint-disable @typescript-eslint/prefer-string-starts-ends-with -- every text starts with '', the end of the other one */
/** Whether at most `limit` typing errors turn one text into the other: letters left out, added, replaced, or swapped. */
const isWithin = (a: string, b: string, limit: number): boolean =>
  a === b ||
  (a[0] === b[0]
    ? isWithin(a.slice(1), b.slice(1), limit)
    : limit > 0 &&
      (isWithin(a.slice(1), b.slice(1), limit - 1) ||
        isWithin(a.slice(1), b, limit - 1) ||
        isWithin(a, b.slice(1), limit - 1) ||
        (a[0] === b[1] && a[1] === b[0] && isWithin(a.slice(2), b.slice(2), limit - 1))));
/* eslint-enable @typescript-eslint/prefer-string-starts-ends-with */

/**
 * Finds the paths that are most similar to the requested one, at most `count`, best first: those with one typing error, those
 * with two, if it has six characters or more, and then those that share the most with it, not counting its first word if it has
 * several: all questions share theirs, for example. A path that begins with the requested one, or has all of it, such as a
 * single word of the page's name, is always worth suggesting.
 */
export function similarPaths(requested: string, paths: string[], count: number): string[] {
  const words = new Map(Array.from(paths.join(' ').matchAll(ABBREVIATED), ([words, a, b]) => [a! + b!, words]));
  const typed = textOf(requested);
  const [head] = /^\w+-|/.exec(typed)!;
  const wanted = [...piecesOf(typed.replace(head, '').replace(/\w+?(?=s?\b)/g, (word) => words.get(word) ?? word))];
  return paths
    .map((path) => {
      const text = textOf(path);
      const pieces = piecesOf(text.replace(head, ''));
      const shared = wanted.filter((piece) => pieces.has(piece)).length;
      const typos = +isWithin(typed, text, 1) + +isWithin(typed, text, typed.length > 5 ? 2 : 0);
      const hasAll = +((shared > 0 && text.startsWith(typed)) || shared / wanted.length === 1);
      return { path, score: typos + hasAll * MIN_SIMILARITY + (2 * shared) / (wanted.length + pieces.size) };
    })
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ path }) => path);
}
