/** `npm run bench -- search`: how the search index and the time of a query grow with the site. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { SearchDocument } from '../../src/search/documents.ts';
import { createEngine } from '../../src/search/engine.ts';
import { pack, type PackedIndex } from '../../src/search/packed.ts';
import { printTable } from './table.ts';

/** What the real site has a page: see the first line that the benchmark prints. */
const DOCUMENTS_A_PAGE = 35;
const WORDS_A_DOCUMENT = 30;

/** Numbers that look random and are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Text as people write it: the n-th most frequent word is n times as rare as the first; new words come with new text. */
function generate(pages: number): SearchDocument[] {
  const random = numbersFrom(pages);
  const vocabulary = Math.round(900 * Math.sqrt(pages)); // Heaps' law
  const word = () => {
    let number = Math.floor(vocabulary ** random());
    let text = '';
    for (; number > 0; number = Math.floor(number / 20))
      text += 'bcdfghjklmnpqrstvwxz'[number % 20]! + 'aeiou'[number % 5]!;
    return text || 'a';
  };
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: pages * DOCUMENTS_A_PAGE }, (_, index) => ({
    kind: index % DOCUMENTS_A_PAGE ? 'section' : 'page',
    path: `/page-${Math.floor(index / DOCUMENTS_A_PAGE)}/`,
    fragment: index % DOCUMENTS_A_PAGE ? `place-${index % DOCUMENTS_A_PAGE}` : '',
    title: words(4),
    names: [],
    asked: [],
    parts: [['', words(WORDS_A_DOCUMENT)]],
  }));
}

const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

function measure(name: string, index: PackedIndex, queries: string[]): string[] {
  const text = JSON.stringify(index);
  const engine = createEngine(JSON.parse(text));
  const load = timeOf(() => createEngine(JSON.parse(text)));
  for (const query of queries) engine.search(query); // warm
  const times = queries.map((query) => timeOf(() => engine.search(query))).sort((a, b) => a - b);
  const documents = index.pages.reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    name,
    documents,
    (brotliCompressSync(text).length / 1024).toFixed(1),
    load.toFixed(0),
    times[times.length >> 1]!.toFixed(2),
    times.at(-1)!.toFixed(2),
  ].map(String);
}

/** Three words of titles, one of them with a slip, and one begun: what a reader types on the way to a result. */
function queriesFor(documents: SearchDocument[]): string[] {
  return Array.from({ length: 50 }, (_, index) => {
    const [first = '', second = '', third = ''] = documents[(index * 7919) % documents.length]!.title.split(' ');
    return [first, `${second.slice(0, -1)}y`, third.slice(0, 3)].join(' ');
  });
}

export function benchSearch(): void {
  const rows = [['pages', 'documents', 'index, KB (brotli)', 'load, ms', 'query, ms', 'slowest, ms']];
  const real = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
  const asked = ['where are images stored', 'dokcer hub limts', 'exec format error', 'hub vs ecr', 'contain', 'c'];
  rows.push(measure(`${real.pages.length} (this site)`, real, asked));
  for (const pages of [10, 100, 1000]) {
    const documents = generate(pages);
    rows.push(measure(String(pages), pack(documents, real.synonyms), queriesFor(documents)));
  }
  printTable(rows);
}
