/** `content/misconceptions.yaml`: what many people believe, and what is true. */
import { z } from 'astro/zod';
import { inlineMarkdown, mustBeThere, mustNotBeThere, sourceIds, topic } from '../../model/fields.ts';
import type { Entry, Kind } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import type { Problem } from '../../model/problems.ts';
import { VERDICTS } from '../../model/verdicts.ts';
import { sourceReferences } from '../source/index.ts';

const misconceptionSchema = z
  .strictObject({
    topic,
    claim: inlineMarkdown.describe('the misconception, as people say it'),
    verdict: z.enum(Object.keys(VERDICTS) as (keyof typeof VERDICTS)[], {
      error: 'must be wrong, inexact or outdated',
    }),
    why: inlineMarkdown.describe('why it seems true'),
    correction: inlineMarkdown.describe('what is true'),
    asked: inlineMarkdown
      .optional()
      .describe('the claim in a true/false question, with the condition that makes it clearly false, if it needs one'),
    twin: inlineMarkdown
      .optional()
      .describe(
        'a true statement on the same point, so that the right answer to a true/false question is not always "false"',
      ),
    try: inlineMarkdown.describe('how readers can try it themselves'),
    sources: sourceIds,
  })
  .superRefine(({ verdict, twin }, context) => {
    if (verdict === 'wrong' && !twin) mustBeThere(context, 'twin');
    if (verdict !== 'wrong' && twin) {
      mustNotBeThere(context, 'twin', `with the verdict ${verdict}: only a wrong claim makes a true/false question`);
    }
  });
export type Misconception = z.infer<typeof misconceptionSchema>;

/** The fragment of a misconception's address: `misconception-container-is-a-small-vm`. */
export const misconceptionFragment = (id: string): string => `misconception-${id}`;

export const misconception: Kind<Misconception> = {
  name: 'misconception',
  origin: { file: 'content/misconceptions.yaml' },
  schema: misconceptionSchema,
  unique: 'claim',
  fix: 'Use the id of an entry in content/misconceptions.yaml.',
  components: { Misconceptions: { shows: 'all', addressed: true, cited: true } },
  targets: (id) => [{ id: misconceptionFragment(id), label: `the misconception "${id}"` }],
  references: ({ sources }) => sourceReferences(sources),
  texts: (data) =>
    (['claim', 'why', 'correction', 'asked', 'twin', 'try'] as const).flatMap((key) => {
      const text = data[key];
      return text === undefined ? [] : [{ text, at: [key] }];
    }),
  check: checkTwin,
  corrected: ({ claim, verdict, correction }) => [
    { says: 'Many people believe', wording: claim, verdict, label: VERDICTS[verdict], text: correction },
  ],
  searchKinds: { misconception: { label: 'Misconception', whole: true, weight: 1 } },
  searchEntries: ({ id, data: { claim, verdict, correction } }, page) => [
    {
      kind: 'misconception',
      page,
      fragment: misconceptionFragment(id),
      title: searchText(claim),
      parts: [[VERDICTS[verdict], searchText(correction)]],
    },
  ],
};

/** The twin is true, and the claim is false. A claim copied as the twin and not edited would be taught as true. */
function checkTwin({ data: { claim, asked, twin }, file, lineOf }: Entry<Misconception>): Problem[] {
  if (twin === undefined) return [];
  const wrong = { claim, asked };
  const same = (['claim', 'asked'] as const).find((key) => searchText(wrong[key] ?? '') === searchText(twin));
  if (!same) return [];
  const message = `The twin is the same as "${same}", which is false.`;
  return [{ file, line: lineOf(['twin']), message, fix: 'Write a true statement on the same point.' }];
}
