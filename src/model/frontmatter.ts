/** The frontmatter of a page: everything that an author may write at its top. */
import { z } from 'astro/zod';
import { distinct, pastDate, SLUG_ERROR, SLUG_PATTERN, text } from './fields.ts';

/** How long a step of a lesson plan takes, at the end of its heading: "(4 minutes)". */
export const DURATION = /\((\d+) minutes\)$/;

export const pageSchema = z.strictObject({
  title: text
    .max(60, { error: 'must have at most 60 characters, because search results cut longer ones' })
    .describe("the page's name, shown as its heading, in the browser tab and in the menu"),
  description: z
    .string()
    .min(50, { error: 'must say in 50 to 160 characters what the page answers' })
    .max(160, { error: 'must say in 50 to 160 characters what the page answers' })
    .describe('one sentence on what the page answers, for search engines and previews'),
  slug: z
    .string()
    .regex(SLUG_PATTERN, { error: SLUG_ERROR })
    .regex(/^(?!.*\/index$)/, { error: 'must not end in "/index", because addresses leave that out' })
    .max(100, { error: 'must have at most 100 characters' })
    .describe("the page's address, such as registries/docker-hub; it never changes, even if the file moves"),
  reviewed: pastDate.describe('the day on which somebody last checked the page against its sources'),
  objective: text.optional().describe('what readers can do afterward, in one sentence that begins with a verb'),
  minutes: z
    .int({ error: 'must be a whole number' })
    .positive({ error: 'must be more than 0' })
    .max(60, { error: 'must be at most 60: nobody reads a page for that long' })
    .optional()
    .describe('how many minutes a reader needs'),
  findSections: z
    .boolean()
    .optional()
    .describe(
      'false if its sections only name what other pages explain; then the search finds the page, not its sections',
    ),
  heavyPictures: z
    .record(z.string(), text)
    .optional()
    .describe('for each picture over 300 KB, by its address: why it has to be this large'),
  claim: text.optional().describe('what follows the title in the heading of the start page'),
  handout: text
    .optional()
    .describe('the title of the handout, which collects the tables, figures and questions that the page links to'),
  readFirst: distinct(z.string()).optional().describe('the slugs of the pages to read before this one'),
});
