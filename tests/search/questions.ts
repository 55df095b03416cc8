/** The questions that the search is judged by, and how it does on them. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { readRedirects } from '../../src/links/redirects.ts';
import { addressOf } from '../../src/search/address.ts';
import type { SearchEngine } from '../../src/search/engine.ts';

export interface Question {
  query: string;
  group: 'exact' | 'synonym' | 'typo' | 'question' | 'error' | 'row' | 'nothing';
  /** The addresses that may come first; that of a page stands for every place on it. None: nothing is to be found. */
  first: string[];
}

/** The set on which the search is never tuned. */
export const HELD_BACK = 'held-back';
/** All others: a new set is a new file. */
export const TUNED_ON = globSync('tests/search/questions-*.yaml')
  .map((file) => basename(file, '.yaml').replace('questions-', ''))
  .filter((name) => name !== HELD_BACK)
  .sort();

/** @param name of a set */
export const readQuestions = (name: string): Question[] =>
  parse(readFileSync(`tests/search/questions-${name}.yaml`, 'utf8')).map((question: Question) => ({
    ...question,
    first: question.first.map(currentAddress),
  }));

const { pages, places } = readRedirects();
/** Where what had an address when the question was written stands now. */
const currentAddress = (address: string) => [...pages, ...places].find(({ from }) => from === address)?.to ?? address;

/** At which place, from 1, the first right answer comes; 0 if it does not. */
export function rankOf({ query, first }: Question, search: SearchEngine['search']): number {
  const found = search(query);
  if (!first.length) return found.length ? 0 : 1;
  const isRight = (address: string, path: string) => first.includes(address) || first.includes(path);
  return found.findIndex(({ document }) => isRight(addressOf(document), document.path)) + 1;
}
