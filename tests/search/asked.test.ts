/** What authors write for the search reaches it: a phrase at a place that the search does not know would help nobody. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addressOf } from '../../src/search/address.ts';
import { createEngine } from '../../src/search/engine.ts';
import { unpack, type Found, type PackedIndex } from '../../src/search/packed.ts';
import { nameIn, stemsOf } from '../../src/search/words.ts';
import { readSearches, searchFiles } from '../../src/search/searches.ts';
import { HELD_BACK } from './rank.ts';

const index = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
const places = new Set(unpack(index).map(addressOf));

test('every address in content/asked.yaml is a place that can be found', () => {
  const asked = Object.keys(parse(readFileSync('content/asked.yaml', 'utf8')) as object);
  assert.ok(asked.length > 100);
  assert.deepEqual(
    asked.filter((address) => !places.has(address)),
    [],
  );
});

test('every answer that a search is to have exists', () => {
  for (const file of [...searchFiles(), HELD_BACK]) {
    const missing = readSearches(file).flatMap(({ first }) => first.filter((address) => !places.has(address)));
    assert.deepEqual(missing, [], file);
  }
});

test('what has a name is found by it, first or after another thing of this name', () => {
  const { search } = createEngine(index);
  const stemsOfName = (name: string) => stemsOf(nameIn(name)).sort().join(' ');
  const namesOf = ({ title, names }: Found) => [title, ...names].map(stemsOfName);
  // The rows on who sent a message quote the messages themselves, which have entries of their own.
  const named = unpack(index).filter(
    ({ kind, fragment }) =>
      ['page', 'table', 'row', 'term', 'error', 'misconception'].includes(kind) && !fragment.startsWith('message-'),
  );
  const missed = named.filter(({ title }) => {
    const first = search(nameIn(title))[0]?.document;
    return !first || !namesOf(first).includes(stemsOfName(title));
  });
  assert.deepEqual(
    missed.map((document) => `${document.title} (${addressOf(document)})`),
    [],
  );
});
