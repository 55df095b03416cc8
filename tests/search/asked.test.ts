/** What authors write for the search reaches it: a phrase at a place that the search does not know would help nobody. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addressOf } from '../../src/search/address.ts';
import { unpack, type PackedIndex } from '../../src/search/packed.ts';
import { readQuestions } from './questions.ts';

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

test('every answer that a question of these tests expects exists', () => {
  for (const name of ['tuned', 'more', 'further', 'newest', 'held-back']) {
    const missing = readQuestions(name).flatMap(({ first }) => first.filter((address) => !places.has(address)));
    assert.deepEqual(missing, [], name);
  }
});
