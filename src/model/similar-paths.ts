/** Finds the paths that a wrong one may mean. */

/** The similarity, from 0 to 1, from which on a page is worth suggesting. */
const MIN_SIMILARITY = 0.4;

/** Decodes an address. One with a malformed escape stays as it is. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Removes from a path what copying and typing add: case, escapes, punctuation at the end, `index.html` and `.html`. */
const tidyPath = (path: string) =>
  decode(path)
    .toLowerCase()
    .replace(/[\s"'“”’.,;:!?)\]}>]+$/, '')
    .replace(/(^|\/)index(\.html?)?\/*$/, '')
    .replace(/\.html?\/*$/, '');

/** A path without slashes and hyphens, too. */
const normalizePath = (path: string) => tidyPath(path).replace(/[^a-z0-9]/g, '');

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

/**
 * The pieces of a path that are compared: three letters each, because words are added, left out, inflected and put in another
 * order more often than they are misspelled. The last part, which names the page, counts once more on its own.
 */
function piecesOf(path: string): Set<string> {
  const text = tidyPath(path).replace(/[^a-z0-9/]+/g, '-').replace(/\/+$/, ''); // prettier-ignore
  const piecesIn = (text: string, mark: string) =>
    Array.from(`-${text.replaceAll('/', '-')}-`.matchAll(/(?=(.[^-].))/g), ([, piece]) => mark + piece!);
  return new Set([...piecesIn(text, ''), ...piecesIn(text.replace(/.*\//, ''), '/')]);
}

/** Two words of four letters or more, which people abbreviate: `virtual-machines`. */
const ABBREVIATED = /\b(\w)\w{3,}-(\w)\w{3,}/g;

/** Finds the paths that are most similar to the requested one, at most `count`, best first. */
export function similarPaths(requested: string, paths: string[], count: number): string[] {
  const words = new Map(Array.from(paths.join(' ').matchAll(ABBREVIATED), ([words, a, b]) => [a! + b!, words]));
  const inFull = tidyPath(requested).replace(/\w+?(?=s?\b)/g, (word) => words.get(word) ?? word);
  const wanted = [...piecesOf(inFull)];
  return paths
    .map((path) => {
      const pieces = piecesOf(path);
      const shared = wanted.filter((piece) => pieces.has(piece)).length;
      return { path, score: (2 * shared) / (wanted.length + pieces.size) };
    })
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ path }) => path);
}
