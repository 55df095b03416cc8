/** `content/glossary.yaml`: each term once; `Term` links it, `Glossary` lists all. */
import { z } from 'astro/zod';
import { inlineMarkdown, sourceIds } from '../../model/fields.ts';

export const termSchema = z.strictObject({
  term: z.string().min(1).describe('the term as it stands in a sentence'),
  definition: inlineMarkdown.describe('what it is, in one sentence'),
  note: inlineMarkdown.optional().describe('what a reader should know besides'),
  aka: z.array(z.string()).optional().describe('other names of the same thing'),
  seeAlso: z.array(z.string()).optional().describe('the ids of related terms'),
  sources: sourceIds.describe('the ids of the sources, from content/sources.yaml'),
});
export type Term = z.infer<typeof termSchema>;

/** The page on which the glossary stands; a term's address there is its id. */
export const GLOSSARY_PAGE = 'reference/glossary';
