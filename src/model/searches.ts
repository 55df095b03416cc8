/**
 * `content/searches.tsv`: what people type into the search, and the address that answers it best, one search a line.
 * The search learns from them.
 */
import type { Problem } from './problems.ts';
import { address as addressSchema, currentAddress, type Redirects } from './redirects.ts';

export const SEARCHES_FILE = 'content/searches.tsv';

const HEADER = 'query\taddress';

export interface Search {
  query: string;
  address: string;
  line: number;
}

/** Each search with its line, and a problem for each line that is none. The first line names the columns. */
export function parseSearches(file: string, text: string): { data: Search[]; problems: Problem[] } {
  const data: Search[] = [];
  const problems: Problem[] = [];
  const firstLines = new Map<string, number>();
  for (const [index, row] of text.trimEnd().split(/\r?\n/).entries()) {
    const line = index + 1;
    const report = (message: string, fix: string) => problems.push({ file, line, message, fix });
    const [query = '', address = '', ...more] = row.split('\t');
    const firstLine = firstLines.get(row) ?? line;
    firstLines.set(row, firstLine);
    if (line === 1) {
      if (row !== HEADER)
        report('The first line does not name the columns.', 'Write query and address, with a tab between them.');
    } else if (!row.trim()) {
      report('This line is empty.', 'Remove it.');
    } else if (!address || more.length) {
      report(
        'This line has not two columns.',
        'Write a query and the address that answers it, with one tab between them.',
      );
    } else if (!query.trim()) {
      report('This line has no query.', 'Write before the tab what people type, or remove the line.');
    } else if (!addressSchema.safeParse(address).success) {
      report(`"${address}" is no address of this site.`, 'Write it as /concepts/page/ or /concepts/page/#heading.');
    } else if (firstLine !== line) {
      report(`This search stands on line ${firstLine} already.`, 'Remove one of the two lines.');
    } else {
      data.push({ query, address, line });
    }
  }
  return { data, problems };
}

/** What is learned: the queries by the address that answers them. What has moved is answered at its new address. */
export function queriesByAddress(
  searches: Pick<Search, 'query' | 'address'>[],
  redirects: Pick<Redirects, 'pages' | 'places'>,
): Map<string, string[]> {
  const learned = new Map<string, string[]>();
  for (const { query, address } of searches) {
    const current = currentAddress(address, redirects);
    learned.set(current, [...(learned.get(current) ?? []), query]);
  }
  return learned;
}
