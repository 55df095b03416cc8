/** Every page's path and title: the page for addresses that lead nowhere finds the site by it. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';

export const GET: APIRoute = async () => {
  const pages = await getCollection('docs');
  const titles = pages.map(({ id, data }) => [id === 'index' ? '' : `${id}/`, data.title] as const);
  return Response.json(Object.fromEntries(titles.sort(([a], [b]) => a.localeCompare(b))));
};
