/** `content/facts/*.yaml`: a value that its vendor may change, once, with its date, source and next review. */
import { z } from 'astro/zod';
import { pathOf } from '../../model/paths.ts';
import { id, inlineMarkdown, isoDate, sourceIds, textOrDate } from '../../model/fields.ts';

export const factSchema = z.strictObject({
  value: z.union([z.number(), textOrDate]).describe('the value, as readers see it'),
  unit: z.string().optional().describe('what the value counts, such as "pulls per 6 hours"'),
  meaning: inlineMarkdown.describe('what the value is, in one sentence'),
  page: z.string().describe('the slug of the page where the record stands, at its end'),
  asOf: isoDate.describe('the day for which the value is known: the date of the source, or the day it was read'),
  sources: sourceIds.describe('the ids of the sources, from content/sources.yaml'),
  reviewBy: isoDate.describe('the day by which somebody should look again'),
});
export type Fact = z.infer<typeof factSchema>;

/** One file holds the facts of one subject, each under its id. Ids are unique over all files. */
export const factsSchema = z.record(id, factSchema);

/** The value with its unit, as it stands in prose and cells. */
export const factText = ({ value, unit }: Fact) =>
  [typeof value === 'number' ? value.toLocaleString('en-US') : value, unit].filter(Boolean).join(' ');

/** A fact's address on the page where it lives: `#fact-hub-pull-limit-anonymous`. */
export const factAddress = (id: string) => `fact-${id}`;

export const factHref = (id: string, { page }: Fact) => `${pathOf(page)}#${factAddress(id)}`;
