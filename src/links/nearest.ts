/** Which page somebody meant who asked for one that does not exist. */
import { editDistance } from '../model/problems.ts';

/**
 * What stays of an address when everything that copying and typing get wrong is taken away: case, slashes, hyphens,
 * escaped spaces and punctuation at its end, `index.html`, `.html`.
 */
export function normalizePath(path: string): string {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // A broken escape stays as it is.
  }
  return text
    .toLowerCase()
    .replace(/[\s"'“”’.,;:!?)\]}>]+$/, '')
    .replace(/(^|\/)index(\.html?)?\/*$/, '')
    .replace(/\.html?\/*$/, '')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * The page that is meant for certain: the only one with the same normalizePath.
 * @param asked the path below the site's root
 * @param paths the paths of the site's pages
 */
export function uniqueMatch(asked: string, paths: string[]): string | undefined {
  // Of an address in another script nothing stays; that does not make it the start page's.
  if (!normalizePath(asked) && !/^(index(\.html?)?)?\/*$/i.test(asked)) return undefined;
  const found = paths.filter((path) => normalizePath(path) === normalizePath(asked));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The pages that are most like what was asked for, the likeliest first, at most `count`.
 * The last part of a path says most: a page may have moved to another folder.
 */
export function nearest(asked: string, paths: string[], count: number): string[] {
  const last = (path: string) => normalizePath(path.replace(/\/+$/, '').split('/').at(-1) ?? '');
  const likeness = (a: string, b: string) => 1 - editDistance(a, b) / Math.max(a.length, b.length, 1);
  return paths
    .map((path) => ({
      path,
      score: Math.max(likeness(normalizePath(asked), normalizePath(path)), likeness(last(asked), last(path))),
    }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ path }) => path);
}
