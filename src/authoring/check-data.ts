/** The rules for tables, statements and facts. */
import { cellSources } from '../tables/schema.ts';
import { splitIds } from './components.ts';
import type { Content } from './content.ts';
import { ID_PATTERN, type Correction } from './fields.ts';
import { didYouMean, type Problem } from './problems.ts';
import { unknownFact, unknownSources } from './references.ts';

export function checkTables(content: Content): Problem[] {
  return [...content.tables].flatMap(([name, { file, data, lineOf }]) => {
    const problems: Problem[] = [];
    const report = (path: PropertyKey[], what: string, mend: string) =>
      problems.push({ file, line: lineOf(path), what, mend });

    if (!ID_PATTERN.test(name)) {
      report([], `The file's name "${name}" is no address.`, 'Name it in lower-case letters, digits and hyphens.');
    }
    const columns = data.columns.map(({ id }) => id);
    for (const [index, id] of columns.entries()) {
      if (columns.indexOf(id) < index) {
        report(['columns', index], `The column id "${id}" stands twice.`, 'Give each column an id of its own.');
      }
    }
    const home = content.pages.find(({ frontmatter }) => frontmatter.slug === data.page);
    if (!home?.components.some((use) => use.name === 'Table' && use.props['name'] === name)) {
      report(
        ['page'],
        home ? `The page "${data.page}" does not show this table.` : `No page has the slug "${data.page}".`,
        `Put <Table name="${name}" /> on the page where the table lives, and name that page here.`,
      );
    }

    const seen = new Set<string>();
    for (const [index, row] of data.rows.entries()) {
      const at = ['rows', index];
      if (seen.has(row.id)) {
        report([...at, 'id'], `The row id "${row.id}" stands twice in this table.`, 'Give the newer row another id.');
      }
      seen.add(row.id);
      for (const id of columns.filter((column) => !(column in row.cells))) {
        report(
          [...at, 'cells'],
          `The row "${row.id}" has too few cells: "${id}" is missing.`,
          `Add "${id}:" to its cells; each row has one cell for each of: ${columns.join(', ')}.`,
        );
      }
      for (const id of Object.keys(row.cells).filter((cell) => !columns.includes(cell))) {
        report(
          [...at, 'cells', id],
          `The row "${row.id}" has too many cells: the table has no column "${id}".${didYouMean(id, columns)}`,
          `Remove the cell, or add the column; the columns are: ${columns.join(', ')}.`,
        );
      }
      for (const [index, id] of (row.correction?.cells ?? []).entries()) {
        if (!columns.includes(id)) {
          report(
            [...at, 'correction', 'cells', index],
            `The correction of row "${row.id}" names a column "${id}" that the table does not have.`,
            `Name the columns whose wording is corrected, of: ${columns.join(', ')}.`,
          );
        }
      }
      problems.push(...unknownSources(content, file, row.sources, (i) => lineOf([...at, 'sources', i])));
      problems.push(
        ...checkCorrection(content, file, row.correction, (path) => lineOf([...at, 'correction', ...path])),
      );
      for (const [column, cell] of Object.entries(row.cells)) {
        const path = [...at, 'cells', column];
        problems.push(...unknownSources(content, file, cellSources(cell), (i) => lineOf([...path, 'sources', i])));
        if (typeof cell === 'object' && 'fact' in cell) {
          problems.push(...unknownFact(content, cell.fact, file, lineOf(path)));
        }
      }
    }
    return problems;
  });
}

export function checkStatements(content: Content): Problem[] {
  const { statements, pages } = content;
  if (!statements) return [];
  const { file, data, lineOf } = statements;
  return Object.entries(data).flatMap(([id, statement]) => {
    const problems: Problem[] = [];
    if (!ID_PATTERN.test(id)) {
      problems.push({
        file,
        line: lineOf([id]),
        what: `"${id}" is no address.`,
        mend: 'Write it in lower-case letters, digits and hyphens.',
      });
    }
    const home = pages.find(({ frontmatter }) => frontmatter.slug === statement.page);
    const shown = home?.components.some(
      ({ name, props }) => name === 'Statements' && splitIds(props['ids'] ?? '').includes(id),
    );
    if (!shown) {
      problems.push({
        file,
        line: lineOf([id, 'page']),
        what: `The page "${statement.page}" does not show the statement "${id}".`,
        mend: `Put <Statements ids="${id}" /> on the page where it lives, and name that page here.`,
      });
    }
    problems.push(...unknownSources(content, file, statement.sources, (i) => lineOf([id, 'sources', i])));
    problems.push(
      ...checkCorrection(content, file, statement.correction, (path) => lineOf([id, 'correction', ...path])),
    );
    return problems;
  });
}

export function checkFacts(content: Content): Problem[] {
  const seen = new Map<string, string>();
  return content.facts.flatMap(({ file, data, lineOf }) =>
    Object.entries(data).flatMap(([id, fact]) => {
      const first = seen.get(id);
      seen.set(id, file);
      return [
        ...(first
          ? [
              {
                file,
                line: lineOf([id]),
                what: `The fact "${id}" stands in ${first} already.`,
                mend: 'Keep one of the two.',
              },
            ]
          : []),
        ...unknownSources(content, file, fact.sources, (i) => lineOf([id, 'sources', i])),
      ];
    }),
  );
}

function checkCorrection(
  content: Content,
  file: string,
  correction: Correction | undefined,
  lineOf: (path: PropertyKey[]) => number,
): Problem[] {
  return correction ? unknownSources(content, file, correction.sources, (i) => lineOf(['sources', i])) : [];
}
