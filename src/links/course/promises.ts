/** What became of each address that was ever promised, for programs that check links: see `judge.ts`. */
import { embedPaths } from '../../kinds/table/embed.ts';
import { table } from '../../kinds/table/index.ts';
import type { SiteContent } from '../../model/content.ts';
import { LINKED_FILES, OTHER_FILES } from '../../model/site-files.ts';
import { currentAddress, splitAddress, type Redirects } from '../../model/redirects.ts';
import type { Step } from '../../pipeline/built-site.ts';
import { attributeOf } from '../../pipeline/html.ts';
import { embedRedirects } from '../embed-redirects.ts';
import { addressList, readManifest, type Manifest } from '../manifest.ts';
import type { Promises } from './judge.ts';

/** Writes `links.json`. */
export const writePromises: Step = async ({ content, pages, write }) => {
  const built = pages.flatMap(({ file, elements }): [string, string[]][] => {
    if (!file.endsWith('index.html')) return [];
    return [[`/${file.replace(/index\.html$/, '')}`, elements.flatMap((element) => attributeOf(element, 'id') ?? [])]];
  });
  await write('links.json', JSON.stringify(promisesOf(content, readManifest(), Object.fromEntries(built))));
  return undefined;
};

/**
 * Says what became of each address.
 * @param published every address that was ever published
 * @param built the ids on each page of the site, by its path
 */
export function promisesOf(content: SiteContent, published: Manifest, built: Manifest): Promises {
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
    unpromised: {},
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
  for (const [path, ids] of Object.entries(built)) {
    const isKnown = (address: string) => address in promises.moved || address in promises.gone;
    const others = ids.filter((id) => id !== '_top' && !promises.kept[path]?.includes(id) && !isKnown(`${path}#${id}`));
    if (!isKnown(path) && (others.length || !promises.kept[path])) promises.unpromised[path] = others;
  }
  return promises;
}
