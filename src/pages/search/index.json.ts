/** The search index, without the text of the results: see `answers/`. */
import type { APIRoute } from 'astro';
import { content } from '../../model/site.ts';
import { pack } from '../../search/pack.ts';
import { documents } from '../../search/site-documents.ts';

const { synonyms, site } = content.parsed;

export const GET: APIRoute = () => Response.json(pack(documents, synonyms.data, site.data.starters));
