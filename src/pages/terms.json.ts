/** The definitions of the glossary as plain text, for the previews of terms. */
import type { APIRoute } from 'astro';
import { term } from '../kinds/term/index.ts';
import { plainText } from '../model/markdown.ts';
import { content } from '../model/site.ts';

export const GET: APIRoute = () =>
  Response.json(Object.fromEntries([...content.byId(term)].map(([id, { definition }]) => [id, plainText(definition)])));
