/** `npm run bench -- search`: how the search index and the time of a query grow with the site. */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import type { SearchDocument } from '../../src/search/documents.ts';
import { createEngine } from '../../src/search/engine.ts';
import { pack } from '../../src/search/pack.ts';
import type { PackedIndex } from '../../src/search/packed.ts';
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
    phrases: [],
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
  const documents = index.pages.reduce((sum, [, count]) => sum + count, 0);
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

/** From a change of the field to the results on the screen, on the built site: warm, and on a processor four times as slow. */
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
          const shown = new Promise<void>((resolve) => {
            const watch = new MutationObserver(() => (watch.disconnect(), resolve()));
            watch.observe(body, { childList: true, subtree: true });
          });
          const start = performance.now();
          field.value = query.slice(0, length);
          field.dispatchEvent(new Event('input'));
          await shown;
          times.push(performance.now() - start);
        }
      }
      return times.sort((a, b) => a - b);
    }, TYPED);
    rows.push([
      rate === 1 ? 'this one' : `${rate} times slower`,
      ...[times.length >> 1, times.length - 1].map((at) => times[at]!.toFixed(1)),
    ]);
  }
  await browser.close();
  server.close();
  console.log('\nFrom each key press to the results, in a browser:');
  printTable(rows);
}

/** What is typed there, key by key. */
const TYPED = [
  'where are images stored',
  'dokcer hub limts',
  'exec format error',
  'hub vs ecr',
  'how long is an ecr token valid',
];

export async function benchSearch(): Promise<void> {
  const rows = [['pages', 'documents', 'index, KB (brotli)', 'load, ms', 'query, ms', 'slowest, ms']];
  const real = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
  const phrases = ['where are images stored', 'dokcer hub limts', 'exec format error', 'hub vs ecr', 'contain', 'c'];
  rows.push(measure(`${real.pages.length} (this site)`, real, phrases));
  for (const pages of [10, 100, 1000]) {
    const documents = generate(pages);
    rows.push(measure(String(pages), pack(documents, real.synonyms), queriesFor(documents)));
  }
  printTable(rows);
  await benchBrowser();
}
