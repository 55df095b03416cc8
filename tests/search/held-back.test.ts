/** The searches that are held back show how the search answers what it has not met: so none of them may be learned. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { isHeldBack, readLearned, readSet } from './sets.ts';

test('no search that is held back is learned', () => {
  const learned = readLearned().filter(isHeldBack);
  assert.ok(
    !learned.length,
    [
      'Remove these lines from content/searches.tsv; tests/search/held-back.tsv holds back what they ask:',
      ...learned.map(({ query, answers }) => `${query}\t${answers.join(' ')}`),
    ].join('\n'),
  );
});

test('no search that is held back is a phrase for a place', () => {
  const phrases = Object.values(readContent('.', KINDS).parsed.phrases.data).flat();
  // A name is what many call the thing, whoever searches for it. A phrase is there only because somebody typed it.
  const learned = phrases.filter((phrase) => typeof phrase === 'string').filter((query) => isHeldBack({ query }));
  assert.deepEqual(learned, [], 'Remove these phrases from content/phrases.yaml');
});

test('a search that is held back is known in capitals, with other punctuation and with small words', () => {
  for (const { query } of readSet('held-back'))
    assert.ok(isHeldBack({ query: `What is "the ${query.toUpperCase()}"?!` }), query);
  assert.ok(!isHeldBack({ query: 'what is the name of this site' }));
});
