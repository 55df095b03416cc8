/** `npm run bench -- search`: the size of the search index and the time of a query as the site grows. */
import { chromium } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import type { SearchDocument } from '../../src/search/documents.ts';
import { pack } from '../../src/search/pack.ts';
import { INDEX_FILE, type PackedIndex } from '../../src/search/packed.ts';
import { mulberry32 } from '../random.ts';
import { builtFiles, engineOf, filesOf } from '../search/built-engine.ts';
import { median, printTable } from './table.ts';

/** About as many as on this site, which the first line of the output shows. */
const DOCUMENTS_PER_PAGE = 35;
const WORDS_PER_DOCUMENT = 30;

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

/** The files of a search by their path, each as its text. */
type Files = (path: string) => string;

/** The time that a function takes, in milliseconds. */
async function timeOf(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const compressedSize = (text: string): number => brotliCompressSync(text).length;

/** Measures a search. @param codeBytes of its scripts and styles @returns a row of the table */
async function measureSearch(name: string, files: Files, queries: string[], codeBytes: number): Promise<Row> {
  const loadTime = await timeOf(() => engineOf(files));
  const firstBytes: number[] = [];
  for (const query of queries) {
    const fetched = new Set<string>();
    await engineOf(files, (path) => fetched.add(path)).search(query);
    firstBytes.push([...fetched].reduce((sum, path) => sum + compressedSize(files(path)), codeBytes));
  }
  const engine = engineOf(files);
  const { count } = JSON.parse(files(INDEX_FILE)) as PackedIndex;
  for (const query of queries) await engine.search(query); // The first searches only warm up the engine.
  const times: number[] = [];
  for (const query of queries) times.push(await timeOf(() => engine.search(query)));
  return { name, count, loadTime, times, firstBytes, indexBytes: compressedSize(files(INDEX_FILE)) };
}

interface Row {
  name: string;
  count: number;
  indexBytes: number;
  firstBytes: number[];
  loadTime: number;
  times: number[];
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
  const siteFiles = builtFiles();
  const { synonyms } = JSON.parse(siteFiles(INDEX_FILE)) as PackedIndex;
  const siteQueries = [
    'where are images stored',
    'dokcer hub limts',
    'exec format error',
    'hub vs ecr',
    'contain',
    'c',
  ];
  const code = globSync(['dist/_astro/{box,dialog}.*.js', 'dist/_astro/search.*.css']);
  const codeBytes = code.reduce((sum, file) => sum + compressedSize(readFileSync(file, 'utf8')), 0);
  const rows = [await measureSearch('this site', siteFiles, siteQueries, codeBytes)];
  for (const pages of [40, 200, 1000]) {
    const documents = generateDocuments(pages);
    const files = filesOf(pack(documents, synonyms));
    const name = `${pages} pages`;
    rows.push(await measureSearch(name, files, queriesFor(documents), codeBytes));
  }
  printTable([
    ['', 'documents', 'index, KB', 'first search, KB', 'worst', 'load, ms', 'query, ms', 'slowest'],
    ...rows.map(({ name, count, indexBytes, firstBytes, loadTime, times }) => [
      name,
      String(count),
      kilobytes(indexBytes),
      kilobytes(median(firstBytes)),
      kilobytes(Math.max(...firstBytes)),
      loadTime.toFixed(0),
      median(times).toFixed(2),
      Math.max(...times).toFixed(2),
    ]),
  ]);
  const [, from, , to] = rows.map(({ firstBytes }) => median(firstBytes));
  const exponent = Math.log(to! / from!) / Math.log(1000 / 40);
  console.log(`The bytes of a first search grow with the number of pages to the power of ${exponent.toFixed(2)}.`);
  await benchBrowser();
}
