/** Every phrase and every expected answer belongs to a document of the index, and names and sentences find themselves. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { SEARCHES_FILE } from '../../src/model/search-words.ts';
import { addressOf } from '../../src/search/address.ts';
import { INDEX_FILE, type PackedDocuments, type PackedIndex } from '../../src/search/packed.ts';
import { readIndex } from '../../src/search/search-index.ts';
import { unpackDocuments, type IndexedDocument } from '../../src/search/unpack.ts';
import { keywordsOf, stemsOf, subjectOf, titleWithoutPlaceholders, wordsOf } from '../../src/search/words.ts';
import { cellText, type Table } from '../../src/kinds/table/schema.ts';
import type { Term } from '../../src/kinds/term/index.ts';
import { builtFiles, engineOf } from './built-engine.ts';
import { readLearned, readSet, SETS } from './sets.ts';

const index = readIndex(JSON.parse(readFileSync(`dist/${INDEX_FILE}`, 'utf8')) as PackedIndex);
const documents = globSync('dist/search/documents/*.json').flatMap((file) =>
  unpackDocuments(JSON.parse(readFileSync(file, 'utf8')) as PackedDocuments, index),
);
const { search } = engineOf(builtFiles());
const firstOf = async (query: string) => (await search(query)).results[0]?.document;
const indexedAddresses = new Set(documents.map(addressOf));

const stemsOfName = (name: string) => stemsOf(titleWithoutPlaceholders(name)).sort().join(' ');
const namesOf = ({ title, names }: IndexedDocument) => [title, ...names].map(stemsOfName);

/** The items that pass a test which takes its time. */
async function filter<T>(items: T[], test: (item: T) => Promise<boolean>): Promise<T[]> {
  const passed: T[] = [];
  for (const item of items) if (await test(item)) passed.push(item);
  return passed;
}

test('every address in content/phrases.yaml is in the index', () => {
  const addresses = Object.keys(parse(readFileSync('content/phrases.yaml', 'utf8')) as object);
  assert.ok(addresses.length > 100);
  assert.deepEqual(
    addresses.filter((address) => !indexedAddresses.has(address)),
    [],
  );
});

test('every expected answer of a search is in the index', () => {
  const learned = readLearned().map((search) => ({ ...search, place: SEARCHES_FILE }));
  const missing = [learned, ...SETS.map(readSet)]
    .flat()
    .flatMap(({ query, answers, place }) =>
      answers
        .filter((address) => !indexedAddresses.has(address))
        .map((address) => `${place}: "${query}" leads to ${address}`),
    );
  assert.deepEqual(missing, [], 'Correct these addresses, or say in content/redirects.yaml what became of them');
});

test('the title of every document finds it, or another document with that name, first', async () => {
  // Questions, and the rows of the tables on parts of error messages, quote messages that have entries of their own.
  const named = documents.filter(({ kind, fragment }) => kind !== 'question' && !fragment.startsWith('message-'));
  const missed = await filter(named, async ({ title }) => {
    const first = await firstOf(titleWithoutPlaceholders(title));
    return !first || !namesOf(first).includes(stemsOfName(title));
  });
  assert.deepEqual(
    missed.map((document) => `${document.title} (${addressOf(document)})`),
    [],
  );
});

test('the title and every other name of a page finds the page first, also without its small words', async () => {
  const pages = documents.filter(({ kind }) => kind === 'page');
  assert.ok(pages.length > 30);
  const missed = await filter(pages, async ({ title, names, path }) => {
    for (const name of [title, ...names]) if ((await firstOf(name))?.path !== path) return true;
    // Without its small words, "How Docker works" is the name of something else.
    const rest = keywordsOf(title).join(' ');
    const first = await firstOf(rest);
    return first?.path !== path && !namesOf(first!).includes(stemsOfName(rest));
  });
  assert.deepEqual(
    missed.map(({ title }) => title),
    [],
  );
});

const terms = parse(readFileSync('content/glossary.yaml', 'utf8')) as Record<string, Term>;

test('the name of a term finds its definition and the place that explains it among the first three', async () => {
  const explained = Object.entries(terms).filter(([, { explained }]) => explained);
  assert.ok(explained.length > 60);
  const missed = await filter(explained, async ([id, { term, explained }]) => {
    const firstThree = (await search(term)).results.slice(0, 3).map(({ document }) => addressOf(document));
    return !firstThree.includes(`/reference/glossary/#${id}`) || !firstThree.includes(explained!);
  });
  assert.deepEqual(
    missed.map(([id]) => id),
    [],
  );
});

test('the question what a word means finds its definition first, or the page about it', async () => {
  const missed = await filter(Object.entries(terms), async ([id, { term }]) => {
    const first = (await firstOf(`What is ${term}?`))!;
    const isPage = first.fragment === '' && subjectOf(first.title) === subjectOf(term);
    return addressOf(first) !== `/reference/glossary/#${id}` && !isPage;
  });
  assert.deepEqual(
    missed.map(([id]) => id),
    [],
  );
});

test('the one word of a term finds its definition first, or what has this word as its title', async () => {
  const words = Object.entries(terms).filter(([, { term }]) => wordsOf(term).length === 1);
  assert.ok(words.length > 40);
  const missed = await filter(words, async ([id, { term }]) => {
    const first = (await firstOf(term))!;
    const hasTitle = subjectOf(first.title) === subjectOf(term);
    return addressOf(first) !== `/reference/glossary/#${id}` && !hasTitle;
  });
  assert.deepEqual(
    missed.map(([id]) => id),
    [],
  );
});

test('five words in a row from a sentence of the course find a sentence that contains them', async () => {
  const statements = documents.filter(({ kind }) => kind === 'statement');
  const quotations = statements.flatMap(({ title }) => {
    const words = wordsOf(title);
    return words.slice(4).map((_, start) => words.slice(start, start + 5).join(' '));
  });
  assert.ok(quotations.length > 50);
  const missed = await filter(quotations, async (quotation) => {
    const first = await firstOf(quotation);
    return first?.kind !== 'statement' || !` ${wordsOf(first.title).join(' ')} `.includes(` ${quotation} `);
  });
  assert.deepEqual(missed, []);
});

test('the words of a cell of the course find its row, unless another document has these names', async () => {
  const tables = globSync('content/tables/*.yaml')
    .map((file) => parse(readFileSync(file, 'utf8')) as Table)
    .filter(({ origin }) => origin === 'course');
  const cells = tables.flatMap(({ columns: [, ...columns], rows }) =>
    rows.flatMap((row) => columns.map(({ id }) => ({ row: row.id, text: cellText(row.cells[id]!) ?? '' }))),
  );
  assert.ok(cells.length > 20);
  const missed = await filter(cells, async ({ row, text }) => {
    const { fragment = '', title = '', names = [] } = (await firstOf(text)) ?? {};
    const itsWords = stemsOf([title, ...names].join(' '));
    return !fragment.endsWith(`-${row}`) && !stemsOf(text).every((wordStem) => itsWords.includes(wordStem));
  });
  assert.deepEqual(missed, []);
});
