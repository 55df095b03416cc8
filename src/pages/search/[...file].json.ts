/** The files of the search: an index, and many small files of which the browser fetches those that a query needs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { searchFiles } from '../../search/site-files.ts';

export const getStaticPaths = (() =>
  searchFiles.map(([path, content]) => ({
    params: { file: path.slice('search/'.length, -'.json'.length) },
    props: { content },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: object }> = ({ props }) => Response.json(props.content);
