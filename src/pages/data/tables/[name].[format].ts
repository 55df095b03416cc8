/** Each table as CSV, JSON and Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { addressResolver } from '../../../exports/addresses.ts';
import { TABLE_WRITERS } from '../../../exports/table-formats.ts';
import { exportTable } from '../../../kinds/table/export.ts';
import { table } from '../../../kinds/table/index.ts';
import { plainText } from '../../../model/markdown.ts';
import { exportPath, FORMATS, type Format } from '../../../model/published-files.ts';
import { daysOfChange } from '../../../model/record.ts';
import { content, record, site } from '../../../model/site.ts';
import { pathToRoot } from '../../../pipeline/relative-urls.ts';

const tables = content.byId(table);
const changedOn = daysOfChange(record);

export const getStaticPaths = (() =>
  [...tables.keys()].flatMap((name) =>
    Object.keys(FORMATS).map((format) => ({ params: { name, format } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const [name, format] = [params['name']!, params['format'] as Format];
  // A link in Markdown is resolved from its file. CSV and JSON give addresses from the site's root.
  const root = format === 'md' ? pathToRoot(exportPath(name, format).slice(1)) : '';
  const addressAt = addressResolver(site.url, root);
  const textOf = format === 'md' ? (markdown: string) => markdown : plainText;
  const exported = exportTable(name, tables.get(name)!, { content, addressAt, changedOn }, textOf);
  return new Response(TABLE_WRITERS[format](exported, addressAt));
};
