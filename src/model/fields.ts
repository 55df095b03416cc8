/** The kinds of field that several schemas share. The words are those that an author reads when one is wrong. */
import { z } from 'astro/zod';

/** What a fragment may consist of: it stands in addresses that are printed, so it is plain and lower-case. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const id = z.string().regex(ID_PATTERN, {
  error: 'must be lower-case letters, digits and single hyphens, such as pull-limits',
});

const isRealDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

/**
 * A calendar date, `YYYY-MM-DD`, kept as text: it has no time zone to get wrong.
 * Astro's YAML parser hands over a `Date`, ours the text.
 */
export const isoDate = z.preprocess(
  (value) => (value instanceof Date ? value.toJSON()?.slice(0, 10) : value),
  z
    .string({ error: 'must be a date, such as 2026-11-24' })
    .refine(isRealDate, { error: 'must be a date that exists, written YYYY-MM-DD, such as 2026-11-24' }),
);

/** Text that may look like a date: Astro's YAML parser makes one of it where it is not in quotes. */
export const textOrDate = z.preprocess(
  (value) => (value instanceof Date ? value.toJSON()?.slice(0, 10) : value),
  z.string().min(1, { error: 'must not be empty' }),
);

/** One line of Markdown: emphasis, code and links. */
export const inlineMarkdown = textOrDate;

/** The ids of the sources of a statement: at least one. */
export const sourceIds = z.array(z.string()).min(1, { error: 'needs at least one source' });

/** A date in exported data. */
export const exportedDate = z.string().describe('a day, YYYY-MM-DD');

/** An address in exported data. */
export const exportedAddress = z
  .string()
  .describe("an address: absolute where the site's own is known, else from the site's root, without a slash before it");

/** What is said of a wording, in words. */
export const VERDICTS = { wrong: 'Wrong', inexact: 'Inexact', outdated: 'Outdated' } as const;

/** What is true where a wording is inexact or wrong. It travels with the wording wherever that goes. */
export const correctionSchema = z.strictObject({
  verdict: z.enum(['inexact', 'wrong'], { error: 'must be inexact or wrong' }),
  text: inlineMarkdown.describe('what is true'),
  sources: sourceIds.describe('the ids of the sources that say so, from content/sources.yaml'),
});
export type Correction = z.infer<typeof correctionSchema>;
