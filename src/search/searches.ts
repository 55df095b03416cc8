/**
 * `content/searches/`: what people type into the search, and which places answer it. The search learns their words, and
 * its tests count how many it answers.
 */
import { globSync } from 'node:fs';
import { z } from 'astro/zod';
import { readYaml } from '../authoring/yaml-file.ts';
import { address, currentAddress, readRedirects } from '../links/redirects.ts';

export const SEARCHES = 'content/searches/';

const searchSchema = z.strictObject({
  query: z.string().min(1).describe('what somebody types'),
  group: z
    .enum(['exact', 'synonym', 'typo', 'question', 'error', 'row', 'nothing'])
    .describe('the kind of the search, by which figures are given'),
  first: z
    .array(address)
    .describe(
      'the addresses that may come first, the best one before the others, or none; that of a page stands for every place on it',
    ),
});
export const searchesSchema = z.array(searchSchema);
export type Search = z.infer<typeof searchSchema>;

/** @returns the paths of the files, from the project's root */
export const searchFiles = (): string[] => globSync(`${SEARCHES}*.yaml`).sort();

/** The searches of some files. What has moved since they were written stands at its new address. */
export function readSearches(files: string[]): Search[] {
  const redirects = readRedirects();
  return files
    .flatMap((file) => readYaml(file, searchesSchema))
    .map((search) => ({ ...search, first: search.first.map((address) => currentAddress(address, redirects)) }));
}

/**
 * What the search learns: the words of a search help to find the place that answers it best. Slips are no words.
 * @returns the queries by address
 */
export function learnedFrom(searches: Search[]): Map<string, string[]> {
  const learned = new Map<string, string[]>();
  for (const { query, group, first } of searches) {
    const [best] = first;
    if (best && group !== 'typo') learned.set(best, [...(learned.get(best) ?? []), query]);
  }
  return learned;
}
