/** A word that the site explains. */
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { source } from '../source/index.ts';
import { termSchema, type Term } from './schema.ts';

export const term: Kind<Term> = {
  name: 'term',
  origin: { file: 'content/glossary.yaml' },
  schema: termSchema,
  order: ({ data: a }, { data: b }) => a.term.localeCompare(b.term, 'en'),
  mend: 'Use the id of an entry in content/glossary.yaml, or add the term there.',
  components: {
    Term: { names: 'id' },
    TermList: {},
    Glossary: { shows: 'all', addressed: true, cited: true },
  },
  places: (id) => [{ id, what: `the term "${id}"` }],
  references: ({ seeAlso = [], sources }) => [
    ...seeAlso.map((id, at) => ({ to: term, id, at: ['seeAlso', at] })),
    ...sources.map((id, at) => ({ to: source, id, at: ['sources', at] })),
  ],
  texts: ({ definition, note }) => [
    { text: definition, at: ['definition'] },
    ...(note ? [{ text: note, at: ['note'] }] : []),
  ],
  findable: ({ id, data: { term, definition, note, aka = [] } }, page) => [
    {
      kind: 'term',
      page,
      fragment: id,
      title: plainMarkdown(term),
      names: aka,
      parts: [['', plainMarkdown([definition, note].filter(Boolean).join(' '))]],
    },
  ],
};
