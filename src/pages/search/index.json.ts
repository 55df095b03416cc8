/** The search index, without the text of the results: see `answers/`. */
import type { APIRoute } from 'astro';
import { content } from '../../model/site.ts';
import { pack } from '../../search/pack.ts';
import { documents } from '../../search/site-documents.ts';

export const GET: APIRoute = () => Response.json(pack(documents, content.parsed.synonyms.data));
