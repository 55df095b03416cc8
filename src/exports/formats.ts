/** A table as CSV and as Markdown. JSON needs no help. */
import type { PhrasingContent, TableRow } from 'mdast';
import { VERDICTS } from '../model/fields.ts';
import { LICENSE_NAME } from '../model/license.ts';
import { link, markdownOf, text } from './markdown.ts';
import type { TableExport } from './schema.ts';

/** The cells of a row as text, and after them its correction, its sources and its address. */
const fieldsOf = ({ columns, sources }: TableExport, { cells, correction, ...row }: TableExport['rows'][number]) => ({
  cells: columns.map(({ id }) => cells[id] ?? ''),
  correction: correction ? `${VERDICTS[correction.verdict]}: ${correction.text}` : '',
  sources: [...row.sources, ...(correction?.sources ?? [])]
    .filter((id, index, all) => all.indexOf(id) === index)
    .map((id) => sources.find((source) => source.id === id)!),
  address: row.address,
});

/**
 * RFC 4180: commas, CRLF, quotes around what holds either. UTF-8 without a mark at its beginning.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export function tableAsCsv(table: TableExport): string {
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

/** A table of GitHub Flavored Markdown, corrections in a column of their own, and beneath it where it is from. */
export function tableAsMarkdown(table: TableExport): string {
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
