/** `content/questions.yaml`: questions with which readers check themselves, at the end of the page that answers them. */
import { z } from 'astro/zod';
import { inlineMarkdown } from '../../model/fields.ts';

export const questionSchema = z.strictObject({
  page: z.string().describe('the slug of the page that answers it'),
  question: inlineMarkdown.describe('the question'),
  answer: inlineMarkdown.describe('the answer'),
  proof: z
    .string()
    .regex(/^\/.*#/, { error: 'must be the address of a row or heading of this site, such as /concepts/page/#heading' })
    .describe('the address of the row or heading that proves the answer'),
});
export type Question = z.infer<typeof questionSchema>;

/** A question's address: `#question-what-is-shared`. */
export const questionAddress = (id: string) => `question-${id}`;
