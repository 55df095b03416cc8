/** Finds the paths that a wrong one may mean. */
import { editDistance } from './problems.ts';

/** The similarity, from 0 to 1, from which on a page is worth suggesting. */
const MIN_SIMILARITY = 0.5;

/**
 * Removes everything from a path that copying and typing get wrong: case, slashes, hyphens, escaped spaces, punctuation at
 * the end, `index.html` and `.html`.
 */
function normalizePath(path: string): string {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // The path has a malformed escape, so it is used as it is.
  }
  return text
    .toLowerCase()
    .replace(/[\s"'“”’.,;:!?)\]}>]+$/, '')
    .replace(/(^|\/)index(\.html?)?\/*$/, '')
    .replace(/\.html?\/*$/, '')
    .replace(/[^a-z0-9]/g, '');
}

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

/** How similar two texts are, from 0 to 1. It is 0 if they are too different in length to be worth a look. */
function similarity(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const isNear = Math.min(a.length, b.length) >= length * MIN_SIMILARITY;
  return isNear ? 1 - editDistance(a, b) / (length || 1) : 0;
}

/**
 * Finds the paths that are most similar to the requested one, at most `count`, best first. The last segments are also
 * compared alone, because a page may have moved to another folder.
 */
export function similarPaths(requested: string, paths: string[], count: number): string[] {
  const forms = (path: string) => [path, path.replace(/\/+$/, '').split('/').at(-1)!].map(normalizePath);
  const wanted = forms(requested);
  return paths
    .map((path) => ({
      path,
      score: Math.max(...forms(path).map((form, index) => similarity(form, wanted[index]!))),
    }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ path }) => path);
}
