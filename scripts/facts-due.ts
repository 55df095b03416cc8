/**
 * `npm run facts:due`: the values that somebody should look at again by today, the longest overdue first.
 * `npm run facts:due -- 2027-06-01` asks for another day. Nothing that is built depends on the day.
 */
import { readContent } from '../src/authoring/content.ts';
import { factHref, factText } from '../src/facts/schema.ts';

const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  console.error(`"${day}" is no date: write it as 2027-06-01.`);
  process.exit(1);
}

const { facts, sources } = readContent(process.cwd());
const due = facts
  .flatMap(({ file, data }) => Object.entries(data).map(([id, fact]) => ({ id, fact, file })))
  .filter(({ fact }) => fact.reviewBy <= day)
  .sort((a, b) => a.fact.reviewBy.localeCompare(b.fact.reviewBy));

for (const { id, fact, file } of due) {
  console.log(
    `${fact.reviewBy}  ${factText(fact)}\n            ${fact.meaning.trim()}\n            ${file}: ${id}, shown at ${factHref(id, fact)}`,
  );
  for (const source of fact.sources) console.log(`            ${sources?.data[source]?.url ?? source}`);
}
console.log(
  due.length
    ? `\n${due.length} of ${facts.flatMap(({ data }) => Object.keys(data)).length} values are due by ${day}.`
    : `No value is due by ${day}.`,
);
