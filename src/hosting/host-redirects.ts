/** The redirects of `content/redirects.yaml` that a host can make. */
import { splitAddress, type Redirects } from '../model/redirects.ts';

/**
 * The redirects of pages that have moved as a whole. If a part of a page went elsewhere, the page itself redirects by
 * script, because a server never sees the fragment of a request.
 */
export function hostRedirects(redirects: Redirects): { from: string; to: string }[] {
  const splitPages = new Set([...redirects.places, ...redirects.gone].map(({ from }) => splitAddress(from).path));
  return redirects.pages.filter(({ from }) => !splitPages.has(from));
}

/**
 * Writes `_redirects`, which Netlify and Cloudflare Pages read, for a site at the root of its host.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export const redirectsFile = (redirects: Redirects): string =>
  hostRedirects(redirects)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
