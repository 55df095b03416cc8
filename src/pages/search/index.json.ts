/** The search index. */
import type { APIRoute } from 'astro';
import { synonyms } from '../../kinds/data.ts';
import { pack } from '../../search/packed.ts';
import { documents } from '../../search/site.ts';

export const GET: APIRoute = () => Response.json(pack(documents, synonyms.data));
