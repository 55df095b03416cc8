/** A table as CSV and as Markdown. JSON needs no help. */
import { VERDICTS } from '../misconceptions/schema.ts';
import { LICENSE_NAME } from '../site/license.ts';
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
  const escaped = (cell: string) => cell.replace(/[\\|*_`<[\]]/g, '\\$&').replace(/\s+/g, ' ');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const isCorrected = table.rows.some(({ correction }) => correction);
  const header = [
    ...table.columns.map(({ label }) => escaped(label)),
    ...(isCorrected ? ['Correction'] : []),
    'Sources',
  ];
  const numberOf = (id: string) => table.sources.findIndex((source) => source.id === id) + 1;
  const rows = table.rows.map((row) => {
    const { cells, correction, sources } = fieldsOf(table, row);
    const numbers = sources.map(({ id, url }) => `[${numberOf(id)}](${url})`);
    return line([...cells.map(escaped), ...(isCorrected ? [escaped(correction)] : []), numbers.join(' ')]);
  });
  const { caption, address, page, license } = table;
  return [
    line(header),
    line(header.map(() => '---')),
    ...rows,
    '',
    `[${escaped(caption)}](${address}), from “${escaped(page.title)}”, reviewed ${page.reviewed}, [${LICENSE_NAME}](${license}).`,
    '',
  ].join('\n');
}
