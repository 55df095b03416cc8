/** The rank of the right answer to a test search. */
import { addressOf } from '../../src/search/address.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import type { TestSearch } from './sets.ts';

/**
 * The rank of the first right result, from 1; 0 if no result is right. If the search should find
 * nothing, that is right. What the search only calls the nearest is not a result.
 */
export async function rankOf({ query, answers }: TestSearch, search: SearchEngine['search']): Promise<number> {
  const found = await search(query);
  const results = found.areNearest ? [] : found.results;
  if (!answers.length) return results.length ? 0 : 1;
  const isRight = (address: string, path: string) => answers.includes(address) || answers.includes(path);
  return results.findIndex(({ document }) => isRight(addressOf(document), document.path)) + 1;
}
