/** A table. Each of its rows has an address, sources and perhaps a correction. */
import type { Kind, Part, Reference } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { CORRECTION_LABELS } from '../../model/verdicts.ts';
import { fact, factHref } from '../fact/index.ts';
import { correctionReferences, sourceReferences } from '../source/index.ts';
import { checkFramedRows, checkTable, checkTopics } from './check.ts';
import { exportedTable, exportTable } from './export.ts';
import {
  cellFact,
  cellMarkdown,
  cellSources,
  cellText,
  correctedCells,
  hasTerseHeaders,
  rowFragment,
  tableSchema,
  type Table,
} from './schema.ts';

export const table: Kind<Table> = {
  name: 'table',
  origin: { folder: 'content/tables/', each: 'entry' },
  schema: tableSchema,
  fix: 'Use the name of a file in content/tables/, without ".yaml".',
  components: {
    Table: { idAttribute: 'name', shows: 'named', addressed: true, cited: true },
    LiveEmbed: { idAttribute: 'name', attributes: ['row'] },
    Proof: { idAttribute: 'name', attributes: ['row'] },
    Topics: { idAttribute: 'name' },
  },
  home: ({ page }) => page,
  targets: (id, { rows }) => [
    { id, label: `the table "${id}"` },
    ...rows.map((row) => ({ id: rowFragment(id, row.id), label: `the row "${row.id}"` })),
  ],
  references: ({ columns, rows }) =>
    rows.flatMap((row, index) => [
      ...columns.flatMap(({ id }): Reference[] => {
        const cell = row.cells[id];
        if (cell === undefined) return [];
        const at = ['rows', index, 'cells', id];
        const factId = cellFact(cell);
        return [
          ...(factId ? [{ to: fact, id: factId, at, shown: true }] : []),
          ...sourceReferences(cellSources(cell), [...at, 'sources']),
        ];
      }),
      ...correctionReferences(row, ['rows', index]),
      ...sourceReferences(row.sources, ['rows', index, 'sources']),
    ]),
  texts: ({ rows }) =>
    rows.flatMap(({ cells, correction }, index) => [
      ...Object.entries(cells).flatMap(([column, cell]) => {
        const text = cellText(cell);
        return text ? [{ text, at: ['rows', index, 'cells', column] }] : [];
      }),
      ...(correction ? [{ text: correction.text, at: ['rows', index, 'correction', 'text'] }] : []),
    ]),
  // The words of several cells make no sentence.
  corrected: ({ origin, rows }) =>
    origin === 'course'
      ? rows.filter((row) => row.correction?.cells.length === 1).map((row) => correctedCells(row)!)
      : [],
  check: checkTable,
  checkPage: (page, content) => [
    ...checkFramedRows(page, content.byId(table)),
    ...checkTopics(page, content.byId(table)),
  ],
  searchKinds: {
    table: { label: 'Table', weight: 0.83 },
    row: { label: 'Table row', whole: true, weight: 0.69 },
  },
  searchEntries: ({ id: name, data }, page, content) => [
    { kind: 'table', page, fragment: name, title: data.caption, parts: [] },
    ...data.rows.map(({ id, cells, correction }) => {
      const { origin, columns } = data;
      const [header, ...rest] = columns.map(({ id, label }): Part => {
        const text = searchText(cellMarkdown(cells[id]!, content.byId(fact)));
        return correction?.cells.includes(id) ? [label, text, true] : [label, text];
      });
      return {
        kind: 'row',
        page,
        fragment: rowFragment(name, id),
        title: header![1],
        ...(hasTerseHeaders(data, content.byId(fact)) && { lead: header![0] }),
        values: Object.values(cells)
          .flatMap((cell) => cellFact(cell) ?? [])
          .map((id) => factHref(id, content.byId(fact).get(id)!)),
        // Readers of the course paste its cells into the search to find their row.
        ...(origin === 'course' && { names: rest.map(([, text]) => text) }),
        parts: correction
          ? [...rest, [CORRECTION_LABELS[correction.verdict], searchText(correction.text)] satisfies Part]
          : rest,
      };
    }),
  ],
  exported: { key: 'tables', schema: exportedTable, write: exportTable },
};
