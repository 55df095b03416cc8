/** The widths of the columns of tables, by what their cells say. */
import type { Content } from '../../model/kind.ts';
import { plainText } from '../../model/markdown.ts';
import { fact } from '../fact/index.ts';
import { cellMarkdown, columnClass, type Table } from './schema.ts';

/** No column of values is more than this many times as wide as another. */
const MAX_RATIO = 2;
/** The names of the rows, which are short, may have less room than any value. */
const MIN_WEIGHT_OF_NAMES = 0.6;

/**
 * The weight of each column, in steps of a fifth: from 1 to `MAX_RATIO` for values. Long cells count most, since they make
 * a row high.
 */
function columnWeights({ columns, rows }: Table, content: Content): number[] {
  const lengths = columns.map(({ id }) =>
    rows.reduce((sum, { cells }) => sum + plainText(cellMarkdown(cells[id]!, content.byId(fact))).length ** 2, 1),
  );
  const shortest = Math.min(...lengths.slice(1));
  return lengths.map((length, index) =>
    Math.max(index ? 1 : MIN_WEIGHT_OF_NAMES, Math.min(MAX_RATIO, Math.round(5 * (length / shortest) ** 0.25) / 5)),
  );
}

/**
 * The rule that gives a table the widths of its columns.
 * @param name of a table for which `isWide` is true
 */
export function columnRule(name: string, data: Table, content: Content): string {
  const [first = 1, ...others] = columnWeights(data, content);
  const names = others.length < 4 ? '8.75rem' : '7.5rem'; // for a long word, where values leave room for it
  return `.${columnClass(name, data)}{--columns:minmax(${names},${first}fr) ${others.map((weight) => `${weight}fr`).join(' ')}}`;
}
