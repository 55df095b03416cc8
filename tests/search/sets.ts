/** The sets of searches that evaluate and tune the search. */
import { readFileSync } from 'node:fs';
import { currentAddress, isGone, readRedirects } from '../../src/model/redirects.ts';
import { parseSearches, queriesByAddress, SEARCHES_FILE } from '../../src/model/search-words.ts';
import { keywordsOf } from '../../src/search/words.ts';

/**
 * The searches on which the search is tuned:
 * - `tuned`: of all groups; most are also learned
 * - `common`: the most common short searches; most are also learned
 * - `topics`: names of topics, and subjects that the site does not have
 * - `further`: typing errors, and more subjects that the site does not have
 * - `students`: written in November 2026 as students and their teachers ask, by two writers who saw neither the search nor the
 *   pages; not learned
 */
export const TUNED_SETS = ['tuned', 'common', 'topics', 'further', 'students'] as const;

/**
 * The searches that are neither learned nor used for tuning:
 * - `held-back`: the older ones
 * - `fresh`: written in November 2026 by four writers who saw neither the search nor the pages nor each other, and labeled
 *   by two readers of the pages before anything was measured; what either of them accepted is right
 * What the site answers later, in a new place, is added to the labels by a reader who sees all searches and no results.
 */
export const HELD_BACK_SETS = ['held-back', 'fresh'] as const;

export const SETS = [...TUNED_SETS, ...HELD_BACK_SETS];
export type SetName = (typeof SETS)[number];

export interface TestSearch {
  query: string;
  /**
   * The right answers, the best one first. The address of a page includes all its fragments. The list is empty if the
   * search should find nothing.
   */
  answers: string[];
}

/**
 * Reads a set. The quality of the search is measured for each group and for all. Answers that were removed are left out, and
 * so is a search that has no other.
 */
export function readSet(set: SetName): (TestSearch & { group: string; place: string })[] {
  const redirects = readRedirects();
  const file = `tests/search/${set}.tsv`;
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  return rows.flatMap((row, index) => {
    const [group = '', query = '', column = ''] = row.split('\t');
    const expected = column
      .split(' ')
      .filter(Boolean)
      .map((address) => currentAddress(address, redirects));
    const answers = expected.filter((address) => !isGone(address, redirects));
    return expected.length && !answers.length ? [] : { group, query, answers, place: `${file}:${index + 2}` };
  });
}

/** Reads the searches from which the search learns. */
export function readLearned(): TestSearch[] {
  const { data } = parseSearches(SEARCHES_FILE, readFileSync(SEARCHES_FILE, 'utf8'));
  return [...queriesByAddress(data, readRedirects())].flatMap(([address, queries]) =>
    queries.map((query) => ({ query, answers: [address] })),
  );
}

/** The keywords of a query, which ignore case, punctuation and stop words. */
const keywordText = ({ query }: Pick<TestSearch, 'query'>) => keywordsOf(query).join(' ');
const heldBack = new Set(HELD_BACK_SETS.flatMap(readSet).map(keywordText));

/** Whether a search is held back, or differs from a held-back one only in case, punctuation or stop words. */
export const isHeldBack = (search: Pick<TestSearch, 'query'>): boolean => heldBack.has(keywordText(search));
