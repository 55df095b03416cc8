/**
 * `content/statements.yaml`: what the course that the site starts from says in prose.
 * Its words stay as they are; where they are inexact, the correction stands beside them.
 */
import { z } from 'astro/zod';
import { correctionSchema, inlineMarkdown, sourceIds } from '../../model/fields.ts';

export const statementSchema = z.strictObject({
  text: inlineMarkdown.describe("the course's words, unchanged"),
  page: z.string().describe('the slug of the page where the statement lives'),
  sources: sourceIds.describe('the ids of the sources that bear it out or correct it'),
  correction: correctionSchema.optional().describe('what is true where the wording is inexact or wrong'),
});
export type Statement = z.infer<typeof statementSchema>;

/** A statement's address: `#says-works-on-my-machine`. */
export const statementAddress = (id: string) => `says-${id}`;
