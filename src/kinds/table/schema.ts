/** `content/tables/NAME.yaml`: one table per file. Pages, search, exports and embeds all show the same data. */
import { z } from 'astro/zod';
import {
  correctedCourse,
  correctionSchema,
  distinct,
  id,
  inlineMarkdown,
  sourceIds,
  text,
  topic,
  type CorrectedWording,
} from '../../model/fields.ts';
import { factText, type Fact } from '../fact/index.ts';

const cell = z
  .union(
    [
      inlineMarkdown,
      z.strictObject({ text: inlineMarkdown, sources: sourceIds.optional() }),
      z.strictObject({ fact: z.string() }),
    ],
    { error: 'must be text, { text: …, sources: […] } or { fact: ID }' },
  )
  .describe("what the cell says; put a number in quotes, such as '5'");
export type Cell = z.infer<typeof cell>;

const row = z.strictObject({
  topic,
  id: id.describe("the row's own part of its address, #TABLE-ROW; never change it"),
  cells: z.record(z.string(), cell).describe('one cell for each column, by column id'),
  sources: sourceIds.describe('the ids of the sources of the row, from content/sources.yaml'),
  correction: correctionSchema
    .extend({ cells: distinct(z.string()).min(1).describe('the ids of the columns whose wording is corrected') })
    .optional()
    .describe('what is true, if the wording of the row is inexact or wrong'),
});
export type Row = z.infer<typeof row>;

export const tableSchema = z.strictObject({
  caption: text.describe('what the table shows'),
  page: z
    .string()
    .describe('the slug of the page that the table belongs to; on other pages its rows have no addresses'),
  origin: z.enum(['course']).optional().describe('course, if the words come from the course and must not change'),
  columns: z
    .array(z.strictObject({ id: id.describe('a short name'), label: text.describe('the header') }))
    .min(2, { error: 'needs at least two columns; the first is the header of each row' })
    .max(5, { error: 'must be at most five columns: no more fit on a page' })
    .describe('the columns, in order; the first is the header of each row'),
  rows: z.array(row).min(1, { error: 'needs at least one row' }).describe('the rows, in order'),
});
export type Table = z.infer<typeof tableSchema>;

/** Whether a table has so many columns that it needs more room than prose, and widths by what its cells say. */
export const isWide = ({ columns }: Table): boolean => columns.length >= 4;

/** Whether a table has verdicts on its wording. In a table of the course, each row holds or has a correction. */
export const showsVerdicts = ({ origin, rows }: Table): boolean =>
  origin === 'course' || rows.some(({ correction }) => correction);

/** The class of a table that gives its columns their widths. */
export const columnClass = (name: string, table: Table): string =>
  `columns-${isWide(table) ? name : table.columns.length}`;

/** The fragment of a row's address, with the name of its table first: `docker-features-portability`. */
export const rowFragment = (table: string, row: string): string => `${table}-${row}`;

/** The inline Markdown of a cell; `undefined` for a cell that shows a fact. */
export const cellText = (cell: Cell): string | undefined =>
  typeof cell === 'string' ? cell : 'text' in cell ? cell.text : undefined;

/** The corrected cells of a row, with the correction; `undefined` for a row that has none. */
export const correctedCells = ({ cells, correction }: Row): CorrectedWording | undefined =>
  correction && correctedCourse(correction.cells.map((column) => cellText(cells[column]!)).join(' '), correction);

/** The id of the fact that a cell shows, if it shows one. */
export const cellFact = (cell: Cell): string | undefined =>
  typeof cell === 'object' && 'fact' in cell ? cell.fact : undefined;

/** The ids of the sources that a cell names in addition to its row's sources. */
export const cellSources = (cell: Cell): string[] =>
  typeof cell === 'object' && 'sources' in cell ? (cell.sources ?? []) : [];

/** The content of a cell as inline Markdown. @param facts all facts by id */
export const cellMarkdown = (cell: Cell, facts: ReadonlyMap<string, Fact>): string =>
  cellText(cell) ?? factText(facts.get(cellFact(cell)!)!);

/** The header of a row, its first cell, as inline Markdown. */
export const rowHeader = ({ columns }: Table, { cells }: Row, facts: ReadonlyMap<string, Fact>): string =>
  cellMarkdown(cells[columns[0]!.id]!, facts);

/** The letters and digits of a header that says nothing without the label of its column, such as `137` or `no`. */
const TERSE = 3;

/** Whether any row needs the label of its first column in its name, as in "Exit code: 137". If one does, all get it. */
export const hasTerseHeaders = (table: Table, facts: ReadonlyMap<string, Fact>): boolean =>
  table.rows.some((row) => rowHeader(table, row, facts).replace(/[^\p{L}\p{N}]/gu, '').length <= TERSE);
