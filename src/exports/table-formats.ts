/** Formats tables as CSV, JSON and Markdown. */
import type { PhrasingContent, TableRow } from 'mdast';
import type { ExportedRow, ExportedTable } from '../kinds/table/export.ts';
import { csvLine } from '../model/csv.ts';
import { formatDate } from '../model/dates.ts';
import type { ExportContext } from '../model/kind.ts';
import { CORRECTION_LABELS, VERDICTS } from '../model/verdicts.ts';
import type { Format } from '../model/published-files.ts';
import { LICENSE_NAME } from '../model/settings.ts';
import { inlineOf, link, markdownOf, text } from './mdast.ts';

/** The text of a cell. A value that may change has its date, as on the page. */
const cellText = ({ cells, facts }: ExportedRow, column: string): string => {
  const { asOf } = facts?.[column] ?? {};
  return `${cells[column] ?? ''}${asOf ? ` (as of ${formatDate(asOf)})` : ''}`;
};

/** The correction of a row as text. @param labels of the verdicts */
const correctionText = ({ correction }: ExportedRow, labels: Record<'wrong' | 'inexact', string>): string =>
  correction ? `${labels[correction.verdict]}: ${correction.text}` : '';

/** The fields of a row in the order of the columns, and all its sources. */
const fieldsOf = ({ columns, sources }: ExportedTable, row: ExportedRow) => ({
  cells: columns.map(({ id }) => cellText(row, id)),
  sources: [...new Set([...row.sources, ...(row.correction?.sources ?? [])])].map((id) =>
    sources.find((source) => source.id === id)!,
  ),
  address: row.address,
});

/** Formats a table as CSV. Its words for verdicts are published, so they stay. */
function tableAsCsv(table: ExportedTable): string {
  return [
    csvLine([...table.columns.map(({ label }) => label), 'Correction', 'Sources', 'Reviewed', 'Address']),
    ...table.rows.map((row) => {
      const { cells, sources, address } = fieldsOf(table, row);
      return csvLine([
        ...cells,
        correctionText(row, VERDICTS),
        sources.map(({ url }) => url).join(' '),
        table.page.reviewed,
        address,
      ]);
    }),
  ].join('');
}

/** Formats a table in Markdown, with a column for the verdicts that the page shows, and a line on its origin. */
function tableAsMarkdown(table: ExportedTable, addressAt: ExportContext['addressAt']): string {
  const { columns, rows, sources, caption, address, page, license, wording } = table;
  const hasCorrections = wording === 'course' || rows.some(({ correction }) => correction);
  const numberOf = (id: string) => sources.findIndex((source) => source.id === id) + 1;
  const header = [...columns.map(({ label }) => label), ...(hasCorrections ? ['Correction'] : []), 'Sources'];
  const body = rows.map((row) => {
    const { cells, sources } = fieldsOf(table, row);
    const correction = correctionText(row, CORRECTION_LABELS) || (wording === 'course' ? 'Holds' : '');
    const numbers = sources.flatMap(({ id, url }) => [text(' '), link(url, String(numberOf(id)))]).slice(1);
    const texts = [...cells, ...(hasCorrections ? [correction] : [])];
    return tableRow([...texts.map((cell) => inlineOf(cell, addressAt)), numbers]);
  });
  const origin = [
    link(address, caption),
    text(`, from “${page.title}”, reviewed ${page.reviewed}, `),
    link(license, LICENSE_NAME),
    text(wording === 'course' ? ', except for the course’s words.' : '.'),
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

/**
 * The functions that format a table, by file extension. For Markdown, the texts of the table are Markdown, too.
 * The second argument turns an address that begins at the site's root into the one for the file.
 */
export const TABLE_WRITERS: Record<Format, (table: ExportedTable, addressAt: ExportContext['addressAt']) => string> = {
  csv: tableAsCsv,
  json: (table) => `${JSON.stringify(table, null, 2)}\n`,
  md: tableAsMarkdown,
};
