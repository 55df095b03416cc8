/** `content/statements.yaml`: the sentences of the course that the site is based on, verbatim, with corrections. */
import { z } from 'astro/zod';
import { correctedCourse, correctionSchema, inlineMarkdown, sourceIds } from '../../model/fields.ts';
import type { Kind } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { CORRECTION_LABELS } from '../../model/verdicts.ts';
import { correctionReferences, sourceReferences } from '../source/index.ts';

const statementSchema = z.strictObject({
  text: inlineMarkdown.describe("the course's words, unchanged"),
  page: z.string().describe('the slug of the page where the statement lives'),
  sources: sourceIds.describe('the ids of the sources that confirm or correct it'),
  correction: correctionSchema.optional().describe('what is true, if the wording is inexact or wrong'),
});
export type Statement = z.infer<typeof statementSchema>;

/** The fragment of a statement's address: `says-works-on-my-machine`. */
export const statementFragment = (id: string): string => `says-${id}`;

export const statement: Kind<Statement> = {
  name: 'statement',
  origin: { file: 'content/statements.yaml' },
  schema: statementSchema,
  order: (a, b) => a.id.localeCompare(b.id),
  fix: 'Use the id of an entry in content/statements.yaml.',
  components: {
    Statements: { idAttribute: 'ids', shows: 'named', addressed: true, cited: true },
    CourseTally: { attributes: ['page'] },
  },
  home: ({ page }) => page,
  targets: (id) => [{ id: statementFragment(id), label: `the statement "${id}"` }],
  references: (data) => [...sourceReferences(data.sources), ...correctionReferences(data)],
  texts: ({ text, correction }) => [
    { text, at: ['text'] },
    ...(correction ? [{ text: correction.text, at: ['correction', 'text'] }] : []),
  ],
  corrected: ({ text, correction }) => (correction ? [correctedCourse(text, correction)] : []),
  searchKinds: { statement: { label: 'Course sentence', whole: true, quotable: true, weight: 0.009 } },
  searchEntries: ({ id, data: { text, correction } }, page) => [
    {
      kind: 'statement',
      page,
      fragment: statementFragment(id),
      title: searchText(text),
      parts: correction ? [[CORRECTION_LABELS[correction.verdict], searchText(correction.text)]] : [],
    },
  ],
};
