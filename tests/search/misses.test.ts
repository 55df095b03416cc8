/** An author whose page changes what searches find reads which searches these are, and what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMisses, type Ranked } from './misses.ts';

const miss = (number: number, more: Partial<Ranked> = {}): Ranked => ({
  group: 'topic',
  place: `tests/search/students.tsv:${number}`,
  query: `topic ${number}`,
  answers: [`/topics/${number}/`],
  rank: 2,
  first: `/old/${number}/`,
  ...more,
});
const dayOf = (address: string) => (address === '/new/' ? undefined : '2026-11-01');

test('a miss is listed with its place, what came first and what was expected, new results before old ones', () => {
  const misses = [miss(2), miss(3, { first: undefined, rank: 0 }), miss(4, { first: '/new/' })];
  assert.deepEqual(describeMisses('students', misses, dayOf).split('\n\n')[0]!.split('\n'), [
    'tests/search/students.tsv:4 "topic 4"',
    '  first now: /new/',
    '  expected:  /topics/4/, which is result 2',
    'tests/search/students.tsv:2 "topic 2"',
    '  first now: /old/2/',
    '  expected:  /topics/2/, which is result 2',
    'tests/search/students.tsv:3 "topic 3"',
    '  first now: nothing',
    '  expected:  /topics/3/',
  ]);
});

test('a search that should find nothing says so', () =>
  assert.match(describeMisses('topics', [miss(2, { answers: [], rank: 0 })], dayOf), /^ {2}expected: {2}nothing$/m));

test('of many misses, ten are listed', () => {
  const text = describeMisses(
    'students',
    Array.from({ length: 14 }, (_, index) => miss(index + 2)),
    dayOf,
  );
  assert.equal(text.match(/first now/g)!.length, 10);
  assert.match(text, /^… and 4 more\.$/m);
});

test('held-back searches are neither listed nor to be learned', () => {
  const text = describeMisses('fresh', [miss(2)], dayOf);
  assert.doesNotMatch(text, /topic 2/);
  assert.match(text, /read tests\/search\/fresh\.tsv[^]*Don't teach the search/);
  assert.doesNotMatch(describeMisses('students', [miss(2)], dayOf), /held back|Don't teach/);
});
