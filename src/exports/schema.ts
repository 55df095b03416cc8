/** The form of the exported data. `data/schema.json` is made of it, for those who read the data by a program. */
import { z } from 'astro/zod';

const date = z.string().describe('a day, YYYY-MM-DD');
const address = z
  .string()
  .describe("an address: absolute where the site's own is known, else from the site's root, without a slash before it");

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().describe('where it is published'),
  dated: z.string().optional().describe('its own date or version'),
  read: date.optional().describe('the day on which it was read'),
});

const factReference = z.strictObject({ id: z.string(), asOf: date.describe('the day for which the value is known') });

const row = z.strictObject({
  id: z.string(),
  address,
  cells: z.record(z.string(), z.string()).describe('the text of each cell, by the ids of the columns'),
  facts: z.record(z.string(), factReference).optional().describe('which cells hold a value that may change'),
  correction: z
    .strictObject({
      verdict: z.enum(['inexact', 'wrong']),
      cells: z.array(z.string()).describe('the columns whose wording is corrected'),
      text: z.string().describe('what is true'),
      sources: z.array(z.string()).describe('ids of sources'),
    })
    .optional()
    .describe('it belongs to the row: who shows the cells shows it too'),
  sources: z.array(z.string()).describe('ids of sources, of the row and its cells'),
});

const table = z.strictObject({
  id: z.string(),
  caption: z.string(),
  address,
  page: z.strictObject({ title: z.string(), address, reviewed: date }),
  wording: z.enum(['course', 'site']).describe('course: the words are those of the course; corrections are ours'),
  columns: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  rows: z.array(row),
  sources: z.array(source),
  license: z.string(),
});
export type TableExport = z.infer<typeof table>;
export type ExportedSource = z.infer<typeof source>;

const fact = z.strictObject({
  id: z.string(),
  value: z.union([z.string(), z.number()]),
  unit: z.string().optional(),
  meaning: z.string(),
  address,
  asOf: date,
  reviewBy: date,
  sources: z.array(source),
});

/** All tables and values that may change, see {@link DataExport}. */
export const exportSchema = z
  .strictObject({ license: z.string(), tables: z.array(table), facts: z.array(fact) })
  .describe('All tables and dated values of the site, with their corrections and sources');
export type DataExport = z.infer<typeof exportSchema>;
export type FactExport = DataExport['facts'][number];
