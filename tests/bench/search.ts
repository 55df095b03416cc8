/** `npm run bench -- search`: the size of the search index and the time of a query as the site grows. */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import type { SearchDocument } from '../../src/search/documents.ts';
import { createEngine } from '../../src/search/engine.ts';
import { pack } from '../../src/search/pack.ts';
import type { PackedIndex } from '../../src/search/packed.ts';
import { median, printTable } from './table.ts';

/** About as many as on this site, which the first line of the output shows. */
const DOCUMENTS_PER_PAGE = 35;
const WORDS_PER_DOCUMENT = 30;

/** A generator of pseudorandom numbers: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Generates documents with the word frequencies of natural text: the vocabulary grows with the text by Heaps' law
 * (https://en.wikipedia.org/wiki/Heaps%27_law), and the frequency of a word falls with its rank by Zipf's law
 * (https://en.wikipedia.org/wiki/Zipf%27s_law).
 */
function generateDocuments(pages: number): SearchDocument[] {
  const random = mulberry32(pages);
  const vocabularySize = Math.round(900 * Math.sqrt(pages));
  const randomWord = () => {
    let number = Math.floor(vocabularySize ** random());
    let text = '';
    for (; number > 0; number = Math.floor(number / 20))
      text += 'bcdfghjklmnpqrstvwxz'[number % 20]! + 'aeiou'[number % 5]!;
    return text || 'a';
  };
  const words = (count: number) => Array.from({ length: count }, randomWord).join(' ');
  return Array.from({ length: pages * DOCUMENTS_PER_PAGE }, (_, index) => ({
    kind: index % DOCUMENTS_PER_PAGE ? 'section' : 'page',
    path: `/page-${Math.floor(index / DOCUMENTS_PER_PAGE)}/`,
    fragment: index % DOCUMENTS_PER_PAGE ? `place-${index % DOCUMENTS_PER_PAGE}` : '',
    title: words(4),
    names: [],
    phrases: [],
    parts: [['', words(WORDS_PER_DOCUMENT)]],
  }));
}

/** The time that a function takes, in milliseconds. */
const timeOf = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** Measures an index. @returns a row of the table */
function measureIndex(name: string, index: PackedIndex, queries: string[]): string[] {
  const text = JSON.stringify(index);
  const engine = createEngine(JSON.parse(text));
  const loadTime = timeOf(() => createEngine(JSON.parse(text)));
  for (const query of queries) engine.search(query); // The first searches only warm up the engine.
  const times = queries.map((query) => timeOf(() => engine.search(query)));
  const documents = index.pages.reduce((sum, [, count]) => sum + count, 0);
  return [
    name,
    documents,
    (brotliCompressSync(text).length / 1024).toFixed(1),
    loadTime.toFixed(0),
    median(times).toFixed(2),
    Math.max(...times).toFixed(2),
  ].map(String);
}

/** Queries as readers type them: three words of a title, the second with a typing error, the third incomplete. */
function queriesFor(documents: SearchDocument[]): string[] {
  return Array.from({ length: 50 }, (_, index) => {
    const [first = '', second = '', third = ''] = documents[(index * 7919) % documents.length]!.title.split(' ');
    return [first, `${second.slice(0, -1)}y`, third.slice(0, 3)].join(' ');
  });
}

/** Measures the time from a change of the field to the new results on the built site, also on a throttled processor. */
async function benchBrowser(): Promise<void> {
  const { server, address } = await serve({ folder: 'dist' });
  const browser = await chromium.launch(findBrowser()?.full);
  const page = await browser.newPage();
  await page.goto(`${address}search/?q=docker`);
  await page.locator('.result').first().waitFor();
  const devtools = await page.context().newCDPSession(page);
  const rows = [['processor', 'median, ms', 'slowest, ms']];
  for (const rate of [1, 4]) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    const times = await page.evaluate(async (queries) => {
      const field = document.querySelector<HTMLInputElement>('#search-field')!;
      const body = document.querySelector('.search-body')!;
      const times: number[] = [];
      for (const query of queries) {
        for (let length = 1; length <= query.length; length++) {
          const resultsShown = new Promise<void>((resolve) => {
            const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
            observer.observe(body, { childList: true, subtree: true });
          });
          const start = performance.now();
          field.value = query.slice(0, length);
          field.dispatchEvent(new Event('input'));
          await resultsShown;
          times.push(performance.now() - start);
        }
      }
      return times;
    }, TYPED_QUERIES);
    rows.push([
      rate === 1 ? 'this one' : `${rate} times slower`,
      ...[median(times), Math.max(...times)].map((time) => time.toFixed(1)),
    ]);
  }
  await browser.close();
  server.close();
  console.log('\nFrom each key press to the results, in a browser:');
  printTable(rows);
}

/** Queries that the benchmark types in a browser, key by key. */
const TYPED_QUERIES = [
  'where are images stored',
  'dokcer hub limts',
  'exec format error',
  'hub vs ecr',
  'how long is an ecr token valid',
];

export async function benchSearch(): Promise<void> {
  const rows = [['pages', 'documents', 'index, KB (brotli)', 'load, ms', 'query, ms', 'slowest, ms']];
  const siteIndex = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
  const siteQueries = [
    'where are images stored',
    'dokcer hub limts',
    'exec format error',
    'hub vs ecr',
    'contain',
    'c',
  ];
  rows.push(measureIndex(`${siteIndex.pages.length} (this site)`, siteIndex, siteQueries));
  for (const pages of [10, 100, 1000]) {
    const documents = generateDocuments(pages);
    rows.push(measureIndex(String(pages), pack(documents, siteIndex.synonyms), queriesFor(documents)));
  }
  printTable(rows);
  await benchBrowser();
}
