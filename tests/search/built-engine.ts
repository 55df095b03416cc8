/** The search engine, with files as they are built or packed. */
import { readFileSync } from 'node:fs';
import { createEngine, type SearchEngine } from '../../src/search/engine.ts';
import {
  INDEX_FILE,
  searchFile,
  type PackedDocuments,
  type PackedIndex,
  type PackedPostings,
  type PackedSearch,
} from '../../src/search/packed.ts';
import { readIndex } from '../../src/search/search-index.ts';

/**
 * The engine of a built site.
 * @param folder of the site
 * @param kinds of results, if not those of the index
 */
export function builtEngine(folder = 'dist', kinds?: PackedIndex['kinds']): SearchEngine {
  const files = new Map<string, unknown>();
  const read = (path: string): unknown => {
    if (!files.has(path)) files.set(path, JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')));
    return files.get(path);
  };
  return createEngine(readIndex({ ...(read(INDEX_FILE) as PackedIndex), ...(kinds && { kinds }) }), {
    postings: (number) => Promise.resolve(read(searchFile('postings', number)) as PackedPostings),
    documents: (number) => Promise.resolve(read(searchFile('documents', number)) as PackedDocuments),
  });
}

/** The engine of a packed search, as it travels. */
export function packedEngine(packed: PackedSearch): SearchEngine {
  const { index, postings, documents } = JSON.parse(JSON.stringify(packed)) as PackedSearch;
  return createEngine(readIndex(index), {
    postings: (number) => Promise.resolve(postings[number]!),
    documents: (number) => Promise.resolve(documents[number]!),
  });
}
