/**
 * `npm run facts:due`: lists the values whose review is due, the longest overdue first, and the trials that should run again.
 * `npm run facts:due -- 2027-06-01` lists what is due by that day. The build itself never depends on the date.
 */
import { fact, factHref, factText } from '../src/kinds/fact/index.ts';
import { source } from '../src/kinds/source/index.ts';
import { compareVersions, isRunnable, runsOf, trial } from '../src/kinds/trial/index.ts';
import { loadContent } from './load-content.ts';

const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  console.error(`"${day}" isn't a date. Write it as 2027-06-01.`);
  process.exit(1);
}

const content = loadContent();
const facts = content.entries(fact);
const sources = content.byId(source);
const due = facts
  .filter(({ data }) => data.reviewBy <= day)
  .sort((a, b) => a.data.reviewBy.localeCompare(b.data.reviewBy));

for (const { id, data, file } of due) {
  console.log(
    `${data.reviewBy}  ${factText(data)}\n            ${data.meaning.trim()}\n            ${file}: ${id}, shown at ${factHref(id, data)}`,
  );
  for (const sourceId of data.sources) console.log(`            ${sources.get(sourceId)?.url ?? sourceId}`);
}
console.log(
  due.length
    ? `\n${due.length} of ${facts.length} values are due for review by ${day}.`
    : `No value is due for review by ${day}.`,
);

// A year later, or with a newer engine, the same commands may do something else.
const yearBefore = `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
const trials = content.entries(trial).filter(({ data }) => isRunnable(data));
const runs = trials.map(({ id, data, file }) => ({ id, data, file, run: runsOf(id, content)[0] }));
const newest =
  runs
    .flatMap(({ run }) => run?.version ?? [])
    .sort(compareVersions)
    .at(-1) ?? '';
const reasons = runs.flatMap(({ id, data, file, run }) => {
  const isOlder =
    run && compareVersions(run.version, newest) < 0 && !(data.before && compareVersions(newest, data.before) >= 0);
  const reason = !run
    ? 'has not been run'
    : run.day <= yearBefore
      ? `ran on ${run.day}`
      : isOlder && `ran with Docker Engine ${run.version}, not ${newest}`;
  return reason ? [`${file}: ${id} ${reason}`] : [];
});
for (const reason of reasons) console.log(reason);
console.log(
  reasons.length
    ? `\n${reasons.length} of ${trials.length} trials should run again: npm run trials -- --record`
    : `All ${trials.length} trials ran in the last year with the newest engine.`,
);
