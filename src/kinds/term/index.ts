/** `content/glossary.yaml`: the terms that the site explains. `Term` links to a term, `Glossary` lists them all. */
import { z } from 'astro/zod';
import { distinct, inlineMarkdown, sourceIds, text } from '../../model/fields.ts';
import type { Content, Entry, Kind, Path } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';
import type { Problem } from '../../model/problems.ts';
import { address } from '../../model/redirects.ts';
import { sourceReferences } from '../source/index.ts';

const termSchema = z.strictObject({
  term: text.describe('the term as it appears in a sentence'),
  definition: inlineMarkdown.describe('what it is, in one sentence'),
  note: inlineMarkdown.optional().describe('what else a reader should know'),
  aka: distinct(z.string()).optional().describe('other names for the same thing'),
  explained: address.optional().describe('the address of the section or page that explains it'),
  seeAlso: distinct(z.string()).optional().describe('the ids of related terms'),
  sources: sourceIds,
});
export type Term = z.infer<typeof termSchema>;

/** The address of a term in the glossary, from the site's root. */
export const termHref = (id: string, content: Content): string => `${pathOf(content.pageWith('Glossary')!.slug)}#${id}`;

export const term: Kind<Term> = {
  name: 'term',
  origin: { file: 'content/glossary.yaml' },
  schema: termSchema,
  order: ({ data: a }, { data: b }) => a.term.localeCompare(b.term, 'en'),
  mustBeNamed: true,
  fix: 'Use the id of an entry in content/glossary.yaml, or add the term there.',
  components: {
    Term: { idAttribute: 'id', isLink: true, wrapsText: true },
    TermList: {},
    Glossary: { shows: 'all', addressed: true, cited: true },
  },
  targets: (id) => [{ id, label: `the term "${id}"` }],
  references: ({ seeAlso = [], sources }) => [
    ...seeAlso.map((id, index) => ({ to: term, id, at: ['seeAlso', index] })),
    ...sourceReferences(sources),
  ],
  texts: ({ definition, note, explained }) => [
    { text: definition, at: ['definition'] },
    ...(note ? [{ text: note, at: ['note'] }] : []),
    ...(explained ? [{ text: `[explained](${explained})`, at: ['explained'] }] : []),
  ],
  check: checkNames,
  searchKinds: { term: { label: 'Term', whole: true, suggested: true, weight: 0.95 } },
  searchEntries: ({ id, data: { term, definition, note, aka = [], explained } }, page) => [
    {
      kind: 'term',
      page,
      fragment: id,
      title: searchText(term),
      names: aka,
      ...(explained && { explained }),
      parts: [['', searchText([definition, note].filter(Boolean).join(' '))]],
    },
  ],
};

/** The names of a term, with their paths. */
const namesOf = ({ data: { term, aka = [] } }: Entry<Term>): { name: string; at: Path }[] => [
  { name: term, at: ['term'] },
  ...aka.map((name, index) => ({ name, at: ['aka', index] })),
];

/** A name leads to one term: of two, the one further down is reported. A term doesn't refer to itself. */
function checkNames(entry: Entry<Term>, content: Content): Problem[] {
  const { id, data, file, lineOf } = entry;
  const others = content.entries(term).filter((other) => other.id !== id);
  const named = namesOf(entry).flatMap(({ name, at }) => {
    const line = lineOf(at);
    const [above] = others.flatMap((other) =>
      namesOf(other)
        .filter((same) => same.name.toLowerCase() === name.toLowerCase() && other.lineOf(same.at) < line)
        .map((same) => ({ id: other.id, line: other.lineOf(same.at) })),
    );
    if (!above) return [];
    const message = `"${name}" is also a name of the term "${above.id}", on line ${above.line}.`;
    return [{ file, line, message, fix: 'Keep it in one of the two: a name leads to one term.' }];
  });
  const { seeAlso = [] } = data;
  if (!seeAlso.includes(id)) return named;
  const message = `The term "${id}" names itself as a related term.`;
  return [...named, { file, line: lineOf(['seeAlso', seeAlso.indexOf(id)]), message, fix: 'Remove it.' }];
}
