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
  const fact = { value: 1, meaning: 'm', page: 'p', asOf: '2026-01-01', reviewBy: '2027-01-01' };
  const order = pageSources('p', outlineOf(page).components, {
    errors: new Map(),
    misconceptions: new Map(),
    facts: new Map([
      ['limit', { ...fact, sources: ['f'] }],
      ['listed', { ...fact, sources: ['listed-at-the-end'] }],
      ['elsewhere', { ...fact, page: 'other', sources: ['not-here'] }],
    ]),
    statements: new Map([
      [
        's',
        {
          text: 's',
          page: 'p',
          sources: ['s1'],
          correction: { verdict: 'wrong', text: 'c', sources: ['s2'] },
        } as const,
      ],
    ]),
    tables: new Map([
      [
        't',
        {
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
        },
      ],
    ]),
    terms: new Map([['term', { term: 't', definition: 'd', sources: ['only-where-the-glossary-is'] }]]),
  });
  assert.deepEqual(order, ['b', 'f', 'cell', 'row', 'row2', 's1', 's2', 'last', 'listed-at-the-end']);
});
