/** What a first search costs, in bytes as a host compresses them, for every query that the tests and the search know. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { INDEX_FILE, searchFile } from '../../src/search/packed.ts';
import { MAX_TEXTS } from '../../src/search/results.ts';
import { builtFiles, engineOf } from './built-engine.ts';
import { readLearned, readSet, SETS } from './sets.ts';

const sizes = new Map<string, number>();
function sizeOf(path: string): number {
  const size = sizes.get(path) ?? brotliCompressSync(readFileSync(`dist/${path}`)).length;
  sizes.set(path, size);
  return size;
}

const bytesOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + sizeOf(path), 0);

/** The site has this many pages for which the budget was set. It may grow with the square root of their number. */
const PAGES = 35;
const BUDGET = 40_000;

test('a first search costs at most 40 KB, whatever it asks for', async () => {
  const code = globSync(['dist/_astro/{box,dialog}.*.js', 'dist/_astro/search.*.css']);
  assert.equal(code.length, 3);
  const codeBytes = code.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
  const fetched = new Set<string>();
  const { search } = engineOf(builtFiles(), (path) => fetched.add(path));
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
