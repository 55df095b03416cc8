/**
 * Looks for better weights of the ranking: changes one at a time, and keeps what answers more questions first. For who
 * maintains the search; prints what it found. `node scripts/tune-search.ts 500` takes 500 steps on the built index.
 */
import { readFileSync } from 'node:fs';
import { createEngine, RANKING } from '../src/search/engine.ts';
import type { PackedIndex } from '../src/search/packed.ts';
import { CERTAINTY } from '../src/search/query.ts';
import { rankOf } from '../tests/search/rank.ts';
import { isHeldBack, readLearned, readSet, type TestSearch } from '../tests/search/sets.ts';

const index = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
/** Those with no answer are few, and count as much. */
const weightOf = ({ answers }: TestSearch) => (answers.length ? 1 : 3);
/** Never those that are held back: they show how well what was tuned here answers what it was not tuned on. */
const all: TestSearch[] = [readSet('tuned'), readSet('common'), readSet('further'), readLearned()]
  .flat()
  .filter((search) => !isHeldBack(search));
/** Each query once, with the answers of all lines on which it stands. */
const searches = [...Map.groupBy(all, ({ query }) => query)].map(([query, same]) => ({
  query,
  answers: same.flatMap(({ answers }) => answers),
}));

/** The share of first places, and a little for places below, so that there is a slope to climb. */
function quality(): number {
  const { search } = createEngine(index);
  const ranks = searches.map((one) => rankOf(one, search));
  const points = ranks.map((rank, at) => weightOf(searches[at]!) * ((rank === 1 ? 1 : 0) + (rank ? 0.5 / rank : 0)));
  return points.reduce((a, b) => a + b) / points.length;
}

type Weights = Record<string, number>;
const groups: Weights[] = [RANKING as unknown as Weights, RANKING.kind, CERTAINTY];
const knobs = groups.flatMap((group) =>
  Object.keys(group)
    .filter((key) => typeof group[key] === 'number' && key !== 'own')
    .map((key) => ({ group, key })),
);

let best = quality();
console.log(`${searches.length} searches, at first ${best.toFixed(4)}`);
for (let step = Number(process.argv[2] ?? 300); step > 0; step--) {
  const changed = Array.from({ length: step % 3 ? 1 : 2 }, () => knobs[Math.floor(Math.random() * knobs.length)]!);
  const before = changed.map(({ group, key }) => group[key]!);
  for (const { group, key } of changed) group[key] = Number((group[key]! * (0.7 + 0.6 * Math.random())).toFixed(3));
  const now = quality();
  if (now >= best) best = now;
  else for (const [at, { group, key }] of changed.entries()) group[key] = before[at]!;
}
console.log(best.toFixed(4), JSON.stringify({ RANKING, CERTAINTY }, null, 2));
