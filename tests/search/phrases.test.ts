/** What authors write for the search reaches it: a phrase at a place that the search does not know would help nobody. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addressOf } from '../../src/search/address.ts';
import { createEngine } from '../../src/search/engine.ts';
import type { PackedIndex } from '../../src/search/packed.ts';
import { unpack, type IndexedDocument } from '../../src/search/unpack.ts';
import { titleWithoutPlaceholders, stemsOf, wordsOf } from '../../src/search/words.ts';
import { cellText, type Table } from '../../src/kinds/table/schema.ts';
import { readLearned, readSet, SETS } from './sets.ts';

const index = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
const places = new Set(unpack(index).map(addressOf));

test('every address in content/phrases.yaml is a place that can be found', () => {
  const addresses = Object.keys(parse(readFileSync('content/phrases.yaml', 'utf8')) as object);
  assert.ok(addresses.length > 100);
  assert.deepEqual(
    addresses.filter((address) => !places.has(address)),
    [],
  );
});

test('every answer that a search is to have exists', () => {
  const missing = [readLearned(), ...SETS.map(readSet)]
    .flat()
    .flatMap(({ query, answers }) =>
      answers.filter((address) => !places.has(address)).map((address) => `${query}: ${address}`),
    );
  assert.deepEqual(missing, []);
});

test('what has a name is found by it, first or after another thing of this name', () => {
  const { search } = createEngine(index);
  const stemsOfName = (name: string) => stemsOf(titleWithoutPlaceholders(name)).sort().join(' ');
  const namesOf = ({ title, names }: IndexedDocument) => [title, ...names].map(stemsOfName);
  // Questions, and the rows on who sent a message, quote messages, which have entries of their own.
  const named = unpack(index).filter(({ kind, fragment }) => kind !== 'question' && !fragment.startsWith('message-'));
  const missed = named.filter(({ title }) => {
    const first = search(titleWithoutPlaceholders(title))[0]?.document;
    return !first || !namesOf(first).includes(stemsOfName(title));
  });
  assert.deepEqual(
    missed.map((document) => `${document.title} (${addressOf(document)})`),
    [],
  );
});

test('five words in a row of a sentence of the course find a sentence that has them', () => {
  const { search } = createEngine(index);
  const sentences = unpack(index).filter(({ kind }) => kind === 'statement');
  const runs = sentences.flatMap(({ title }) => {
    const words = wordsOf(title);
    return words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '));
  });
  assert.ok(runs.length > 50);
  const missed = runs.filter((run) => {
    const first = search(run)[0]?.document;
    return first?.kind !== 'statement' || !` ${wordsOf(first.title).join(' ')} `.includes(` ${run} `);
  });
  assert.deepEqual(missed, []);
});

test('a cell in the words of the course finds its row, unless something else is called so', () => {
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
