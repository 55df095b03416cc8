/** A table, whose rows each have an address, sources and perhaps a correction. */
import { didYouMean, type Problem } from '../../model/problems.ts';
import { fact } from '../fact/index.ts';
import { factText } from '../fact/schema.ts';
import type { Content, Page } from '../../model/kind.ts';
import type { Kind, Part, Reference } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { correctionReferences, source } from '../source/index.ts';
import { VERDICTS } from '../../model/fields.ts';
import { checkTable } from './check.ts';
import { cellFact, cellSources, cellText, rowAddress, tableSchema, type Cell, type TableData } from './schema.ts';

export const table: Kind<TableData> = {
  name: 'table',
  origin: { folder: 'content/tables/', each: 'entry' },
  schema: tableSchema,
  mend: 'Use the name of a file in content/tables/, without ".yaml".',
  components: {
    Table: { names: 'name', shows: 'named', addressed: true, cited: true },
    LiveEmbed: { names: 'name' },
  },
  home: ({ page }) => page,
  places: (id, { rows }) => [
    { id, what: `the table "${id}"` },
    ...rows.map((row) => ({ id: rowAddress(id, row.id), what: `the row "${row.id}"` })),
  ],
  references: ({ columns, rows }) =>
    rows.flatMap((row, index) => [
      ...columns.flatMap(({ id }): Reference[] => {
        const cell = row.cells[id];
        if (cell === undefined) return [];
        const at = ['rows', index, 'cells', id];
        const shown = cellFact(cell);
        return [
          ...(shown ? [{ to: fact, id: shown, at, shown: true }] : []),
          ...cellSources(cell).map((one, place) => ({ to: source, id: one, at: [...at, 'sources', place] })),
        ];
      }),
      ...correctionReferences(row, ['rows', index]),
      ...row.sources.map((id, place) => ({ to: source, id, at: ['rows', index, 'sources', place] })),
    ]),
  texts: ({ rows }) =>
    rows.flatMap(({ cells, correction }, index) => [
      ...Object.entries(cells).flatMap(([column, cell]) => {
        const text = cellText(cell);
        return text ? [{ text, at: ['rows', index, 'cells', column] }] : [];
      }),
      ...(correction ? [{ text: correction.text, at: ['rows', index, 'correction', 'text'] }] : []),
    ]),
  check: checkTable,
  checkPage: checkRowsInFrames,
  findable: ({ id: name, data: { caption, origin, columns, rows } }, page, content) => {
    const textOf = (cell: Cell) => plainMarkdown(cellText(cell) ?? factText(content.all(fact).get(cellFact(cell)!)!));
    return [
      { kind: 'table', page, fragment: name, title: caption, parts: [] },
      ...rows.map(({ id, cells, correction }) => {
        const [title, ...rest] = columns.map((column): Part => [column.label, textOf(cells[column.id]!)]);
        return {
          kind: 'row',
          page,
          fragment: rowAddress(name, id),
          title: title![1],
          // The course's words are quoted: who copies a cell looks for its row.
          ...(origin === 'course' && { names: rest.map(([, text]) => text) }),
          parts: correction
            ? [...rest, [VERDICTS[correction.verdict], plainMarkdown(correction.text)] satisfies Part]
            : rest,
        };
      }),
    ];
  },
};

/** A row that is shown in a frame is one of its table's. */
function checkRowsInFrames({ components, file }: Page, content: Content): Problem[] {
  return components.flatMap(({ name, props, line }) => {
    const rows = content
      .all(table)
      .get(props['name'] ?? '')
      ?.rows.map(({ id }) => id);
    const row = props['row'];
    if (name !== 'LiveEmbed' || !rows || row === undefined || rows.includes(row)) return [];
    return {
      file,
      line,
      what: `The table "${props['name']}" has no row "${row}".${didYouMean(row, rows)}`,
      mend: `Name one of its rows: ${rows.join(', ')}.`,
    };
  });
}
