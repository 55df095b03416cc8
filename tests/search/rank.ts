/** How the search does on the searches that it is judged by. */
import { addressOf } from '../../src/search/address.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import type { TestSearch } from './sets.ts';

/** At which place, from 1, the first right answer comes; 0 if it does not. */
export function rankOf({ query, answers }: TestSearch, search: SearchEngine['search']): number {
  const found = search(query);
  if (!answers.length) return found.length ? 0 : 1;
  const isRight = (address: string, path: string) => answers.includes(address) || answers.includes(path);
  return found.findIndex(({ document }) => isRight(addressOf(document), document.path)) + 1;
}
