/** The rules for the data: tables, statements, facts, terms, errors, misconceptions and questions. */
import { cellFact, cellSources, type Row } from '../tables/schema.ts';
import { splitIds } from './components.ts';
import type { Content } from './content.ts';
import { ID_PATTERN } from './fields.ts';
import { didYouMean, type Problem } from './problems.ts';
import { unknownReferences } from './references.ts';

type LineOf = (path: PropertyKey[]) => number;

export const checkData = (content: Content): Problem[] => [
  ...checkTables(content),
  ...checkStatements(content),
  ...checkFacts(content),
  ...checkTerms(content),
  ...[content.errors, content.misconceptions].flatMap((read) => checkEntries(content, read)),
  ...checkQuestions(content),
];

function checkTables(content: Content): Problem[] {
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
    problems.push(...notOnItsPage(content, data.page, 'Table', name, file, lineOf(['page'])));

    const seen = new Set<string>();
    for (const [index, row] of data.rows.entries()) {
      if (seen.has(row.id)) {
        const what = `The row id "${row.id}" stands twice in this table.`;
        report(['rows', index, 'id'], what, 'Give the newer row another id.');
      }
      seen.add(row.id);
      problems.push(...checkRow(row, columns, content, file, (path) => lineOf(['rows', index, ...path])));
    }
    return problems;
  });
}

function checkRow(row: Row, columns: string[], content: Content, file: string, lineOf: LineOf): Problem[] {
  const problems: Problem[] = [];
  const report = (path: PropertyKey[], what: string, mend: string) =>
    problems.push({ file, line: lineOf(path), what, mend });

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
  problems.push(...unknownReferences('source', row.sources, content, file, (i) => lineOf(['sources', i])));
  problems.push(...checkCorrection(row, content, file, lineOf));
  for (const [column, cell] of Object.entries(row.cells)) {
    const line = (i: number) => lineOf(['cells', column, 'sources', i]);
    problems.push(...unknownReferences('source', cellSources(cell), content, file, line));
    const fact = cellFact(cell);
    if (fact) problems.push(...unknownReferences('fact', [fact], content, file, () => lineOf(['cells', column])));
  }
  return problems;
}

function checkStatements(content: Content): Problem[] {
  return entriesOf(content.statements).flatMap(({ id, file, entry, lineOf }) => [
    ...notAnAddress(id, file, lineOf([])),
    ...notOnItsPage(content, entry.page, 'Statements', id, file, lineOf(['page'])),
    ...unknownReferences('source', entry.sources, content, file, (i) => lineOf(['sources', i])),
    ...checkCorrection(entry, content, file, lineOf),
  ]);
}

function checkFacts(content: Content): Problem[] {
  const seen = new Map<string, string>();
  return content.facts.flatMap((facts) =>
    entriesOf(facts).flatMap(({ id, file, entry, lineOf }) => {
      const first = seen.get(id);
      seen.set(id, file);
      return [
        ...(first
          ? [
              {
                file,
                line: lineOf([]),
                what: `The fact "${id}" stands in ${first} already.`,
                mend: 'Keep one of the two.',
              },
            ]
          : []),
        ...unknownReferences('page', [entry.page], content, file, () => lineOf(['page'])),
        ...unknownReferences('source', entry.sources, content, file, (i) => lineOf(['sources', i])),
      ];
    }),
  );
}

function checkTerms(content: Content): Problem[] {
  return entriesOf(content.terms).flatMap(({ id, file, entry, lineOf }) => [
    ...notAnAddress(id, file, lineOf([])),
    ...unknownReferences('term', entry.seeAlso ?? [], content, file, (i) => lineOf(['seeAlso', i])),
    ...unknownReferences('source', entry.sources, content, file, (i) => lineOf(['sources', i])),
  ]);
}

/** Error messages and misconceptions: what they have in common is an id and sources. */
function checkEntries(
  content: Content,
  read: { file: string; data: Record<string, { sources: string[] }>; lineOf: LineOf } | undefined,
): Problem[] {
  return entriesOf(read).flatMap(({ id, file, entry, lineOf }) => [
    ...notAnAddress(id, file, lineOf([])),
    ...unknownReferences('source', entry.sources, content, file, (i) => lineOf(['sources', i])),
  ]);
}

function checkQuestions(content: Content): Problem[] {
  return entriesOf(content.questions).flatMap(({ id, file, entry, lineOf }) => [
    ...notAnAddress(id, file, lineOf([])),
    ...notOnItsPage(content, entry.page, 'SelfCheck', undefined, file, lineOf(['page'])),
  ]);
}

/** The entries of a file, each with the lines of what stands in it. */
function entriesOf<T>(read: { file: string; data: Record<string, T>; lineOf: LineOf } | undefined) {
  return Object.entries(read?.data ?? {}).map(([id, entry]) => ({
    id,
    file: read!.file,
    entry,
    lineOf: (path: PropertyKey[]) => read!.lineOf([id, ...path]),
  }));
}

function checkCorrection(
  { correction }: { correction?: { sources: string[] } | undefined },
  content: Content,
  file: string,
  lineOf: LineOf,
): Problem[] {
  const line = (index: number) => lineOf(['correction', 'sources', index]);
  return unknownReferences('source', correction?.sources ?? [], content, file, line);
}

const notAnAddress = (id: string, file: string, line: number): Problem[] =>
  ID_PATTERN.test(id)
    ? []
    : [{ file, line, what: `"${id}" is no address.`, mend: 'Write it in lower-case letters, digits and hyphens.' }];

/** Data names the page where it lives; that page must show it with the component `name`, by `id` if it takes one. */
function notOnItsPage(
  { pages }: Content,
  slug: string,
  name: 'Table' | 'Statements' | 'SelfCheck',
  id: string | undefined,
  file: string,
  line: number,
): Problem[] {
  const page = pages.find(({ frontmatter }) => frontmatter.slug === slug);
  const shown = page?.components.some(
    (use) =>
      use.name === name &&
      (id === undefined
        ? (use.props['page'] ?? slug) === slug
        : use.props['name'] === id || splitIds(use.props['ids'] ?? '').includes(id)),
  );
  if (shown) return [];
  const attribute = id === undefined ? '' : name === 'Table' ? ` name="${id}"` : ` ids="${id}"`;
  const it = { Table: 'this table', Statements: 'this statement', SelfCheck: 'its questions' }[name];
  return [
    {
      file,
      line,
      what: page ? `The page "${slug}" does not show ${it}.` : `No page has the slug "${slug}".`,
      mend: `Put <${name}${attribute} /> on the page where it lives, and name that page here.`,
    },
  ];
}
