/** Redirects of embeds. They follow from the redirects of tables and rows, so that authors write each only once. */
import type { Manifest } from './manifest.ts';
import { type Redirects, splitAddress } from '../model/redirects.ts';
import { EMBED_ROOT, embeddedId } from '../kinds/table/embed.ts';

/**
 * Derives the redirects of embeds that no longer exist.
 * @param published the URL manifest, which includes the embeds
 * @param current the paths of the embeds that exist
 * @returns redirects in the form of `content/redirects.yaml`; their paths have slashes at both ends
 */
export function embedRedirects(
  { places, gone }: Redirects,
  published: Manifest,
  current: string[],
): Pick<Redirects, 'pages' | 'gone'> {
  const derived: Pick<Redirects, 'pages' | 'gone'> = { pages: [], gone: [] };
  const missing = Object.keys(published).filter((path) => path.startsWith(EMBED_ROOT) && !current.includes(path));
  for (const from of missing) {
    const id = embeddedId(from);
    const homes = Object.keys(published).filter((path) => published[path]!.includes(id));
    const redirect = places.find((entry) => homes.some((home) => entry.from === `${home}#${id}`));
    const tombstone = gone.find((entry) => homes.some((home) => entry.from === `${home}#${id}` || entry.from === home));
    const to = redirect && current.find((path) => embeddedId(path) === splitAddress(redirect.to).fragment);
    if (to) derived.pages.push({ from, to });
    // Only embeds may be framed: in the frame, a redirect to any other page would show nothing.
    else if (redirect) derived.gone.push({ from, why: `This content has moved to ${redirect.to}.` });
    else if (tombstone) derived.gone.push({ ...tombstone, from });
  }
  return derived;
}
