/** The definitions of the glossary as plain text, for the previews. */
import type { APIRoute } from 'astro';
import { terms } from '../kinds/data.ts';
import { plainText } from '../model/inline-markdown.ts';

export const GET: APIRoute = () =>
  Response.json(Object.fromEntries([...terms].map(([id, { definition }]) => [id, plainText(definition)])));
