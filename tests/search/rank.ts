/** The rank of the right answer to a test search. */
import { addressOf } from '../../src/search/address.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import type { TestSearch } from './sets.ts';

/**
 * The rank of the first right result, from 1, or 0 if no result is right, and the address of the first result. If the search
 * should find nothing, that is right. What the search only calls the nearest is not a result.
 */
export async function rankOf(
  { query, answers }: TestSearch,
  search: SearchEngine['search'],
): Promise<{ rank: number; first: string | undefined }> {
  const found = await search(query);
  const results = found.areNearest ? [] : found.results.map(({ document }) => document);
  const first = results[0] && addressOf(results[0]);
  if (!answers.length) return { rank: results.length ? 0 : 1, first };
  const isRight = (address: string, path: string) => answers.includes(address) || answers.includes(path);
  return { rank: results.findIndex((document) => isRight(addressOf(document), document.path)) + 1, first };
}
