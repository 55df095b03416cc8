/** The value of a fact reaches readers as its author wrote it, and exports in the type that they always had. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fact, factText, type Fact } from '../../src/kinds/fact/index.ts';
import type { ExportContext } from '../../src/model/kind.ts';

const context = {
  content: { byId: () => new Map() },
  addressAt: (address: string) => address,
  changedOn: () => undefined,
};

const values: [value: string, shown: string, exported: string | number][] = [
  ['100000', '100,000', 100000],
  ['0', '0', 0],
  ['1.10', '1.10', '1.10'],
  ['4.34', '4.34', '4.34'],
  ['007', '007', '007'],
  ['2 to 256', '2 to 256', '2 to 256'],
  ['2027-04-01', '1 April 2027', '2027-04-01'],
];
for (const [value, shown, exported] of values) {
  test(`the value '${value}' is shown as ${shown} and exported as ${JSON.stringify(exported)}`, () => {
    const data: Fact = { value, meaning: 'm', page: 'p', asOf: '2026-01-01', reviewBy: '2027-01-01', sources: [] };
    assert.equal(factText({ ...data, unit: 'pulls' }), `${shown} pulls`);
    const entry = fact.exported!.write('f', data, context as unknown as ExportContext) as { value: unknown };
    assert.equal(entry.value, exported);
    assert.ok(fact.exported!.schema.safeParse(entry).success);
  });
}

test('"npm run facts:due" lists the values whose review is due by a day, and no others', () => {
  const values = globSync('content/facts/*.yaml').flatMap((file) =>
    Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Fact>).map(([id, { reviewBy }]) => ({
      id,
      reviewBy,
    })),
  );
  const dueBy = (day: string) => {
    const { stdout } = spawnSync(process.execPath, ['scripts/facts-due.ts', day], { encoding: 'utf8' });
    return [...stdout.matchAll(/\.yaml: ([\w-]+), shown at/g)].map(([, id]) => id!);
  };
  const days = values.map(({ reviewBy }) => reviewBy).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  assert.deepEqual(dueBy('2000-01-01'), []);
  assert.deepEqual(dueBy(first).sort(), values.flatMap(({ id, reviewBy }) => (reviewBy === first ? id : [])).sort());
  assert.deepEqual(dueBy(last).sort(), values.map(({ id }) => id).sort());
});
