/** The downloads: every table as CSV, JSON and Markdown, with its corrections, sources and addresses. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { markdownToHtml } from 'satteri';
import { parse } from 'yaml';
import type { Fact } from '../../src/kinds/fact/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { source } from '../../src/kinds/source/index.ts';
import type { Row, Table } from '../../src/kinds/table/schema.ts';
import { readContent } from '../../src/model/read.ts';
import { parseCsv } from '../parse-csv.ts';
import { dateOf, DIST, DIST_WITH_SITE_URL, expect, promisedAddresses, SITE_URL, test } from './fixtures.ts';

const tables = Object.fromEntries(
  globSync('content/tables/*.yaml').map((file) => [
    basename(file, '.yaml'),
    parse(readFileSync(file, 'utf8')) as Table,
  ]),
);
const facts = Object.fromEntries(
  globSync('content/facts/*.yaml').flatMap((file) =>
    Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Fact>),
  ),
);
const content = readContent('.', KINDS);
const sources = content.byId(source);

/** The ids of the sources of a row, of its cells and values, and of its correction. */
const sourcesOf = ({ sources, cells, correction }: Row): string[] => [
  ...sources,
  ...(correction?.sources ?? []),
  ...Object.values(cells).flatMap((cell) => {
    if (typeof cell === 'string') return [];
    return ('fact' in cell ? facts[cell.fact]!.sources : cell.sources) ?? [];
  }),
];

const readExport = (file: string) => readFileSync(`${DIST}/data/${file}`, 'utf8');

test('every table is a CSV file with a line for each row, its correction, sources, review and address', () => {
  for (const [name, { columns, rows, page }] of Object.entries(tables)) {
    const [header, ...lines] = parseCsv(readExport(`tables/${name}.csv`));
    expect(header).toEqual([...columns.map(({ label }) => label), 'Correction', 'Sources', 'Reviewed', 'Address']);
    expect(lines.length).toBe(rows.length);
    for (const [index, line] of lines.entries()) {
      expect(line.length, name).toBe(header!.length);
      const [correction, urls, reviewed, address] = line.slice(-4);
      expect(correction !== '', `${name} ${index}`).toBe(rows[index]!.correction !== undefined);
      const expected = new Set(sourcesOf(rows[index]!).map((id) => sources.get(id)!.url));
      expect(new Set(urls!.split(' ')), `${name} ${index}`).toEqual(expected);
      expect(reviewed).toBe(content.pageAt(page).frontmatter.reviewed);
      expect(address).toBe(`${page}/#${name}-${rows[index]!.id}`);
    }
  }
});

test('every table is a Markdown file with the words of its CSV file and the verdicts of its page, and links promised addresses', () => {
  const words = { wrong: 'Wrong as worded', inexact: 'More exactly' };
  for (const [name, { columns, rows, origin }] of Object.entries(tables)) {
    const [header, ...lines] = parseCsv(readExport(`tables/${name}.csv`));
    const markdown = fromHtml(markdownToHtml(readExport(`tables/${name}.md`), { features: { gfm: true } }).html);
    const textOf = (cell: Element) => toString(cell).replace(/\s+/g, ' ').trim();
    const cells = selectAll('tr', markdown).map((row) => selectAll('th, td', row).map(textOf));
    const width = columns.length;
    expect(cells.map((row) => row.slice(0, width))).toEqual([header!, ...lines].map((row) => row.slice(0, width)));
    if (origin === 'course' || rows.some(({ correction }) => correction)) {
      expect(cells[0]![width]).toBe('Correction');
      for (const [index, { correction }] of rows.entries()) {
        const [label, text] = (lines[index]![width] ?? '').split(/: (.*)/s);
        const verdict = correction ? `${words[correction.verdict]}: ${text}` : origin === 'course' ? 'Holds' : label;
        expect(cells[index + 1]![width], `${name} ${index}`).toBe(verdict);
      }
    }
    const links = selectAll('a', markdown).map(({ properties }) => String(properties['href']));
    const internalLinks = links.filter((link) => !link.startsWith('https:'));
    expect(internalLinks.length, name).toBeGreaterThan(0);
    for (const link of internalLinks) {
      const { pathname, hash } = new URL(link, `https://site.invalid/data/tables/${name}.md`);
      expect(promisedAddresses).toContain(pathname + hash);
    }
  }
});

test('in Markdown, the cells of a table have the code, the bold words and the links that they have on its page', () => {
  for (const [name, { page, columns, rows }] of Object.entries(tables)) {
    const markdown = fromHtml(markdownToHtml(readExport(`tables/${name}.md`), { features: { gfm: true } }).html);
    const html = fromHtml(readFileSync(`${DIST}/${page}/index.html`, 'utf8'));
    const lines = selectAll('tbody tr', markdown);
    const marksIn = (row: Element) =>
      selectAll(`:is(th, td):nth-child(-n+${columns.length}) :is(code, strong, a)`, row)
        .filter((element) => !selectAll('.fact a', row).includes(element)) // a value has its date instead
        .map((element) => `${element.tagName}: ${toString(element)}`)
        .filter((mark) => !/^a: \d+$/.test(mark)); // the number of a source
    for (const [index, { id }] of rows.entries())
      expect(marksIn(lines[index]!), `${name} ${id}`).toEqual(marksIn(select(`[id="${name}-${id}"]`, html)!));
  }
});

test('the words of the course are exported with their corrections', () => {
  const [, , portability] = parseCsv(readExport('tables/docker-features.csv'));
  expect(portability!.slice(0, 2)).toEqual([
    'Portability',
    'Runs on any operating system, cloud, or machine — no compatibility issues.',
  ]);
  expect(portability![2]).toMatch(/^(Wrong|Inexact): \w/);
  const row = JSON.parse(readExport('tables/docker-features.json')).rows[1];
  expect(row.correction.cells).toEqual(['description']);
});

test('a table is exported with the origin of its words, its sources, and the dates of its values', () => {
  for (const [name, { rows, origin = 'site' }] of Object.entries(tables)) {
    const { wording, rows: exported, sources: cited } = JSON.parse(readExport(`tables/${name}.json`));
    expect(wording, name).toBe(origin);
    for (const { id, ...rest } of cited) {
      const { title, publisher, url, dated, read } = sources.get(id)!;
      expect(rest).toEqual({ title, publisher, url, ...(dated && { dated }), read });
    }
    for (const [index, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells)) {
        if (typeof cell !== 'object' || !('fact' in cell)) continue;
        expect(exported[index].facts[column].id).toBe(cell.fact);
        expect(exported[index].facts[column].asOf).toBe(facts[cell.fact]!.asOf);
      }
    }
  }
});

test('in CSV and Markdown, a value that may change has its date, as on the page', () => {
  let values = 0;
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    const [, ...lines] = parseCsv(readExport(`tables/${name}.csv`));
    for (const [index, { cells }] of rows.entries()) {
      for (const [column, { id }] of columns.entries()) {
        const cell = cells[id]!;
        const asOf = typeof cell === 'object' && 'fact' in cell ? facts[cell.fact]!.asOf : undefined;
        if (asOf) expect(lines[index]![column]).toContain(` (as of ${dateOf(asOf)})`);
        else expect(lines[index]![column]).not.toContain('(as of');
        if (asOf) values++;
      }
    }
  }
  expect(values).toBeGreaterThan(10);
});

test('the file of all tables and values follows its published schema, and equals the single files', () => {
  const data = JSON.parse(readExport('index.json'));
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readExport('schema.json')));
  validate(data);
  expect(validate.errors).toBe(null);
  expect(validate({ ...data, tables: [{}] }), 'the schema rejects an empty table').toBe(false);
  expect(data.tables.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(tables).sort());
  for (const table of data.tables) expect(table).toEqual(JSON.parse(readExport(`tables/${table.id}.json`)));
  expect(data.facts.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(facts).sort());
  for (const { id, value, unit, asOf, reviewBy, address, sources } of data.facts) {
    const fact = facts[id]!;
    expect({ ...fact, value: String(value), unit, asOf, reviewBy }).toEqual(fact);
    expect(address).toBe(`${fact.page}/#fact-${id}`);
    expect(sources.map((source: { id: string }) => source.id)).toEqual(fact.sources);
  }
});

test('with SITE_URL the exported addresses are absolute', () => {
  const csv = readFileSync(`${DIST_WITH_SITE_URL}/data/tables/docker-features.csv`, 'utf8');
  expect(csv).toContain(`${SITE_URL}concepts/what-is-docker/#docker-features-portability`);
  const markdown = readFileSync(`${DIST_WITH_SITE_URL}/data/tables/docker-features.md`, 'utf8');
  expect(markdown).toContain(`(${SITE_URL}concepts/what-is-docker/#docker-features)`);
});
