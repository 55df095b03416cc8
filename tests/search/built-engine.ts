/** The search engine, with files as they are built or packed. */
import { readFileSync } from 'node:fs';
import { createEngine, type SearchEngine } from '../../src/search/engine.ts';
import { packedFiles } from '../../src/search/pack.ts';
import { INDEX_FILE, type PackedIndex, type PackedSearch } from '../../src/search/packed.ts';
import { readIndex } from '../../src/search/search-index.ts';

/**
 * @param read gives the text of a file by its path; it is asked once for each
 * @param onFetch is called with the path each time that the engine needs a file
 * @param kinds of results, if not those of the index
 */
export function engineOf(
  read: (path: string) => string,
  onFetch: (path: string) => void = () => {},
  kinds?: PackedIndex['kinds'],
): SearchEngine {
  const files = new Map<string, unknown>();
  const fetch = (path: string): unknown => {
    onFetch(path);
    if (!files.has(path)) files.set(path, JSON.parse(read(path)));
    return files.get(path);
  };
  const packed = fetch(INDEX_FILE) as PackedIndex;
  return createEngine(readIndex({ ...packed, ...(kinds && { kinds }) }), (path) => Promise.resolve(fetch(path)));
}

/** A reader of a built site. @param folder of the site */
export const builtFiles =
  (folder = 'dist') =>
  (path: string): string =>
    readFileSync(`${folder}/${path}`, 'utf8');

/** A reader of a packed search. */
export function filesOf(packed: PackedSearch): (path: string) => string {
  const files = new Map(packedFiles(packed));
  return (path) => JSON.stringify(files.get(path));
}
