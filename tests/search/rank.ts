/** How the search does on the searches that it is judged by. */
import { addressOf } from '../../src/search/address.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import type { Search } from '../../src/model/searches.ts';

/** Those from which nothing is learned, and on which nobody tunes. */
export const HELD_BACK = 'tests/search/held-back.tsv';

/** At which place, from 1, the first right answer comes; 0 if it does not. */
export function rankOf({ query, first }: Pick<Search, 'query' | 'first'>, search: SearchEngine['search']): number {
  const found = search(query);
  if (!first.length) return found.length ? 0 : 1;
  const isRight = (address: string, path: string) => first.includes(address) || first.includes(path);
  return found.findIndex(({ document }) => isRight(addressOf(document), document.path)) + 1;
}
