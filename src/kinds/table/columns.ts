/** The widths of the columns of tables, by what their cells say. */
import { idsOn } from '../shown.ts';
import type { Content, Page } from '../../model/kind.ts';
import { plainText } from '../../model/markdown.ts';
import { fact } from '../fact/index.ts';
import { table } from './index.ts';
import { cellMarkdown, type Table } from './schema.ts';

/** Tables with fewer columns look best with equal ones. */
const MIN_COLUMNS = 4;
/** No column is more than this many times as wide as another. */
const MAX_RATIO = 2;

/**
 * The weight of each column from 1 to `MAX_RATIO`, in steps of a fifth. Long cells count most, since they make a row high.
 */
function columnWeights({ columns, rows }: Table, content: Content): number[] {
  const lengths = columns.map(({ id }) =>
    rows.reduce((sum, { cells }) => sum + plainText(cellMarkdown(cells[id]!, content.byId(fact))).length ** 2, 1),
  );
  const shortest = Math.min(...lengths.slice(1));
  return lengths.map((length) => Math.max(1, Math.min(MAX_RATIO, Math.round(5 * (length / shortest) ** 0.25) / 5)));
}

/** The rules that give the tables of a page the widths of their columns. They have addresses only on their own page. */
export const columnRules = (page: Page, content: Content): string =>
  [...idsOn(table, page, content)]
    .map((name) => ({ name, data: content.byId(table).get(name)! }))
    .filter(({ data }) => data.page === page.slug && data.columns.length >= MIN_COLUMNS)
    .map(({ name, data }) => {
      const [first = 1, ...others] = columnWeights(data, content);
      return `#${name} table{--columns:minmax(8.5rem,${first}fr) ${others.map((weight) => `minmax(0,${weight}fr)`).join(' ')}}`;
    })
    .join('');
