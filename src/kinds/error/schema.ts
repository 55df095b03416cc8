/** `content/errors.yaml`: error messages, with cause and cure. The first whose pattern matches is the one that is meant. */
import { z } from 'astro/zod';
import { inlineMarkdown, sourceIds } from '../../model/fields.ts';

const isPattern = (text: string) => {
  try {
    new RegExp(text, 'i');
    return true;
  } catch {
    return false;
  }
};

export const errorSchema = z.strictObject({
  text: z.string().min(1).describe('the part of the message that stays the same, exactly as it is printed'),
  pattern: z
    .string()
    .refine(isPattern, { error: 'must be a JavaScript regular expression' })
    .describe('a regular expression that finds the error in a pasted message, whatever surrounds it; case is ignored'),
  cause: inlineMarkdown.describe('what the message means and why it comes'),
  cure: inlineMarkdown.describe('what to do'),
  sources: sourceIds.describe('the ids of the sources, from content/sources.yaml'),
});
export type ErrorMessage = z.infer<typeof errorSchema>;

/** An error's address: `#error-toomanyrequests`. */
export const errorAddress = (id: string) => `error-${id}`;
