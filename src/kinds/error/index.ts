/** An error message, with its cause and what to do. */
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { source } from '../source/index.ts';
import { errorAddress, errorSchema, type ErrorMessage } from './schema.ts';

export const errorMessage: Kind<ErrorMessage> = {
  name: 'error',
  origin: { file: 'content/errors.yaml' },
  schema: errorSchema,
  mend: 'Use the id of an entry in content/errors.yaml.',
  components: { Errors: { shows: 'all', addressed: true, cited: true } },
  places: (id) => [{ id: errorAddress(id), what: `the error "${id}"` }],
  references: ({ sources }) => sources.map((id, at) => ({ to: source, id, at: ['sources', at] })),
  texts: ({ cause, cure }) => [
    { text: cause, at: ['cause'] },
    { text: cure, at: ['cure'] },
  ],
  findable: ({ id, data: { text, pattern, cause, cure } }, page) => [
    {
      kind: 'error',
      page,
      fragment: errorAddress(id),
      title: text, // as it is printed, no Markdown
      pattern,
      parts: [
        ['Cause', plainMarkdown(cause)],
        ['Cure', plainMarkdown(cure)],
      ],
    },
  ],
};
