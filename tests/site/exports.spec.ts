/** What trainers take along: each table as CSV, JSON and Markdown, with its corrections, sources and addresses. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { markdownToHtml } from 'satteri';
import { parse } from 'yaml';
import type { Table } from '../../src/kinds/table/schema.ts';
import { DIST, DIST_WITH_SITE_URL, expect, promised, test, texts } from './fixtures.ts';

const tables = Object.fromEntries(
  globSync('content/tables/*.yaml').map((file) => [
    basename(file, '.yaml'),
    parse(readFileSync(file, 'utf8')) as Table,
  ]),
);
const read = (file: string) => readFileSync(`${DIST}/data/${file}`, 'utf8');

/** By RFC 4180, section 2: fields between commas, in quotes where they hold a comma, a quote or a line break. */
function parseCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [];
  let [row, field, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') field += text[++at];
      else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') {
      expect(field, 'a quote begins a field').toBe('');
      quoted = true;
    } else if (sign === ',' || text.startsWith('\r\n', at)) {
      row.push(field);
      field = '';
      if (sign === ',') continue;
      rows.push(row);
      row = [];
      at++;
    } else field += sign;
  }
  return rows;
}

test('every table is there as CSV: a line for each row, with correction, sources and address', () => {
  for (const [name, { columns, rows, page }] of Object.entries(tables)) {
    const [header, ...lines] = parseCsv(read(`tables/${name}.csv`));
    expect(header).toEqual([...columns.map(({ label }) => label), 'Correction', 'Sources', 'Reviewed', 'Address']);
    expect(lines.length).toBe(rows.length);
    for (const [index, line] of lines.entries()) {
      expect(line.length, name).toBe(header!.length);
      const [correction, sources, reviewed, address] = line.slice(-4);
      expect(correction !== '', `${name} ${index}`).toBe(rows[index]!.correction !== undefined);
      expect(sources).toMatch(/^https:\S+( https:\S+)*$/);
      expect(reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(address).toBe(`${page}/#${name}-${rows[index]!.id}`);
    }
  }
});

test('every table is there as Markdown, with the words of its CSV, and its links lead to what is promised', () => {
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    const [header, ...lines] = parseCsv(read(`tables/${name}.csv`));
    const markdown = fromHtml(markdownToHtml(read(`tables/${name}.md`), { features: { gfm: true } }).html);
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const found = selectAll('tr', markdown).map((row) => selectAll('th, td', row).map((cell) => words(toString(cell))));
    const isCorrected = rows.some(({ correction }) => correction);
    const width = columns.length + (isCorrected ? 1 : 0);
    expect(found.map((row) => row.slice(0, width))).toEqual([header!, ...lines].map((row) => row.slice(0, width)));
    const links = selectAll('a', markdown).map(({ properties }) => String(properties['href']));
    const inside = links.filter((link) => !/^https:/.test(link));
    expect(inside.length, name).toBe(1);
    const { pathname, hash } = new URL(inside[0]!, `https://site.invalid/data/tables/${name}.md`);
    expect(promised).toContain(pathname + hash);
  }
});

test('the words of the course are exported with what is true beside them', () => {
  const [, , portability] = parseCsv(read('tables/docker-features.csv'));
  expect(portability!.slice(0, 2)).toEqual([
    'Portability',
    'Runs on any operating system, cloud, or machine — no compatibility issues.',
  ]);
  expect(portability![2]).toMatch(/^(Wrong|Inexact): \w/);
  const row = JSON.parse(read('tables/docker-features.json')).rows[1];
  expect(row.correction.cells).toEqual(['description']);
});

test('a value that may change carries its day', () => {
  for (const [name, { rows }] of Object.entries(tables)) {
    const exported = JSON.parse(read(`tables/${name}.json`)).rows;
    for (const [index, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells)) {
        if (typeof cell !== 'object' || !('fact' in cell)) continue;
        expect(exported[index].facts[column].id).toBe(cell.fact);
        expect(exported[index].facts[column].asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  }
});

test('the file of all tables and values keeps to its published schema, and holds what the single files hold', () => {
  const data = JSON.parse(read('index.json'));
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(read('schema.json')));
  validate(data);
  expect(validate.errors).toBe(null);
  expect(validate({ ...data, tables: [{}] }), 'the schema refuses what it should').toBe(false);
  expect(data.tables.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(tables).sort());
  for (const table of data.tables) expect(table).toEqual(JSON.parse(read(`tables/${table.id}.json`)));
  expect(data.facts.length).toBeGreaterThan(80);
});

test('where the address of the site is known, the addresses are absolute', () => {
  const csv = readFileSync(`${DIST_WITH_SITE_URL}/data/tables/docker-features.csv`, 'utf8');
  expect(csv).toContain('https://docs.example.org/basics/concepts/what-is-docker/#docker-features-portability');
});

test('beneath each table stand the links to its files, and they lead there', async ({ page, request }) => {
  let count = 0;
  for (const path of texts) {
    await page.goto(path);
    for (const figure of await page.locator('main figure.table[id]').all()) {
      const links = await figure
        .locator('.exports a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.length, path).toBe(4); // CSV, JSON, Markdown, and the table alone
      for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
      count++;
    }
  }
  expect(count).toBe(Object.keys(tables).length);
});
