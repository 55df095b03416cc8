/**
 * `npm run facts:due`: the values that somebody should look at again by today, the longest overdue first.
 * `npm run facts:due -- 2027-06-01` asks for another day. Nothing that is built depends on the day.
 */
import { fact } from '../src/kinds/fact/index.ts';
import { factHref, factText } from '../src/kinds/fact/index.ts';
import { KINDS } from '../src/kinds/registry.ts';
import { readContent } from '../src/model/read.ts';
import { source } from '../src/kinds/source/index.ts';

const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  console.error(`"${day}" is no date: write it as 2027-06-01.`);
  process.exit(1);
}

const content = readContent(process.cwd(), KINDS);
const facts = content.entries(fact);
const sources = content.byId(source);
const due = facts
  .filter(({ data }) => data.reviewBy <= day)
  .sort((a, b) => a.data.reviewBy.localeCompare(b.data.reviewBy));

for (const { id, data: fact, file } of due) {
  console.log(
    `${fact.reviewBy}  ${factText(fact)}\n            ${fact.meaning.trim()}\n            ${file}: ${id}, shown at ${factHref(id, fact)}`,
  );
  for (const one of fact.sources) console.log(`            ${sources.get(one)?.url ?? one}`);
}
console.log(due.length ? `\n${due.length} of ${facts.length} values are due by ${day}.` : `No value is due by ${day}.`);
