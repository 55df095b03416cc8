/** The text of the course as a page of plain Markdown, to weigh the templates that contain it. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Statement } from '../../src/kinds/statement/index.ts';
import { cellText, type Table } from '../../src/kinds/table/schema.ts';

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

const tableMarkdown = ({ caption, columns, rows }: Table): string => {
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
 * Writes the tables and statements of the course as Markdown without frontmatter.
 * @param withIds whether headings end with an id in braces, as this site requires
 */
export function courseMarkdown(withIds: boolean): string {
  const tables = globSync('content/tables/*.yaml')
    .sort()
    .map((file) => readYaml(file) as Table)
    .filter(({ origin }) => origin === 'course')
    .map(tableMarkdown);
  const statements = Object.values(readYaml('content/statements.yaml') as Record<string, Statement>).map(
    ({ text }) => text,
  );
  const text = [...tables, '## In sentences', ...statements.map((text) => `- ${text}`)].join('\n\n');
  let sectionNumber = 0;
  return withIds ? text.replace(/^(## .*)$/gm, (heading) => `${heading} {#part-${++sectionNumber}}`) : text;
}
