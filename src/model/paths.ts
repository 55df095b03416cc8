/** The path of a page, by its slug: the start page is called `index` and stands at the root. */
export const pathOf = (slug: string): string => (slug === 'index' ? '/' : `/${slug}/`);

/** The slug of the page at a path, with or without slashes at its ends; none is at `/index/`. */
export const slugAt = (path: string): string =>
  path === '/' ? 'index' : path === '/index/' ? '' : path.replace(/^\/|\/$/g, '');

/** What a place of a page is called beside those of other pages: `registries/docker-hub/pull-limits`. The page itself goes by its slug. */
export const placeOf = (slug: string, id: string): string => (id && id !== '_top' ? `${slug}/${id}` : slug);
