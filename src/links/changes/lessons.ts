import { embedAddresses } from '../../kinds/table/embed-addresses.ts';
import { termHref } from '../../kinds/term/index.ts';
import type { Content } from '../../model/kind.ts';
import { pathOf } from '../../model/paths.ts';
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
 * The lesson plans: the pages that have a handout. If a plan links to places on a page, it uses those, and not the whole
 * page, even if it links to that as well: a lesson uses only a little of a reference page.
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
      const linked = new Set([...addresses, ...terms]);
      const inPart = new Set([...linked].filter((address) => address.includes('#')).map((a) => splitAddress(a).path));
      linked.add(pathOf(slug));
      inPart.delete(pathOf(slug));
      const uses = (place: Place): boolean =>
        (linked.has(place.address) && !inPart.has(place.address)) || (!!place.parent && uses(place.parent));
      return { slug, title, uses };
    });
}
