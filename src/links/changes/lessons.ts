import { embedAddresses } from '../../kinds/table/embed-addresses.ts';
import { termHref } from '../../kinds/term/index.ts';
import type { Content } from '../../model/kind.ts';
import { pathOf, slugAt } from '../../model/paths.ts';
import { splitAddress } from '../../model/redirects.ts';
import type { Place } from './places.ts';

export interface Lesson {
  /** The slug of its plan. */
  slug: string;
  title: string;
  /** Whether a place is in the plan, or in what the plan links to. */
  uses: (place: Place) => boolean;
}

/**
 * The lesson plans: the pages that have a handout. A plan uses what it links to. It uses a whole page if the page has a
 * reading time and the plan links to no place on it: of a page for looking things up, a lesson uses only a little.
 */
export function lessonsOf(content: Content): Lesson[] {
  const embeds = new Map(embedAddresses(content));
  return content.pages
    .filter(({ frontmatter }) => frontmatter.handout)
    .map(({ slug, frontmatter: { title }, links, components }) => {
      const terms = components.flatMap(({ name, props }) =>
        name === 'Term' && typeof props['id'] === 'string' ? [termHref(props['id'], content)] : [],
      );
      const addresses = links.map(({ url }) => url.replace(/\?.*/, '')).map((url) => embeds.get(url) ?? url);
      const places = [...addresses, ...terms].filter((address) => address.includes('#'));
      const pagesInPart = new Set(places.map((address) => splitAddress(address).path));
      const pages = addresses.filter(
        (address) => content.page(slugAt(address))?.frontmatter.minutes !== undefined && !pagesInPart.has(address),
      );
      const used = new Set([pathOf(slug), ...pages, ...places]);
      const uses = (place: Place): boolean => used.has(place.address) || (!!place.parent && uses(place.parent));
      return { slug, title, uses };
    });
}
