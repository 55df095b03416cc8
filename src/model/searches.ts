/**
 * `content/searches.tsv`: what people type into the search and the addresses that answer it, one search a line. The
 * search learns from them; its tests count how many it answers.
 */
import { readFileSync } from 'node:fs';
import { didYouMean, problemsError, type Problem } from './problems.ts';
import { currentAddress, readRedirects, type Redirects } from './redirects.ts';

export const SEARCHES_FILE = 'content/searches.tsv';

const GROUPS = ['exact', 'synonym', 'typo', 'question', 'error', 'row', 'nothing'] as const;
const ADDRESS = /^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/;

export interface Search {
  /** The set it belongs to: the tests hold `common` and `tuned` to figures of their own. */
  set: string;
  /** What kind of search it is, by which the figures are broken down. */
  group: (typeof GROUPS)[number];
  query: string;
  /** The addresses that may come first, the best one before the others; that of a page stands for every place on it. */
  first: string[];
  line: number;
}

/** Each search with its line, and a problem for each line that is none. The first line names the columns. */
export function parseSearches(file: string, text: string): { data: Search[]; problems: Problem[] } {
  const data: Search[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of text.replace(/\n+$/, '').split('\n').entries()) {
    if (index === 0) continue;
    const line = index + 1;
    const report = (message: string, fix: string) => problems.push({ file, line, message, fix });
    const cells = row.split('\t');
    const [set = '', group = '', query = '', answers = ''] = cells;
    const first = answers.split(' ').filter(Boolean);
    const wrong = first.find((address) => !ADDRESS.test(address));
    if (cells.length !== 4) {
      report('This line has not four columns.', 'Write set, group, query and answers, with a tab between them.');
    } else if (!GROUPS.some((known) => known === group)) {
      report(`There is no group "${group}".${didYouMean(group, GROUPS)}`, `Use one of: ${GROUPS.join(', ')}.`);
    } else if (wrong !== undefined) {
      report(`"${wrong}" is no address of this site.`, 'Write it as /concepts/page/ or /concepts/page/#heading.');
    } else {
      data.push({ set, group: group as Search['group'], query, first, line });
    }
  }
  return { data, problems };
}

/** The searches of a file, for the tests and the tuning. */
export function readSearches(file = SEARCHES_FILE): Search[] {
  const { data, problems } = parseSearches(file, readFileSync(file, 'utf8'));
  if (problems.length) throw problemsError(problems);
  return redirected(data, readRedirects());
}

/** What has moved since the searches were written stands at its new address. */
export const redirected = (searches: Search[], redirects: Redirects): Search[] =>
  searches.map((search) => ({ ...search, first: search.first.map((address) => currentAddress(address, redirects)) }));

/**
 * What the search learns: the words of a search help to find the place that answers it best. Slips are no words.
 * @returns the queries by address
 */
export function learnedFrom(searches: Pick<Search, 'query' | 'group' | 'first'>[]): Map<string, string[]> {
  const learned = new Map<string, string[]>();
  for (const { query, group, first } of searches) {
    const [best] = first;
    if (best && group !== 'typo') learned.set(best, [...(learned.get(best) ?? []), query]);
  }
  return learned;
}
