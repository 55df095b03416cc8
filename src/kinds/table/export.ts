/** Exports a table with its corrections, sources, dates and addresses. */
import { z } from 'astro/zod';
import { exportedAddress, exportedChange, exportedDate } from '../../model/fields.ts';
import type { ExportContext } from '../../model/kind.ts';
import { plainText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';
import { LICENSE } from '../../model/settings.ts';
import { fact } from '../fact/index.ts';
import { exportedSource, exportSource, source } from '../source/index.ts';
import { cellFact, cellMarkdown, cellSources, rowFragment, type Row, type Table } from './schema.ts';

const factReference = z.strictObject({
  id: z.string(),
  asOf: exportedDate.describe('the day for which the value is known'),
});

const exportedRow = z.strictObject({
  id: z.string(),
  address: exportedAddress,
  cells: z.record(z.string(), z.string()).describe('the text of each cell, by the ids of the columns'),
  facts: z.record(z.string(), factReference).optional().describe('which cells hold a value that may change'),
  correction: z
    .strictObject({
      verdict: z.enum(['inexact', 'wrong']),
      cells: z.array(z.string()).describe('the columns whose wording is corrected'),
      text: z.string().describe('what is true'),
      sources: z.array(z.string()).describe('ids of sources'),
    })
    .optional()
    .describe('it belongs to the row: show it wherever the cells are shown'),
  sources: z.array(z.string()).describe('ids of sources, of the row and its cells'),
  changed: exportedChange,
});

export const exportedTable = z.strictObject({
  id: z.string(),
  caption: z.string(),
  address: exportedAddress,
  page: z.strictObject({ title: z.string(), address: exportedAddress, reviewed: exportedDate }),
  wording: z.enum(['course', 'site']).describe('course: the words are those of the course; corrections are ours'),
  columns: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  rows: z.array(exportedRow),
  sources: z.array(exportedSource),
  license: z.string(),
  changed: exportedChange,
});
export type ExportedTable = z.infer<typeof exportedTable>;
export type ExportedRow = z.infer<typeof exportedRow>;

/**
 * @param id the name of a file in content/tables/, without its extension
 * @param textOf turns the Markdown of a cell or a correction into the text to export
 */
export function exportTable(id: string, table: Table, context: ExportContext, textOf = plainText): ExportedTable {
  const { content, addressAt, changedOn } = context;
  const { caption, page, origin, columns } = table;
  const { title, reviewed } = content.pageAt(page).frontmatter;
  const rows = table.rows.map((row) => exportRow(id, page, row, context, textOf));
  const changed = [changedOn(`${pathOf(page)}#${id}`), ...rows.map((row) => row.changed)].filter(Boolean).sort().at(-1);
  const cited = unique(rows.flatMap((row) => [...row.sources, ...(row.correction?.sources ?? [])]));
  return {
    id,
    caption,
    address: addressAt(`${pathOf(page)}#${id}`),
    page: { title, address: addressAt(pathOf(page)), reviewed },
    wording: origin ?? 'site',
    columns,
    rows,
    sources: cited.map((id) => exportSource(id, content.byId(source))),
    license: LICENSE,
    ...(changed && { changed }),
  };
}

function exportRow(
  table: string,
  page: string,
  row: Row,
  context: ExportContext,
  textOf: typeof plainText,
): ExportedRow {
  const { content, addressAt, changedOn } = context;
  const { id, correction, sources } = row;
  const address = `${pathOf(page)}#${rowFragment(table, id)}`;
  const changed = changedOn(address);
  const facts = content.byId(fact);
  const cells = Object.entries(row.cells);
  const dates = cells.flatMap(([column, cell]) => {
    const id = cellFact(cell);
    return id ? [[column, { id, asOf: facts.get(id)!.asOf }] as const] : [];
  });
  const sourcesOfCells = cells.flatMap(([, cell]) => facts.get(cellFact(cell) ?? '')?.sources ?? cellSources(cell));
  return {
    id,
    address: addressAt(address),
    cells: Object.fromEntries(cells.map(([column, cell]) => [column, textOf(cellMarkdown(cell, facts))])),
    ...(dates.length && { facts: Object.fromEntries(dates) }),
    ...(correction && { correction: { ...correction, text: textOf(correction.text) } }),
    sources: unique([...sources, ...sourcesOfCells]),
    ...(changed && { changed }),
  };
}

const unique = (ids: string[]) => [...new Set(ids)];
