/** The patterns of error messages by the ids of their entries, in matching order, for the field that finds a pasted message. */
import type { APIRoute } from 'astro';
import { errorFragment, errorMessage } from '../kinds/error/index.ts';
import { content } from '../model/site.ts';

export const GET: APIRoute = () =>
  Response.json([...content.byId(errorMessage)].map(([id, { pattern }]) => [errorFragment(id), pattern]));
