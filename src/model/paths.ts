/** Paths, slugs and fragments, and how one becomes another. */

/** The path of a page from its slug. The start page has the slug `index` and the path `/`. */
export const pathOf = (slug: string): string => (slug === 'index' ? '/' : `/${slug}/`);

/** The slug of the page at a path, with or without slashes at its ends. No page has the path `/index/`. */
export const slugAt = (path: string): string =>
  path === '/' ? 'index' : path === '/index/' ? '' : path.replace(/^\/|\/$/g, '');

/** The slug of a page from the id of its Starlight entry, which is empty for the start page. */
export const slugOfEntry = (entryId: string): string => entryId || 'index';

/**
 * The fragment of a target in a file that contains several pages: `registries/docker-hub/pull-limits`. A page itself has
 * its slug as its fragment.
 */
export const fragmentPath = (slug: string, id: string): string => (id && id !== '_top' ? `${slug}/${id}` : slug);
