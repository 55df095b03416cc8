/** The path of a page, by its slug: the start page is called `index` and stands at the root. */
export const pathOf = (slug: string): string => (slug === 'index' ? '/' : `/${slug}/`);
