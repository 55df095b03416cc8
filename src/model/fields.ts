/** The fields that several schemas share. Authors read their texts when a value is wrong. */
import { z } from 'astro/zod';
import { CORRECTION_LABELS, type VERDICTS } from './verdicts.ts';

/** The form of ids. They are fragments of addresses that people print and type, so they are plain and in lower case. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const id = z.string().regex(ID_PATTERN, {
  error: 'must be lowercase letters, digits and single hyphens, such as pull-limits',
});

/** The form of slugs: ids between slashes. */
export const SLUG_PATTERN = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
export const SLUG_ERROR =
  'must have only lowercase letters, digits and hyphens, and single slashes between them, such as registries/docker-hub';

/** A text as an id: `Volumes and mounts` as `volumes-and-mounts`. */
export const asId = (text: string): string =>
  text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'short-name';

const isRealDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(new Date(`${text}T00:00:00Z`)) === text;

/** The day of a date, `YYYY-MM-DD`; `null` if the date is invalid. */
const isoDay = (date: Date): string | null => (date.toJSON() as string | null)?.slice(0, 10) ?? null;

/**
 * A calendar date, `YYYY-MM-DD`, kept as text: it has no time zone to get wrong. Astro parses the frontmatter of pages once
 * more, and hands over a `Date`.
 */
export const isoDate = z.preprocess(
  (value) => (value instanceof Date ? isoDay(value) : value),
  z
    .string({ error: 'must be a date, such as 2026-11-24' })
    .refine(isRealDate, { error: 'must be a real date in the form YYYY-MM-DD, such as 2026-11-24', abort: true }),
);

/** Time zones are at most so far ahead of UTC: https://www.iana.org/time-zones */
const FARTHEST_ZONE = 14 * 3_600_000;

/** Today, where the day begins first. An author there may write a date that is tomorrow where the site is built. */
const today = () => isoDay(new Date(Date.now() + FARTHEST_ZONE))!;

/** The year of the first Docker. Before it, nobody can have looked at anything about Docker. */
const FIRST_YEAR = '2013';

/** A day that has come. What a build writes does not depend on the day of the build. @param what the date says */
export const dayThatHasCome = (what: string) =>
  isoDate.refine((day) => day <= today(), { error: `must not be in the future: it says ${what}` });

/** The day on which somebody looked at something. */
export const pastDate = dayThatHasCome('when somebody looked').refine((day) => day >= FIRST_YEAR, {
  error: `must not be before ${FIRST_YEAR}, the year of the first Docker`,
});

/** The name of a host, as browsers read it. */
export const HOST_NAME = /^([\w-]+\.)+[\w-]+$/;

/** The address of a document on another site. Browsers escape spaces and quotation marks, so a mistake would be published. */
export const webAddress = z
  .url({
    protocol: /^https$/,
    hostname: HOST_NAME,
    error: 'must be a full https address, with the name of a host, such as docs.docker.com',
  })
  .regex(/^[^\s"“”„‘’<>`]*$/, { error: 'must be an address without spaces, quotation marks, backticks, "<" and ">"' });

export const text = z.string().regex(/\S/, { error: 'must not be empty' });

/** The topic that begins with an entry of a long list. */
export const topic = text.optional().describe('the topic that starts with this entry; the top of the list links to it');

/** Adds a problem to a schema: a key is there, although it must not be. @param why as "with …" */
export const mustNotBeThere = (context: z.RefinementCtx, key: string, why: string, fix = 'Remove it.'): void =>
  context.addIssue({ code: 'custom', path: [key], message: `must not be there ${why}`, params: { fix } });

/** Adds a problem to a schema: a key is missing. */
export const mustBeThere = (context: z.RefinementCtx, key: string): void =>
  context.addIssue({ code: 'custom', path: [key], message: 'must be there' });

/** A list that has nothing twice. */
export const distinct = <T extends z.ZodType<string>>(item: T, params?: z.core.$ZodArrayParams) =>
  z.array(item, params).superRefine((values, context) => {
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) === index) continue;
      const message = `must not be "${value}" again: it is in the list twice`;
      context.addIssue({ code: 'custom', path: [index], message, params: { fix: 'Remove one of the two.' } });
    }
  });

/** Refines a text, or each of several, to be a regular expression in JavaScript. The engine says what is wrong with it. */
export function refineRegExp(patterns: string | string[], context: z.RefinementCtx): void {
  for (const pattern of [patterns].flat()) {
    try {
      new RegExp(pattern, 'i');
    } catch (error) {
      const reason = (error as Error).message.split(': ').at(-1)!;
      context.addIssue(`must be a JavaScript regular expression; '${pattern}' has an error: ${reason}`);
    }
  }
}

/** A line of Markdown: emphasis, code and links. */
export const inlineMarkdown = text;

/** The ids of the sources of an entry: at least one. */
export const sourceIds = distinct(z.string())
  .min(1, { error: 'needs at least one source' })
  .describe('the ids of the sources, from content/sources.yaml');

/** A date in exported data. */
export const exportedDate = z.string().describe('a day, YYYY-MM-DD');

/** The day of the last recorded change in exported data. */
export const exportedChange = exportedDate.optional().describe('the day of its last recorded change, if there is any');

/** An address in exported data. */
export const exportedAddress = z
  .string()
  .describe(
    "an address: absolute if the build knew the site's public address, otherwise relative to the site's root, without a leading slash",
  );

/** What is true where a wording is inexact or wrong. The correction goes wherever the wording goes. */
export const correctionSchema = z.strictObject({
  verdict: z.enum(['inexact', 'wrong'], { error: 'must be inexact or wrong' }),
  text: inlineMarkdown.describe('what is true'),
  sources: sourceIds.describe('the ids of the sources that say so, from content/sources.yaml'),
});
export type Correction = z.infer<typeof correctionSchema>;

/** A wording that makes sense on its own, with what is true instead. */
export interface CorrectedWording {
  /** Whose words they are: "The course says". */
  says: string;
  /** The words, as inline Markdown. */
  wording: string;
  verdict: keyof typeof VERDICTS;
  /** The verdict as readers see it. */
  label: string;
  /** What is true, as inline Markdown. */
  text: string;
}

/** A wording of the course with its correction. */
export const correctedCourse = (wording: string, { verdict, text }: Correction): CorrectedWording => ({
  says: 'The course says',
  wording,
  verdict,
  label: CORRECTION_LABELS[verdict],
  text,
});
