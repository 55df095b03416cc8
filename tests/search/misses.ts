/** What an author reads when too few searches of a set find the right answer. */
import { HELD_BACK_SETS, type SetName, type TestSearch } from './sets.ts';

/** A search with what it finds now. */
export interface Ranked extends TestSearch {
  group: string;
  place: string;
  /** The rank of the first right result, from 1; 0 if no result is right. */
  rank: number;
  /** The address of the first result, if there is one. */
  first: string | undefined;
}

const MAX_LISTED = 10;

const ADVICE = `Some of these searches may have missed before. Look for those that a new or reworded place has changed:
- If the first result is a right answer, too, add its address to the line of the search.
- If it isn't, reword the new place, or teach the search what readers call the expected one: see "Help readers find it" in README.md.`;

/** Who sees which held-back searches miss would tune on them. */
const adviceForHeldBack = (set: SetName) => `These searches are held back, so they aren't listed here.
- Ask somebody who hasn't seen any results to read tests/search/${set}.tsv, and add a new place to each line that it answers.
- If that doesn't help, reword the new place. Don't teach the search these queries, and don't tune it on them.`;

/**
 * Lists the searches that don't have a right answer first, unless they are held back, and what an author can do about them.
 * @param dayOf the day on which an address was recorded first; those with new first results are listed first
 */
export function describeMisses(set: SetName, misses: Ranked[], dayOf: (address: string) => string | undefined): string {
  if ((HELD_BACK_SETS as readonly string[]).includes(set)) return adviceForHeldBack(set);
  const day = ({ first }: Ranked) => (first === undefined ? '' : (dayOf(first) ?? 'new'));
  const newestFirst = misses.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  const listed = newestFirst
    .slice(0, MAX_LISTED)
    .map(({ place, query, answers, first, rank }) =>
      [
        `${place} "${query}"`,
        `  first now: ${first ?? 'nothing'}`,
        `  expected:  ${answers.join(' ') || 'nothing'}${rank > 1 ? `, which is result ${rank}` : ''}`,
      ].join('\n'),
    );
  const more = misses.length - listed.length;
  return [...listed, ...(more ? [`… and ${more} more.`] : []), '', ADVICE].join('\n');
}
