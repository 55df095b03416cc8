/** A sentence of the course, word for word. */
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { correctionReferences, source } from '../source/index.ts';
import { VERDICTS } from '../../model/fields.ts';
import { statementAddress, statementSchema, type Statement } from './schema.ts';

export const statement: Kind<Statement> = {
  name: 'statement',
  origin: { file: 'content/statements.yaml' },
  schema: statementSchema,
  order: (a, b) => a.id.localeCompare(b.id),
  mend: 'Use the id of an entry in content/statements.yaml.',
  components: { Statements: { names: 'ids', shows: 'named', addressed: true, cited: true } },
  home: ({ page }) => page,
  places: (id) => [{ id: statementAddress(id), what: `the statement "${id}"` }],
  references: (data) => [
    ...data.sources.map((id, at) => ({ to: source, id, at: ['sources', at] })),
    ...correctionReferences(data),
  ],
  texts: ({ text, correction }) => [
    { text, at: ['text'] },
    ...(correction ? [{ text: correction.text, at: ['correction'] }] : []),
  ],
  findable: ({ id, data: { text, correction } }, page) => [
    {
      kind: 'statement',
      page,
      fragment: statementAddress(id),
      title: plainMarkdown(text),
      parts: correction ? [[VERDICTS[correction.verdict], plainMarkdown(correction.text)]] : [],
    },
  ],
};
