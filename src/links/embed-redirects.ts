/** What becomes of an embed whose table or row has moved or gone: an author says it of the row alone. */
import type { Manifest } from './manifest.ts';
import type { Redirects } from '../model/redirects.ts';
import { splitAddress } from '../model/redirects.ts';
import { EMBEDS } from '../kinds/table/embed.ts';

/** The id, on the page where it lives, of what an embed shows. */
const idOf = (path: string) => path.slice(EMBEDS.length, -1).replace('/', '-');

/**
 * The redirects of embeds that follow from those of their tables and rows.
 * @param published what was promised, embeds included
 * @param current the paths of the embeds that there are
 * @returns paths with slashes at both ends, in the form of `content/redirects.yaml`
 */
export function embedRedirects(
  { places, gone }: Redirects,
  published: Manifest,
  current: string[],
): Pick<Redirects, 'pages' | 'gone'> {
  const derived: Pick<Redirects, 'pages' | 'gone'> = { pages: [], gone: [] };
  const lost = Object.keys(published).filter((path) => path.startsWith(EMBEDS) && !current.includes(path));
  for (const from of lost) {
    const id = idOf(from);
    const homes = Object.keys(published).filter((path) => published[path]!.includes(id));
    const moved = places.find((entry) => homes.some((home) => entry.from === `${home}#${id}`));
    const left = gone.find((entry) => homes.some((home) => entry.from === `${home}#${id}` || entry.from === home));
    const to = moved && current.find((path) => idOf(path) === splitAddress(moved.to).fragment);
    if (to) derived.pages.push({ from, to });
    // A page that is no embed refuses to be framed, so a frame is not led there.
    else if (moved) derived.gone.push({ from, why: `What stood here has moved to ${moved.to}.` });
    else if (left) derived.gone.push({ from, why: left.why });
  }
  return derived;
}
