/** Whether the things that content names by id exist. */
import type { Content } from './content.ts';
import { didYouMean, type Problem } from './problems.ts';

interface Kind {
  /** The ids that exist; `undefined` where their file could not be read, which is a problem of its own. */
  known: (content: Content) => string[] | undefined;
  mend: string;
}

const keys = (read: { data: object } | undefined) => read && Object.keys(read.data);

/** Everything that content can name, and where it is to be found. */
const KINDS = {
  fact: {
    known: ({ facts }) => facts.flatMap(({ data }) => Object.keys(data)),
    mend: 'Use the id of an entry in content/facts/, or add the fact there.',
  },
  figure: {
    known: ({ figures }) => figures,
    mend: 'Use the name of a file in src/figures/drawings/, without ".astro".',
  },
  page: {
    known: ({ pages }) => pages.map(({ frontmatter }) => frontmatter.slug),
    mend: 'Use the slug of a page, as it stands in its frontmatter.',
  },
  source: {
    known: ({ sources }) => sources && Object.keys(sources.data).filter((id) => !sources.data[id]!.linkOnly),
    mend: 'Use the id of an entry in content/sources.yaml that is not linkOnly, or add the source there.',
  },
  statement: {
    known: ({ statements }) => keys(statements),
    mend: 'Use the id of an entry in content/statements.yaml.',
  },
  table: {
    known: ({ tables }) => [...tables.keys()],
    mend: 'Use the name of a file in content/tables/, without ".yaml".',
  },
  term: {
    known: ({ terms }) => keys(terms),
    mend: 'Use the id of an entry in content/glossary.yaml, or add the term there.',
  },
} satisfies Record<string, Kind>;
export type ReferenceKind = keyof typeof KINDS;

/**
 * A problem for each id that names nothing.
 * @param lineOf the line on which the id at an index of `ids` stands
 */
export function unknownReferences(
  kind: ReferenceKind,
  ids: string[],
  content: Content,
  file: string,
  lineOf: (index: number) => number,
): Problem[] {
  const known = KINDS[kind].known(content);
  if (!known) return [];
  return ids.flatMap((id, index) =>
    known.includes(id)
      ? []
      : { file, line: lineOf(index), what: `Unknown ${kind} "${id}".${didYouMean(id, known)}`, mend: KINDS[kind].mend },
  );
}
