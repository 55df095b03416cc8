/**
 * `npm run facts:due`: lists the values whose review is due, the longest overdue first. `npm run facts:due -- 2027-06-01`
 * lists those that are due by that day. The build itself never depends on the date.
 */
import { fact, factHref, factText } from '../src/kinds/fact/index.ts';
import { source } from '../src/kinds/source/index.ts';
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
