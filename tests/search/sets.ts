/** The searches by which the search is judged and tuned, each with every address that may come first. */
import { readFileSync } from 'node:fs';
import { currentAddress, readRedirects } from '../../src/model/redirects.ts';
import { parseSearches, queriesByAddress, SEARCHES_FILE } from '../../src/model/search-words.ts';
import { keywordsOf } from '../../src/search/words.ts';

/**
 * The search was tuned on the questions of `tuned`, and `common` are the searches that readers type most; most of both
 * are learned, too. Those of `held-back` are not learned, and nobody tunes on them. Those of `further`, typing errors and
 * things that the site says nothing of, are there to tune on alone.
 */
export const SETS = ['tuned', 'common', 'held-back', 'further'] as const;
export type SetName = (typeof SETS)[number];

export interface TestSearch {
  query: string;
  /** The best one before the others; the address of a page stands for every place on it. None where nothing is to be found. */
  answers: string[];
}

/** The searches of a set, each with its group, by which the figures are broken down. */
export function readSet(set: SetName): (TestSearch & { group: string })[] {
  const redirects = readRedirects();
  const [, ...rows] = readFileSync(`tests/search/${set}.tsv`, 'utf8').trimEnd().split(/\r?\n/);
  return rows.map((row) => {
    const [group = '', query = '', answers = ''] = row.split('\t');
    return {
      group,
      query,
      answers: answers
        .split(' ')
        .filter(Boolean)
        .map((address) => currentAddress(address, redirects)),
    };
  });
}

/** What the search learns from. */
export function readLearned(): TestSearch[] {
  const { data } = parseSearches(SEARCHES_FILE, readFileSync(SEARCHES_FILE, 'utf8'));
  return [...queriesByAddress(data, readRedirects())].flatMap(([address, queries]) =>
    queries.map((query) => ({ query, answers: [address] })),
  );
}

/** A query without case, punctuation and small words: what is left of it is what the search looks for. */
const coreOf = ({ query }: Pick<TestSearch, 'query'>) => keywordsOf(query).join(' ');
const heldBack = new Set(readSet('held-back').map(coreOf));

/** Whether a search, or one that differs in case, punctuation and small words alone, is held back. */
export const isHeldBack = (search: Pick<TestSearch, 'query'>): boolean => heldBack.has(coreOf(search));
