/** What became of each address that was ever promised, for programs that check links: see `judge.ts`. */
import { embedPaths } from '../../kinds/table/embed.ts';
import { table } from '../../kinds/table/index.ts';
import type { SiteContent } from '../../model/content.ts';
import { LINKED_FILES, OTHER_FILES } from '../../model/site-files.ts';
import { currentAddress, splitAddress, type Redirects } from '../../model/redirects.ts';
import { embedRedirects } from '../embed-redirects.ts';
import { addressList, type Manifest } from '../manifest.ts';
import type { Promises } from './judge.ts';

/**
 * Says what became of each address.
 * @param published every address that was ever published
 */
export function promisesOf(content: SiteContent, published: Manifest): Promises {
  const redirects = content.parsed.redirects.data;
  const embeds = embedRedirects(
    redirects,
    published,
    embedPaths(content.byId(table)).map(({ path }) => path),
  );
  const moves = { pages: [...redirects.pages, ...embeds.pages], places: redirects.places };
  const gone: Redirects['gone'] = [...redirects.gone, ...embeds.gone];
  const promises: Promises = {
    kept: {},
    moved: {},
    gone: Object.fromEntries(gone.map(({ from, why, since }) => [from, since ? [why, since] : [why]])),
    files: [...LINKED_FILES, ...OTHER_FILES],
  };
  const addresses = new Set([...addressList(published), ...[...moves.pages, ...moves.places].map(({ from }) => from)]);
  for (const address of addresses) {
    const { path, fragment } = splitAddress(address);
    if (address in promises.gone || path in promises.gone) continue;
    const current = currentAddress(address, moves);
    if (current !== address) promises.moved[address] = current;
    else if (!(path in promises.moved))
      (promises.kept[path] ??= []).push(...(fragment === undefined ? [] : [fragment]));
  }
  return promises;
}
