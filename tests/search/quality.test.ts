/**
 * The search answers what people ask: its figures on searches that it was tuned on and learns from, and on as many from
 * which it does not, as held-back.test.ts makes sure. Both were written from what people type, before there was a search.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../../src/search/engine.ts';
import type { PackedIndex } from '../../src/search/packed.ts';
import { rankOf } from './rank.ts';
import { readSet, type SetName } from './sets.ts';

const { search } = createEngine(JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex);

interface Figures {
  count: number;
  hit1: number;
  hit3: number;
  mrr: number;
}

function figuresOf(ranks: number[]): Figures {
  const share = (test: (rank: number) => boolean) => (100 * ranks.filter(test).length) / ranks.length;
  return {
    count: ranks.length,
    hit1: share((rank) => rank === 1),
    hit3: share((rank) => rank >= 1 && rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ranks.length,
  };
}

/** The figures of a set of searches by group, and of all; printed as a table. */
function measure(set: SetName): Record<string, Figures> {
  const ranked = readSet(set).map((asked) => ({ group: asked.group, rank: rankOf(asked, search) }));
  const groups = Map.groupBy(ranked, ({ group }) => group).set('all', ranked);
  const figures = [...groups].map(([group, of]) => [group, figuresOf(of.map(({ rank }) => rank))] as const);
  console.log(`\n${set.padEnd(24)}count  hit@1 %  hit@3 %    MRR`);
  for (const [group, { count, hit1, hit3, mrr }] of figures) {
    const cells = [count, hit1.toFixed(1), hit3.toFixed(1), mrr.toFixed(3)];
    console.log(
      `${group.padEnd(24)}${[5, 9, 9, 7].map((width, index) => String(cells[index]).padStart(width)).join('')}`,
    );
  }
  return Object.fromEntries(figures);
}

test('tuned questions: the right answer comes first', () => {
  const figures = measure('tuned');
  assert.ok(figures['all']!.count >= 80, 'at least 80 questions');
  assert.ok(figures['all']!.hit1 >= 97, `hit@1 is ${figures['all']!.hit1.toFixed(1)} %, not 97 %`);
  for (const group of ['exact', 'error', 'nothing']) assert.equal(figures[group]!.hit1, 100, group);
});

test('the commonest short searches: the right answer comes first', () => {
  assert.equal(measure('common')['all']!.hit1, 100);
});

// The aim for exact ones is 100 %, too. What is asserted is what is reached, in whole percent, while none of them is in
// content/searches.tsv: 93.9 % and 97.4 %. It may rise.
test('questions that were held back: the right answer comes first, or near', () => {
  const figures = measure('held-back');
  assert.ok(figures['all']!.count >= 80, 'at least 80 questions');
  assert.ok(figures['all']!.hit1 >= 93, `hit@1 is ${figures['all']!.hit1.toFixed(1)} %, not 93 %`);
  assert.ok(figures['all']!.hit3 >= 97, `hit@3 is ${figures['all']!.hit3.toFixed(1)} %, not 97 %`);
  for (const group of ['error', 'nothing']) assert.equal(figures[group]!.hit1, 100, group);
});
