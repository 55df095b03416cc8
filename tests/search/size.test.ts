/** What a first search costs, in bytes as a host compresses them, for every query that the tests and the search know. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { createEngine } from '../../src/search/engine.ts';
import {
  INDEX_FILE,
  searchFile,
  type PackedDocuments,
  type PackedIndex,
  type PackedPostings,
} from '../../src/search/packed.ts';
import { MAX_TEXTS } from '../../src/search/results.ts';
import { readIndex } from '../../src/search/search-index.ts';
import { readLearned, readSet, SETS } from './sets.ts';

const contents = new Map<string, { json: unknown; bytes: number }>();
function read(path: string): { json: unknown; bytes: number } {
  const file = `dist/${path}`;
  const content = contents.get(path) ?? {
    json: JSON.parse(readFileSync(file, 'utf8')) as unknown,
    bytes: brotliCompressSync(readFileSync(file)).length,
  };
  contents.set(path, content);
  return content;
}

const bytesOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + read(path).bytes, 0);

/** The site has this many pages for which the budget was set. It may grow with the square root of their number. */
const PAGES = 35;
const BUDGET = 40_000;

test('a first search costs at most 40 KB, whatever it asks for', async () => {
  const code = globSync(['dist/_astro/{box,dialog}.*.js', 'dist/_astro/search.*.css']);
  assert.equal(code.length, 3);
  const codeBytes = code.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
  const index = readIndex(read(INDEX_FILE).json as PackedIndex);
  const fetched = new Set<string>();
  const fetch = (path: string): Promise<unknown> => {
    fetched.add(path);
    return Promise.resolve(read(path).json);
  };
  const { search } = createEngine(index, {
    postings: (number) => fetch(searchFile('postings', number)) as Promise<PackedPostings>,
    documents: (number) => fetch(searchFile('documents', number)) as Promise<PackedDocuments>,
  });
  const queries = new Set([readLearned(), ...SETS.map(readSet)].flat().map(({ query }) => query));
  assert.ok(queries.size > 4000);

  let worst = { query: '', bytes: 0 };
  const pages = new Set<string>();
  for (const query of queries) {
    fetched.clear();
    const { results } = await search(query);
    for (const { document } of results) pages.add(document.path);
    for (const { document } of results.slice(0, MAX_TEXTS)) fetched.add(searchFile('answers', document.answers));
    const bytes = codeBytes + bytesOf([INDEX_FILE, ...fetched]);
    const rounds = [...fetched].map((path) => path.split('/')[1]!).filter((folder) => folder !== 'answers');
    assert.deepEqual(rounds, rounds.toSorted().reverse(), `${query}: postings in one round, documents in the next`);
    if (bytes > worst.bytes) worst = { query, bytes };
  }
  console.log(`The largest first search: ${worst.bytes} bytes, for: ${worst.query}`);
  const budget = BUDGET * Math.max(1, Math.sqrt(pages.size / PAGES));
  assert.ok(worst.bytes <= budget, `"${worst.query}" costs ${worst.bytes} bytes, not ${Math.round(budget)}`);
});
