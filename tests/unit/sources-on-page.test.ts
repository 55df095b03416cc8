/** The order of the sources of a page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact } from '../../src/kinds/fact/index.ts';
import { sourcesOn } from '../../src/kinds/shown.ts';
import { source } from '../../src/kinds/source/index.ts';
import { statement } from '../../src/kinds/statement/index.ts';
import { table } from '../../src/kinds/table/index.ts';
import { SiteContent, type ParsedContent } from '../../src/model/content.ts';
import type { Kind, Page } from '../../src/model/kind.ts';
import { outlineOf } from '../../src/model/outline.ts';

const entriesOf = <T>(kind: Kind<T>, dataById: Record<string, T>) => ({
  [kind.name]: Object.entries(dataById).map(([id, data]) => ({ id, data, file: '', lineOf: () => 1 })),
});

test('a page lists each source once, in reading order', () => {
  const page = `One.<Cite id="b" /> <Fact id="limit" />

<Table name="t" />

<Statements ids="s" />

Again.<Cite id="b" /><Cite id="last" />
`;
  const fields = { value: '1', meaning: 'm', page: 'p', asOf: '2026-01-01', reviewBy: '2027-01-01' };
  const read = { title: 't', publisher: 'p', url: 'https://example.org/', read: '2026-01-01' };
  const ids = ['b', 'f', 'cell', 'row', 'row2', 's1', 's2', 'last', 'listed-at-the-end', 'not-here'];
  const content = new SiteContent({
    entries: {
      ...entriesOf(source, Object.fromEntries(ids.map((id) => [id, read]))),
      ...entriesOf(fact, {
        limit: { ...fields, sources: ['f'] },
        listed: { ...fields, sources: ['listed-at-the-end'] },
        elsewhere: { ...fields, page: 'other', sources: ['not-here'] },
      }),
      ...entriesOf(statement, {
        s: { text: 's', page: 'p', sources: ['s1'], correction: { verdict: 'wrong', text: 'c', sources: ['s2'] } },
      }),
      ...entriesOf(table, {
        t: {
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
      }),
    },
  } as unknown as ParsedContent);
  const order = sourcesOn({ slug: 'p', ...outlineOf(page) } as Page, content);
  assert.deepEqual(order, ['b', 'f', 'cell', 'row', 'row2', 's1', 's2', 'last', 'listed-at-the-end']);
});
