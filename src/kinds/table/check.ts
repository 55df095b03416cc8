/** The rules for tables that the schema can't express: each row has a cell for each column. */
import type { Entry, Page, Path } from '../../model/kind.ts';
import { didYouMean, nearestWord, type Problem } from '../../model/problems.ts';
import { topicFault } from '../jumps.ts';
import type { Row, Table } from './schema.ts';

export function checkTable({ data, file, lineOf }: Entry<Table>): Problem[] {
  const problems: Problem[] = [];
  const report = (path: Path, message: string, fix: string) =>
    problems.push({ file, line: lineOf(path), message, fix });
  const columns = data.columns.map(({ id }) => id);
  // A column id that is mistyped, or used twice, would make every row wrong.
  const repeated = columns.findIndex((id, index) => columns.indexOf(id) < index);
  if (repeated >= 0) {
    const message = `Two columns of this table have the id "${columns[repeated]!}".`;
    report(['columns', repeated], message, 'Give each column its own id.');
    return problems;
  }
  const unused = columns.findIndex(
    (column) => data.rows.length > 1 && data.rows.every(({ cells }) => !(column in cells)),
  );
  if (unused >= 0) {
    const message = `No row has a cell for the column "${columns[unused]!}".`;
    const inRows = [...new Set(data.rows.flatMap(({ cells }) => Object.keys(cells)))].join(', ');
    report(
      ['columns', unused],
      message,
      `Add a cell to each row, or correct the column. The rows have cells for: ${inRows}.`,
    );
    return problems;
  }
  for (const [index, row] of data.rows.entries()) {
    if (data.rows.findIndex(({ id }) => id === row.id) < index) {
      const message = `Two rows of this table have the id "${row.id}".`;
      report(['rows', index, 'id'], message, 'Give the newer row a different id.');
    }
    checkRow(row, columns, (path, message, fix) => report(['rows', index, ...path], message, fix));
  }
  const fault = topicFault(data.rows);
  if (fault) report(['rows', 0], fault.message, fault.fix);
  return problems;
}

function checkRow(row: Row, columns: string[], report: (path: Path, message: string, fix: string) => void): void {
  const missing = columns.filter((column) => !(column in row.cells));
  const unknown = Object.keys(row.cells).filter((cell) => !columns.includes(cell));
  const meant = unknown.map((id) => nearestWord(id, missing));
  for (const id of missing.filter((id) => !meant.includes(id))) {
    report(
      ['cells'],
      `The row "${row.id}" has no cell for the column "${id}".`,
      `Add "${id}:" to its cells. Each row needs a cell for each of: ${columns.join(', ')}.`,
    );
  }
  for (const id of unknown) {
    report(
      ['cells', id],
      `The row "${row.id}" has a cell for "${id}", but the table has no such column.${didYouMean(id, columns)}`,
      `Rename or remove the cell, or add the column. The columns are: ${columns.join(', ')}.`,
    );
  }
  for (const [index, id] of (row.correction?.cells ?? []).entries()) {
    if (columns.includes(id)) continue;
    report(
      ['correction', 'cells', index],
      `The correction of the row "${row.id}" names the column "${id}", but the table has no such column.`,
      `Name the columns that it corrects. The columns are: ${columns.join(', ')}.`,
    );
  }
}

/** A page may show one row of a table in a frame: the table must have that row. */
export function checkFramedRows({ components, file }: Page, tables: ReadonlyMap<string, Table>): Problem[] {
  return components.flatMap(({ name, props, line }) => {
    const { name: table = '', row } = props;
    const rows = tables.get(table)?.rows.map(({ id }) => id);
    if (name !== 'LiveEmbed' || row === undefined || !rows || rows.includes(row)) return [];
    return {
      file,
      line,
      message: `The table "${table}" has no row "${row}".${didYouMean(row, rows)}`,
      fix: `Use one of its rows: ${rows.join(', ')}.`,
    };
  });
}

/** The links to the topics of a table need topics, and the table on the same page. */
export function checkTopics({ components, file }: Page, tables: ReadonlyMap<string, Table>): Problem[] {
  const shown = components.flatMap(({ name, props }) => (name === 'Table' ? [props['name']] : []));
  return components.flatMap(({ name, props, line }) => {
    const { name: table = '' } = props;
    const rows = tables.get(table)?.rows;
    if (name !== 'Topics' || !rows) return [];
    if (!shown.includes(table)) {
      const fix = `Add <Table name="${table}" />, or remove <Topics />.`;
      return {
        file,
        line,
        message: `This page doesn't show the table "${table}", so its topics have nowhere to lead.`,
        fix,
      };
    }
    if (rows.some(({ topic }) => topic)) return [];
    const fix = 'Name the topic in the first row of each topic, such as topic: Containers.';
    return { file, line, message: `The table "${table}" has no topics.`, fix };
  });
}
