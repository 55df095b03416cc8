/** `content/glossary.yaml`: the terms that the site explains. `Term` links to a term, `Glossary` lists them all. */
import { z } from 'astro/zod';
import { inlineMarkdown, sourceIds } from '../../model/fields.ts';
import type { Kind } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { sourceReferences } from '../source/index.ts';

const termSchema = z.strictObject({
  term: z.string().min(1).describe('the term as it stands in a sentence'),
  definition: inlineMarkdown.describe('what it is, in one sentence'),
  note: inlineMarkdown.optional().describe('what a reader should know besides'),
  aka: z.array(z.string()).optional().describe('other names of the same thing'),
  seeAlso: z.array(z.string()).optional().describe('the ids of related terms'),
  sources: sourceIds,
});
export type Term = z.infer<typeof termSchema>;

/** The slug of the page that shows the glossary. The id of a term is its fragment there. */
export const GLOSSARY_PAGE = 'reference/glossary';

export const term: Kind<Term> = {
  name: 'term',
  origin: { file: 'content/glossary.yaml' },
  schema: termSchema,
  order: ({ data: a }, { data: b }) => a.term.localeCompare(b.term, 'en'),
  fix: 'Use the id of an entry in content/glossary.yaml, or add the term there.',
  components: {
    Term: { idAttribute: 'id' },
    TermList: {},
    Glossary: { shows: 'all', addressed: true, cited: true },
  },
  targets: (id) => [{ id, label: `the term "${id}"` }],
  references: ({ seeAlso = [], sources }) => [
    ...seeAlso.map((id, index) => ({ to: term, id, at: ['seeAlso', index] })),
    ...sourceReferences(sources),
  ],
  texts: ({ definition, note }) => [
    { text: definition, at: ['definition'] },
    ...(note ? [{ text: note, at: ['note'] }] : []),
  ],
  searchKinds: { term: { label: 'Term', whole: true, weight: 1.06 } },
  searchEntries: ({ id, data: { term, definition, note, aka = [] } }, page) => [
    {
      kind: 'term',
      page,
      fragment: id,
      title: searchText(term),
      names: aka,
      parts: [['', searchText([definition, note].filter(Boolean).join(' '))]],
    },
  ],
};
