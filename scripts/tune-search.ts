/**
 * Looks for better weights of the search: changes one or two at a time, and keeps a change if it puts more right answers
 * first. Prints the weights that it found. `node scripts/tune-search.ts 500 7` tries 500 changes; the second number, 1 by
 * default, is the seed: the same seed gives the same weights.
 */
import { searchDocuments } from '../src/search/documents.ts';
import { pack } from '../src/search/pack.ts';
import { RANKING } from '../src/search/weights.ts';
import { mulberry32 } from '../tests/random.ts';
import { engineOf, filesOf } from '../tests/search/built-engine.ts';
import { rankOf } from '../tests/search/rank.ts';
import { isHeldBack, readLearned, readSet, TUNED_SETS, type TestSearch } from '../tests/search/sets.ts';
import { loadContent } from './load-content.ts';

const [steps = 300, seed = 1] = process.argv.slice(2).map(Number);
const random = mulberry32(seed);

/** One in this many learned searches is left out of the index, since a search that is in it says nothing about others. */
const LEFT_OUT = 8;
const leftOut = readLearned().filter((_, number) => number % LEFT_OUT === 0);
const leftOutQueries = new Set(leftOut.map(({ query }) => query));
const content = loadContent();
const documents = searchDocuments(content).map((document) => ({
  ...document,
  phrases: document.phrases.filter((phrase) => !leftOutQueries.has(phrase)),
}));
const packed = pack(documents, content.parsed.synonyms.data);
const files = filesOf(packed);
const { kinds } = packed.index;

/** How much a search counts: more in the sets, which were labeled with care, and more without an answer, as those are few. */
const weightOf = ({ answers }: TestSearch, isLearned: boolean) => (isLearned ? 1 : 3) * (answers.length ? 1 : 2);
/** Held-back searches show how the search answers what it was not tuned on, so it must not be tuned on them. */
const candidates = [
  ...TUNED_SETS.flatMap(readSet).map((search) => ({ ...search, weight: weightOf(search, false) })),
  ...leftOut.map((search) => ({ ...search, weight: weightOf(search, true) })),
].filter((search) => !isHeldBack(search));
/** Each query once, with the answers of all its lines. */
const searches = [...Map.groupBy(candidates, ({ query }) => query)].map(([query, [first, ...others]]) => ({
  query,
  weight: first!.weight,
  answers: [first!, ...others].flatMap(({ answers }) => answers),
}));

/** The share of right answers that come first. Being in the first three counts half; lower ranks give a slope to climb. */
async function quality(): Promise<number> {
  const { search } = engineOf(files, undefined, kinds);
  let points = 0;
  for (const candidate of searches) {
    const { rank } = await rankOf(candidate, search);
    points += candidate.weight * ((rank === 1 ? 1 : 0) + (rank && rank <= 3 ? 0.5 : 0) + (rank ? 0.25 / rank : 0));
  }
  return points / searches.reduce((sum, { weight }) => sum + weight, 0);
}

/** Every weight by its name, with the object that contains it. */
const weights: { of: Record<string, unknown>; key: string }[] = [
  ...Object.keys(RANKING).map((key) => ({ of: RANKING, key })),
  ...Object.values(kinds).flatMap((kind) =>
    ['weight', 'subject']
      .filter((key) => key in kind)
      .map((key) => ({ of: kind as unknown as Record<string, unknown>, key })),
  ),
];
const valueOf = ({ of, key }: (typeof weights)[number]) => of[key] as number;

let best = await quality();
console.log(`${searches.length} searches, ${best.toFixed(4)} at the start`);
for (let step = steps; step > 0; step--) {
  const changed = Array.from({ length: step % 3 ? 1 : 2 }, () => weights[Math.floor(random() * weights.length)]!);
  const before = changed.map(valueOf);
  for (const weight of changed) weight.of[weight.key] = Number((valueOf(weight) * (0.7 + 0.6 * random())).toFixed(3));
  const now = await quality();
  if (now > best) console.log(`${step} steps are left: ${now.toFixed(4)}`);
  if (now >= best) best = now;
  else for (const [position, { of, key }] of changed.entries()) of[key] = before[position];
}
console.log(best.toFixed(4), JSON.stringify({ RANKING, kinds }, null, 2));
