/** Finds links that look like links to this site, at addresses that nobody has named. */
import type { Promises } from './judge.ts';
import type { Root } from './roots.ts';

/** An address in text, also in JSON. */
const ADDRESS = /https?:(?:\\?\/){2}(?:www\.)?([\w.-]+(?::\d+)?)((?:\\?\/[\w-]+){2,})/gi;
/** A path of a page that is not in a section, such as `/reference/`, may be on any site. */
const TELLING_PATH = /(?=\/[^/]+\/[^/]+\/)/;

/**
 * Finds the addresses under which a text has paths of this site.
 * @param roots the known addresses of the site, whose links are left out
 * @returns the address that precedes the path in each such link: `old.example.org/docker/`
 */
export function likelyRoots(text: string, roots: Root[], { kept, moved }: Promises): string[] {
  const known = roots.map(({ host, path }) => host + path);
  return Array.from(text.matchAll(ADDRESS)).flatMap(([, host = '', rest = '']) => {
    const pieces = `${rest.replaceAll('\\', '')}/`.split(TELLING_PATH);
    const from = pieces.findIndex((_, index) => [kept, moved].some((pages) => pieces.slice(index).join('') in pages));
    const root = `${host.toLowerCase()}${pieces.slice(0, from).join('')}/`;
    return from < 0 || known.includes(root) ? [] : [root];
  });
}
