/** What on a page has an address of its own. */
import { placesOn } from '../kinds/shown.ts';
import type { Content, Page } from '../model/kind.ts';
import type { Place } from '../model/kind.ts';

/** Everything on a page that has an address of its own. */
export const addressesOf = (page: Page, content: Content): (Place & { line: number })[] => [
  ...page.headings.flatMap(({ id, text, line }) => (id ? { id, what: `the heading "${text}"`, line } : [])),
  ...page.components.flatMap(({ name, props: { id }, line }) =>
    /^[a-z]/.test(name) && id ? { id, what: `<${name}>`, line } : [],
  ),
  ...placesOn(page, content),
];

/** The id of the list of sources at the end of a page, and of the page's title, which Starlight gives. */
const GIVEN_IDS = ['sources', '_top'];

/** The fragments that lead somewhere, by the slug of their page. */
export const siteAddresses = (content: Content): Map<string, string[]> =>
  new Map(content.pages.map((page) => [page.slug, [...GIVEN_IDS, ...addressesOf(page, content).map(({ id }) => id)]]));
