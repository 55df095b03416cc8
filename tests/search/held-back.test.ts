/** No held-back search is learned, because these searches show how the search answers queries that it does not know. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { HELD_BACK_SETS, isHeldBack, readLearned, readSet } from './sets.ts';

test('no held-back search is learned', () => {
  const learned = readLearned().filter(isHeldBack);
  assert.ok(
    !learned.length,
    [
      'Remove these lines from content/searches.tsv; tests/search/held-back.tsv holds back what they ask:',
      ...learned.map(({ query, answers }) => `${query}\t${answers.join(' ')}`),
    ].join('\n'),
  );
});

test('no held-back search is a phrase for an address', () => {
  const phrases = Object.values(readContent('.', KINDS).parsed.phrases.data).flat();
  // Names, which are objects, are in common use, so a search may be one by chance. Phrases are strings that people typed.
  const learned = phrases.filter((phrase) => typeof phrase === 'string').filter((query) => isHeldBack({ query }));
  assert.deepEqual(learned, [], 'Remove these phrases from content/phrases.yaml');
});

test('a held-back search is recognized in capitals, with other punctuation and with stop words', () => {
  for (const { query } of HELD_BACK_SETS.flatMap(readSet))
    assert.ok(isHeldBack({ query: `What is "the ${query.toUpperCase()}"?!` }), query);
  assert.ok(!isHeldBack({ query: 'what is the name of this site' }));
});
