/** What people say that is not so, and what is. */
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { source } from '../source/index.ts';
import { VERDICTS } from '../../model/fields.ts';
import { misconceptionAddress, misconceptionSchema, type Misconception } from './schema.ts';

export const misconception: Kind<Misconception> = {
  name: 'misconception',
  origin: { file: 'content/misconceptions.yaml' },
  schema: misconceptionSchema,
  mend: 'Use the id of an entry in content/misconceptions.yaml.',
  components: { Misconceptions: { shows: 'all', addressed: true, cited: true } },
  places: (id) => [{ id: misconceptionAddress(id), what: `the misconception "${id}"` }],
  references: ({ sources }) => sources.map((id, at) => ({ to: source, id, at: ['sources', at] })),
  texts: (data) => (['claim', 'why', 'correction', 'try'] as const).map((key) => ({ text: data[key], at: [key] })),
  findable: ({ id, data: { claim, verdict, correction } }, page) => [
    {
      kind: 'misconception',
      page,
      fragment: misconceptionAddress(id),
      title: plainMarkdown(claim),
      parts: [[VERDICTS[verdict], plainMarkdown(correction)]],
    },
  ],
};
