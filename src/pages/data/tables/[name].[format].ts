/** Each table as CSV, JSON and Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { tables } from '../../../kinds/data.ts';
import { exportPath, FORMATS, type Format } from '../../../model/export-files.ts';
import { tableExport } from '../../../exports/data.ts';
import { tableAsCsv, tableAsMarkdown } from '../../../exports/formats.ts';
import type { TableExport } from '../../../exports/schema.ts';
import { rootOf } from '../../../pipeline/relative-addresses.ts';

const WRITERS: Record<Format, (table: TableExport) => string> = {
  csv: tableAsCsv,
  json: (table) => `${JSON.stringify(table, null, 2)}\n`,
  md: tableAsMarkdown,
};

export const getStaticPaths = (() =>
  [...tables.keys()].flatMap((name) =>
    Object.keys(FORMATS).map((format) => ({ params: { name, format } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const [name, format] = [params['name']!, params['format'] as Format];
  // A link in Markdown is followed from its file; in data, addresses are told from the site's root.
  const root = format === 'md' ? rootOf(exportPath(name, format).slice(1)) : '';
  return new Response(WRITERS[format](tableExport(name, root)));
};
