import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlineOf } from '../../src/authoring/outline.ts';
import { pageSources } from '../../src/sources/page-sources.ts';

test('sources are numbered in the order in which a reader meets them, each once', () => {
  const page = `One.<Cite id="b" /> <Fact id="limit" />

<Table name="t" />

<Statements ids="s" />

Again.<Cite id="b" /><Cite id="last" />
`;
  const fact = { value: 1, meaning: 'm', asOf: '2026-01-01', sources: ['f'], reviewBy: '2027-01-01' };
  const order = pageSources(outlineOf(page).components, {
    fact: (id) => (id === 'limit' ? fact : undefined),
    statement: () => ({
      text: 's',
      page: 'p',
      sources: ['s1'],
      correction: { verdict: 'wrong', text: 'c', sources: ['s2'] },
    }),
    table: () => ({
      caption: 'c',
      page: 'p',
      columns: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      rows: [
        { id: 'r1', cells: { x: 'a', y: { text: 'b', sources: ['cell'] } }, sources: ['row', 'b'] },
        { id: 'r2', cells: { x: 'a', y: { fact: 'limit' } }, sources: ['row2'] },
      ],
    }),
  });
  assert.deepEqual(order, ['b', 'f', 'cell', 'row', 'row2', 's1', 's2', 'last']);
});
