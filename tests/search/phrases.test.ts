/** Every phrase and every expected answer belongs to a document of the index, and names and sentences find themselves. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addressOf } from '../../src/search/address.ts';
import { createEngine } from '../../src/search/engine.ts';
import type { PackedIndex } from '../../src/search/packed.ts';
import { unpack, type IndexedDocument } from '../../src/search/unpack.ts';
import { stemsOf, titleWithoutPlaceholders, wordsOf } from '../../src/search/words.ts';
import { cellText, type Table } from '../../src/kinds/table/schema.ts';
import { readLearned, readSet, SETS } from './sets.ts';

const index = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
const documents = unpack(index);
const indexedAddresses = new Set(documents.map(addressOf));

test('every address in content/phrases.yaml is in the index', () => {
  const addresses = Object.keys(parse(readFileSync('content/phrases.yaml', 'utf8')) as object);
  assert.ok(addresses.length > 100);
  assert.deepEqual(
    addresses.filter((address) => !indexedAddresses.has(address)),
    [],
  );
});

test('every expected answer of a search is in the index', () => {
  const missing = [readLearned(), ...SETS.map(readSet)]
    .flat()
    .flatMap(({ query, answers }) =>
      answers.filter((address) => !indexedAddresses.has(address)).map((address) => `${query}: ${address}`),
    );
  assert.deepEqual(missing, []);
});

test('the title of every document finds it, or another document with that name, first', () => {
  const { search } = createEngine(index);
  const stemsOfName = (name: string) => stemsOf(titleWithoutPlaceholders(name)).sort().join(' ');
  const namesOf = ({ title, names }: IndexedDocument) => [title, ...names].map(stemsOfName);
  // Questions, and the rows of the tables on parts of error messages, quote messages that have entries of their own.
  const named = documents.filter(({ kind, fragment }) => kind !== 'question' && !fragment.startsWith('message-'));
  const missed = named.filter(({ title }) => {
    const first = search(titleWithoutPlaceholders(title))[0]?.document;
    return !first || !namesOf(first).includes(stemsOfName(title));
  });
  assert.deepEqual(
    missed.map((document) => `${document.title} (${addressOf(document)})`),
    [],
  );
});

test('five words in a row from a sentence of the course find a sentence that contains them', () => {
  const { search } = createEngine(index);
  const statements = documents.filter(({ kind }) => kind === 'statement');
  const quotations = statements.flatMap(({ title }) => {
    const words = wordsOf(title);
    return words.slice(4).map((_, start) => words.slice(start, start + 5).join(' '));
  });
  assert.ok(quotations.length > 50);
  const missed = quotations.filter((quotation) => {
    const first = search(quotation)[0]?.document;
    return first?.kind !== 'statement' || !` ${wordsOf(first.title).join(' ')} `.includes(` ${quotation} `);
  });
  assert.deepEqual(missed, []);
});

test('the words of a cell of the course find its row, unless another document has that title', () => {
  const { search } = createEngine(index);
  const tables = globSync('content/tables/*.yaml')
    .map((file) => parse(readFileSync(file, 'utf8')) as Table)
    .filter(({ origin }) => origin === 'course');
  const cells = tables.flatMap(({ columns: [, ...columns], rows }) =>
    rows.flatMap((row) => columns.map(({ id }) => ({ row: row.id, text: cellText(row.cells[id]!) ?? '' }))),
  );
  assert.ok(cells.length > 20);
  const missed = cells.filter(({ row, text }) => {
    const { fragment = '', title = '' } = search(text)[0]?.document ?? {};
    return !fragment.endsWith(`-${row}`) && title.toLowerCase() !== text.toLowerCase();
  });
  assert.deepEqual(missed, []);
});
