/** The titles of all pages by their paths. The 404 page finds the site by this file, and suggests pages from it. */
import type { APIRoute } from 'astro';
import { pathOf } from '../model/paths.ts';
import { content } from '../model/site.ts';

export const GET: APIRoute = () => {
  const titles = content.pages.map(({ slug, frontmatter }) => [pathOf(slug).slice(1), frontmatter.title] as const);
  return Response.json(Object.fromEntries(titles.sort(([a], [b]) => a.localeCompare(b))));
};
