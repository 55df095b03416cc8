/**
 * What readers type into the search: phrases and names for a place, words that mean the same, and whole searches with the
 * address that answers them best. The search learns from all three; readers see none of them.
 */
import { z } from 'astro/zod';
import { distinct, text } from './fields.ts';
import type { Problem } from './problems.ts';
import { address as addressSchema, currentAddress, type Redirects } from './redirects.ts';

export const PHRASES_FILE = 'content/phrases.yaml';
export const SYNONYMS_FILE = 'content/synonyms.yaml';
export const SEARCHES_FILE = 'content/searches.tsv';

const phrase = z.union([text, z.strictObject({ name: text })], {
  error: 'must be a phrase in quotes, or { name: … } for another name of the thing',
});
/** A phrase, in which each word counts a little; or a name, which counts like a title. */
export type Phrase = z.infer<typeof phrase>;

/** The phrases for each address. */
export const phrasesSchema = z.record(
  addressSchema,
  z.array(phrase).min(1, { error: 'needs at least one phrase' }).describe('what people type to find this place'),
);

const wording = z.string({ error: 'must be one or more words; put them in quotes' }).min(1);

/** Groups of wordings that mean the same. */
export const synonymsSchema = z.array(
  distinct(wording, { error: 'must be a list such as [vm, virtual machine]' }).min(2, {
    error: 'needs at least two wordings that mean the same',
  }),
);

/** A line of `content/searches.tsv`. */
export interface Search {
  query: string;
  /** The address that answers it best. */
  address: string;
  line: number;
}

const HEADER = 'query\taddress';

/** The searches of a file, and a problem for each line that is not one. The first line names the columns. */
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
        report("The first line doesn't name the columns.", 'Write query and address, with a tab between them.');
    } else if (!row.trim()) {
      report('This line is empty.', 'Remove it.');
    } else if (!address || more.length) {
      report(
        "This line doesn't have two columns.",
        'Write a query and the address that answers it, with one tab between them.',
      );
    } else if (!query.trim()) {
      report('This line has no query.', 'Before the tab, write what people type, or remove the line.');
    } else if (!addressSchema.safeParse(address).success) {
      report(`"${address}" isn't an address of this site.`, 'Write it as /concepts/page/ or /concepts/page/#heading.');
    } else if (firstLine !== line) {
      report(`This search is already on line ${firstLine}.`, 'Delete one of the two lines.');
    } else {
      data.push({ query, address, line });
    }
  }
  return { data, problems };
}

/** The queries by the address that answers them. An address that has moved counts as its new one. */
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
