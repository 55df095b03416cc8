/** The frontmatter of a page: everything that an author may write at its top. */
import { z } from 'astro/zod';
import { pastDate, text } from './fields.ts';

export const pageSchema = z.strictObject({
  title: text.describe("the page's name: its h1, its tab, its link in the menu"),
  description: z
    .string()
    .min(50, { error: 'must say in 50 to 160 characters what the page answers' })
    .max(160, { error: 'must say in 50 to 160 characters what the page answers' })
    .describe('one sentence on what the page answers, for search engines and previews'),
  slug: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, { error: 'must be an address such as registries/docker-hub' })
    .regex(/^(?!.*\/index$)/, { error: 'must not end with "/index", which addresses leave out' })
    .max(100, { error: 'must have at most 100 characters' })
    .describe("the page's address, such as registries/docker-hub; it never changes, the file may move"),
  reviewed: pastDate.describe('the day on which somebody last checked the page against its sources'),
  objective: text.optional().describe('what a learner can do after reading, in one sentence'),
  minutes: z
    .int({ error: 'must be a whole number' })
    .positive({ error: 'must be more than 0' })
    .optional()
    .describe('how many minutes a learner needs'),
  findSections: z
    .boolean()
    .optional()
    .describe('false where the sections name what other pages explain: the search then finds the page alone'),
  heavyPictures: z
    .record(z.string(), text)
    .optional()
    .describe('why a picture of the page must have more than 300 KB, by its address'),
  claim: text.optional().describe('what follows the title of the start page in its h1'),
  handout: text
    .optional()
    .describe('the title of the handout with the tables, figures and questions that the page links'),
  readFirst: z.array(z.string()).optional().describe('the slugs of the pages to read before this one'),
});
