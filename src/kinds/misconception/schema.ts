/** `content/misconceptions.yaml`: what people say that is not so, and what is. */
import { z } from 'astro/zod';
import { inlineMarkdown, sourceIds, VERDICTS } from '../../model/fields.ts';

export const misconceptionSchema = z.strictObject({
  claim: inlineMarkdown.describe('the misconception, as people say it'),
  verdict: z.enum(Object.keys(VERDICTS) as (keyof typeof VERDICTS)[], {
    error: 'must be wrong, inexact or outdated',
  }),
  why: inlineMarkdown.describe('why it seems true'),
  correction: inlineMarkdown.describe('what is true'),
  try: inlineMarkdown.describe('how readers can see it for themselves'),
  sources: sourceIds.describe('the ids of the sources, from content/sources.yaml'),
});
export type Misconception = z.infer<typeof misconceptionSchema>;

/** A misconception's address: `#misconception-container-is-a-small-vm`. */
export const misconceptionAddress = (id: string) => `misconception-${id}`;
