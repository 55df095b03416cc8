/**
 * The quality of the search, in sets of queries as people type them: it was tuned on some, and others are held back, as
 * held-back.test.ts ensures. See sets.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtFiles, engineOf } from './built-engine.ts';
import { readRecord } from '../../src/model/record.ts';
import { describeMisses, type Ranked } from './misses.ts';
import { rankOf } from './rank.ts';
import { readSet, SETS, type SetName } from './sets.ts';

const { search } = engineOf(builtFiles());

/**
 * The least percentages of right first results, and of right ones among the first three, by set and group. They are the
 * current figures, rounded down, and may only rise.
 */
const FLOORS: Record<SetName, Record<string, [hit1: number, hit3: number]>> = {
  tuned: {
    nothing: [100, 100],
    all: [99.1, 100],
    question: [95.2, 100],
    row: [100, 100],
    exact: [100, 100],
    typo: [100, 100],
    synonym: [100, 100],
    error: [100, 100],
  },
  common: {
    synonym: [100, 100],
    all: [100, 100],
    exact: [100, 100],
    question: [100, 100],
  },
  topics: {
    topic: [96.5, 100],
    all: [92.5, 95],
    nothing: [82.7, 82.7],
  },
  further: {
    nothing: [94.4, 94.4],
    all: [95.3, 98.6],
    typo: [95.3, 98.9],
  },
  students: {
    topic: [97.3, 100],
    question: [89.6, 98.7],
    row: [96.4, 100],
    abbreviation: [97.3, 100],
    beginner: [70, 84.2],
    nothing: [91.3, 91.3],
    all: [88.7, 94.9],
  },
  'held-back': {
    exact: [100, 100],
    all: [96.4, 97.3],
    synonym: [100, 100],
    typo: [94.4, 94.4],
    question: [90.4, 95.2],
    error: [100, 100],
    row: [92.8, 92.8],
    nothing: [100, 100],
  },
  fresh: {
    topic: [93.2, 98.3],
    all: [91.8, 97.2],
    question: [84.8, 92.4],
    row: [96, 100],
    error: [100, 100],
    typo: [92.8, 100],
    abbreviation: [100, 100],
    beginner: [80.9, 97.6],
    nothing: [87.5, 87.5],
  },
};

interface Figures {
  count: number;
  /** The percentage of searches whose first result is right. */
  hit1: number;
  /** The percentage of searches with a right answer among the first three results. */
  hit3: number;
  /** The mean reciprocal rank (https://en.wikipedia.org/wiki/Mean_reciprocal_rank). */
  mrr: number;
}

/** @param ranks from 1; 0 if no result is right */
function figuresOf(ranks: number[]): Figures {
  const percentage = (test: (rank: number) => boolean) => (100 * ranks.filter(test).length) / ranks.length;
  return {
    count: ranks.length,
    hit1: percentage((rank) => rank === 1),
    hit3: percentage((rank) => rank >= 1 && rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ranks.length,
  };
}

/** Prints the figures of a set as a table. @returns its searches by group, and all of them under `all` */
async function measure(set: SetName): Promise<Map<string, Ranked[]>> {
  const ranked: Ranked[] = [];
  for (const testSearch of readSet(set)) {
    ranked.push({ ...testSearch, ...(await rankOf(testSearch, search)) });
  }
  const groups = Map.groupBy(ranked, ({ group }) => group).set('all', ranked);
  console.log(`\n${set.padEnd(24)}count  hit@1 %  hit@3 %    MRR`);
  for (const [group, members] of groups) {
    const ofGroup = figuresOf(members.map(({ rank }) => rank));
    const cells = [ofGroup.count, ofGroup.hit1.toFixed(1), ofGroup.hit3.toFixed(1), ofGroup.mrr.toFixed(3)];
    const widths = [5, 9, 9, 7];
    console.log(group.padEnd(24) + cells.map((cell, index) => String(cell).padStart(widths[index]!)).join(''));
  }
  return groups;
}

const record = readRecord();

/** Fails if too few searches of a group have a right answer among the first results, and says what an author can do. */
function assertFloor(set: SetName, group: string, ranked: Ranked[], results: number, floor: number) {
  const misses = ranked.filter(({ rank }) => rank < 1 || rank > results);
  const percentage = (100 * (ranked.length - misses.length)) / ranked.length;
  const heading = `${set}: ${group}: hit@${results} is ${percentage.toFixed(1)} %, not ${floor} %.`;
  assert.ok(percentage >= floor, `${heading}\n\n${describeMisses(set, misses, (address) => record[address]?.first)}`);
}

for (const set of SETS) {
  test(`the right answer comes first, or among the first three: ${set}`, async () => {
    const groups = await measure(set);
    assert.deepEqual([...groups.keys()].sort(), Object.keys(FLOORS[set]).sort(), 'every group has a floor');
    for (const [group, ranked] of groups) {
      const [floor1, floor3] = FLOORS[set][group]!;
      assertFloor(set, group, ranked, 1, floor1);
      assertFloor(set, group, ranked, 3, floor3);
    }
  });
}
