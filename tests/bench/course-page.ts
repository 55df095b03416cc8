/** The page of the course as plain Markdown, from the data that holds its words: what the weight of a template is told by. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Statement } from '../../src/kinds/statement/index.ts';
import { cellText, type Table } from '../../src/kinds/table/schema.ts';

const read = <T>(file: string) => parse(readFileSync(file, 'utf8')) as T;

const tableText = ({ caption, columns, rows }: Table): string => {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${caption}`,
    '',
    line(columns.map(({ label }) => label)),
    line(columns.map(() => '---')),
    ...rows.map(({ cells }) => line(columns.map(({ id }) => cellText(cells[id]!) ?? ''))),
  ].join('\n');
};

/**
 * The text, without frontmatter.
 * @param withIds whether headings carry an id of their own, as on this site
 */
export function coursePage(withIds: boolean): string {
  const tables = globSync('content/tables/*.yaml')
    .sort()
    .map((file) => read<Table>(file))
    .filter(({ origin }) => origin === 'course')
    .map(tableText);
  const statements = Object.values(read<Record<string, Statement>>('content/statements.yaml')).map(({ text }) => text);
  const text = [...tables, '## In sentences', ...statements.map((text) => `- ${text}`)].join('\n\n');
  let number = 0;
  return withIds ? text.replace(/^(## .*)$/gm, (heading) => `${heading} {#part-${++number}}`) : text;
}
