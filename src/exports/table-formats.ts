/** A table as CSV, JSON and Markdown. */
import type { PhrasingContent, TableRow } from 'mdast';
import type { ExportedRow, ExportedTable } from '../kinds/table/export.ts';
import { VERDICTS } from '../model/fields.ts';
import type { Format } from '../model/published-files.ts';
import { LICENSE_NAME } from '../model/settings.ts';
import { link, markdownOf, text } from './markdown.ts';

/** The cells of a row as text, and its correction, sources and address. */
const fieldsOf = ({ columns, sources }: ExportedTable, { cells, correction, address, ...row }: ExportedRow) => ({
  cells: columns.map(({ id }) => cells[id] ?? ''),
  correction: correction ? `${VERDICTS[correction.verdict]}: ${correction.text}` : '',
  sources: [...new Set([...row.sources, ...(correction?.sources ?? [])])].map((id) =>
    sources.find((source) => source.id === id)!,
  ),
  address,
});

/**
 * A table as RFC 4180 has it: commas, CRLF, and quotes around fields that hold either. UTF-8 without a byte order mark.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
function tableAsCsv(table: ExportedTable): string {
  const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const line = (fields: string[]) => `${fields.map(quoted).join(',')}\r\n`;
  return [
    line([...table.columns.map(({ label }) => label), 'Correction', 'Sources', 'Reviewed', 'Address']),
    ...table.rows.map((row) => {
      const { cells, correction, sources, address } = fieldsOf(table, row);
      return line([...cells, correction, sources.map(({ url }) => url).join(' '), table.page.reviewed, address]);
    }),
  ].join('');
}

/** A table of GitHub Flavored Markdown, with a column for corrections if there are any, and a line on its origin. */
function tableAsMarkdown(table: ExportedTable): string {
  const { columns, rows, sources, caption, address, page, license } = table;
  const isCorrected = rows.some(({ correction }) => correction);
  const numberOf = (id: string) => sources.findIndex((source) => source.id === id) + 1;
  const header = [...columns.map(({ label }) => label), ...(isCorrected ? ['Correction'] : []), 'Sources'];
  const body = rows.map((row) => {
    const { cells, correction, sources } = fieldsOf(table, row);
    const numbers = sources.flatMap(({ id, url }) => [text(' '), link(url, String(numberOf(id)))]).slice(1);
    return tableRow([...[...cells, ...(isCorrected ? [correction] : [])].map((cell) => [text(cell)]), numbers]);
  });
  const origin = [
    link(address, caption),
    text(`, from “${page.title}”, reviewed ${page.reviewed}, `),
    link(license, LICENSE_NAME),
    text('.'),
  ];
  return markdownOf({
    type: 'root',
    children: [
      { type: 'table', children: [tableRow(header.map((label) => [text(label)])), ...body] },
      { type: 'paragraph', children: origin },
    ],
  });
}

const tableRow = (cells: PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
});

/** Writes a table in a format. */
export const TABLE_WRITERS: Record<Format, (table: ExportedTable) => string> = {
  csv: tableAsCsv,
  json: (table) => `${JSON.stringify(table, null, 2)}\n`,
  md: tableAsMarkdown,
};
