/** The mutations that `npm run bench -- mutations` tries still fit the project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMutations, staleness } from '../bench/mutations.ts';

test('each mutation breaks a text that stands once in its file, and names a test that exists', () => {
  const mutations = readMutations();
  assert.ok(mutations.length >= 80);
  assert.deepEqual(
    mutations.flatMap((mutation) => staleness(mutation) ?? []),
    [],
  );
});
