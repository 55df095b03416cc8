/** The redirects that a host can make, from `content/redirects.yaml`. */
import { splitAddress, type Redirects } from '../model/redirects.ts';

/**
 * The pages that have moved as a whole. A page of which single places went elsewhere is left to its own script: no
 * server sees which place was asked for.
 */
export function hostRedirects(redirects: Redirects): { from: string; to: string }[] {
  const apart = new Set([...redirects.places, ...redirects.gone].map(({ from }) => splitAddress(from).path));
  return redirects.pages.filter(({ from }) => !apart.has(from));
}

/**
 * `_redirects`, which Netlify and Cloudflare Pages read, for a site at the root of its host.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export const redirectsFile = (redirects: Redirects): string =>
  hostRedirects(redirects)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
