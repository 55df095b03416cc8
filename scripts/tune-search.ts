/**
 * Looks for better weights of the search: changes one or two at a time, and keeps a change if it puts more right answers
 * first. Prints the weights that it found. `node scripts/tune-search.ts 500` tries 500 changes on the built index.
 */
import { readFileSync } from 'node:fs';
import { createEngine } from '../src/search/engine.ts';
import type { PackedIndex } from '../src/search/packed.ts';
import { CERTAINTY, RANKING } from '../src/search/weights.ts';
import { rankOf } from '../tests/search/rank.ts';
import { isHeldBack, readLearned, readSet, type TestSearch } from '../tests/search/sets.ts';

const index = JSON.parse(readFileSync('dist/search/index.json', 'utf8')) as PackedIndex;
/** Searches without an answer are few, so each counts three times. */
const weightOf = ({ answers }: TestSearch) => (answers.length ? 1 : 3);
/** Held-back searches show how the search answers what it was not tuned on, so it must not be tuned on them. */
const candidates: TestSearch[] = [readSet('tuned'), readSet('common'), readSet('further'), readLearned()]
  .flat()
  .filter((search) => !isHeldBack(search));
/** Each query once, with the answers of all its lines. */
const searches = [...Map.groupBy(candidates, ({ query }) => query)].map(([query, lines]) => ({
  query,
  answers: lines.flatMap(({ answers }) => answers),
}));

/** The share of right answers that come first. Lower ranks add a little, so that the search has a slope to climb. */
function quality(): number {
  const { search } = createEngine(index);
  const points = searches.map((candidate) => {
    const rank = rankOf(candidate, search);
    return weightOf(candidate) * ((rank === 1 ? 1 : 0) + (rank ? 0.5 / rank : 0));
  });
  return points.reduce((a, b) => a + b) / points.length;
}

/** Every weight by its name, with the object that holds it. */
const weights: { of: Record<string, unknown>; key: string }[] = [
  ...Object.keys(RANKING).map((key) => ({ of: RANKING, key })),
  ...Object.values(index.kinds).map((kind) => ({ of: kind as unknown as Record<string, unknown>, key: 'weight' })),
  // What the reader typed is certain: the other certainties are relative to it.
  ...Object.keys(CERTAINTY)
    .filter((key) => key !== 'exact')
    .map((key) => ({ of: CERTAINTY, key })),
];
const valueOf = ({ of, key }: (typeof weights)[number]) => of[key] as number;

let best = quality();
console.log(`${searches.length} searches, ${best.toFixed(4)} at the start`);
for (let step = Number(process.argv[2] ?? 300); step > 0; step--) {
  const changed = Array.from({ length: step % 3 ? 1 : 2 }, () => weights[Math.floor(Math.random() * weights.length)]!);
  const before = changed.map(valueOf);
  for (const weight of changed) {
    weight.of[weight.key] = Number((valueOf(weight) * (0.7 + 0.6 * Math.random())).toFixed(3));
  }
  const now = quality();
  if (now >= best) best = now;
  else for (const [position, { of, key }] of changed.entries()) of[key] = before[position];
}
console.log(best.toFixed(4), JSON.stringify({ RANKING, CERTAINTY, kinds: index.kinds }, null, 2));
