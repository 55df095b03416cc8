/** The wordings of the course: its sentences in prose, and the rows of its tables. */
import type { Correction } from '../../model/fields.ts';
import type { Content } from '../../model/kind.ts';
import { splitIds } from '../page-components.ts';
import { table } from '../table/index.ts';
import { cellText, rowFragment } from '../table/schema.ts';
import { statement, statementFragment } from './index.ts';

export interface Wording {
  fragment: string;
  /** The name of a row. */
  name?: string;
  /** The sentence, or the cells of a row after its name; if there are several, each with its column's header. */
  parts: { header?: string | undefined; text: string; isCorrected: boolean }[];
  /** What is true, unless the wording holds. */
  correction?: Correction | undefined;
}

/** The wordings on a page, in its order. @param page its slug */
export const wordingsOf = (page: string, content: Content): Wording[] =>
  content.pageAt(page).components.flatMap(({ name, props }) => {
    if (name === 'Statements') return splitIds(props['ids']!).map((id) => sentence(id, content));
    return name === 'Table' ? rowsOf(props['name']!, page, content) : [];
  });

function sentence(id: string, content: Content): Wording {
  const { text, correction } = content.byId(statement).get(id)!;
  return { fragment: statementFragment(id), parts: [{ text, isCorrected: correction !== undefined }], correction };
}

/** The rows of a table of the course on the page that the table belongs to. */
function rowsOf(name: string, page: string, content: Content): Wording[] {
  const { origin, columns, rows, ...data } = content.byId(table).get(name)!;
  if (origin !== 'course' || data.page !== page) return [];
  const [names, ...values] = columns;
  return rows.map(({ id, cells, correction }) => ({
    fragment: rowFragment(name, id),
    name: cellText(cells[names!.id]!)!,
    parts: values.map((column) => ({
      header: values.length > 1 ? column.label : undefined,
      text: cellText(cells[column.id]!)!,
      isCorrected: correction?.cells.includes(column.id) ?? false,
    })),
    correction,
  }));
}
