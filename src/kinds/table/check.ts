/** The rules for tables that the schema cannot say: the cells of each row are those of the columns. */
import { didYouMean, type Problem } from '../../model/problems.ts';
import type { Entry, Path } from '../../model/kind.ts';
import type { Row, TableData } from './schema.ts';

export function checkTable({ data, file, lineOf }: Entry<TableData>): Problem[] {
  const problems: Problem[] = [];
  const report = (path: Path, what: string, mend: string) => problems.push({ file, line: lineOf(path), what, mend });
  const columns = data.columns.map(({ id }) => id);
  for (const [index, id] of columns.entries()) {
    if (columns.indexOf(id) < index) {
      report(['columns', index], `The column id "${id}" stands twice.`, 'Give each column an id of its own.');
    }
  }
  for (const [index, row] of data.rows.entries()) {
    if (data.rows.findIndex(({ id }) => id === row.id) < index) {
      const what = `The row id "${row.id}" stands twice in this table.`;
      report(['rows', index, 'id'], what, 'Give the newer row another id.');
    }
    checkRow(row, columns, (path, what, mend) => report(['rows', index, ...path], what, mend));
  }
  return problems;
}

function checkRow(row: Row, columns: string[], report: (path: Path, what: string, mend: string) => void): void {
  for (const id of columns.filter((column) => !(column in row.cells))) {
    report(
      ['cells'],
      `The row "${row.id}" has too few cells: "${id}" is missing.`,
      `Add "${id}:" to its cells; each row has one cell for each of: ${columns.join(', ')}.`,
    );
  }
  for (const id of Object.keys(row.cells).filter((cell) => !columns.includes(cell))) {
    report(
      ['cells', id],
      `The row "${row.id}" has too many cells: the table has no column "${id}".${didYouMean(id, columns)}`,
      `Remove the cell, or add the column; the columns are: ${columns.join(', ')}.`,
    );
  }
  for (const [index, id] of (row.correction?.cells ?? []).entries()) {
    if (columns.includes(id)) continue;
    report(
      ['correction', 'cells', index],
      `The correction of row "${row.id}" names a column "${id}" that the table does not have.`,
      `Name the columns whose wording is corrected, of: ${columns.join(', ')}.`,
    );
  }
}
