/** Each table as CSV, JSON and Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { tables } from '../../../data.ts';
import { FORMATS, type Format } from '../../../exports/address.ts';
import { tableExport } from '../../../exports/data.ts';
import { tableAsCsv, tableAsMarkdown } from '../../../exports/formats.ts';
import type { TableExport } from '../../../exports/schema.ts';

const WRITERS: Record<Format, (table: TableExport) => string> = {
  csv: tableAsCsv,
  json: (table) => `${JSON.stringify(table, null, 2)}\n`,
  md: tableAsMarkdown,
};

export const getStaticPaths = (() =>
  [...tables.keys()].flatMap((name) =>
    Object.keys(FORMATS).map((format) => ({ params: { name, format } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { name, format } }) =>
  new Response(WRITERS[format as Format](await tableExport(name!)));
