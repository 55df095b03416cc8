/** Whether the things that content names by id exist. */
import type { Content } from '../model/kind.ts';
import type { Kind } from '../model/kind.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

/** Where an id stands: the file, and the line of the id at an index. */
interface Where {
  file: string;
  lineOf: (index: number) => number;
}

/** A problem for each id that names no entry of a kind. */
export function unknownReferences(kind: Kind<any>, ids: string[], content: Content, where: Where): Problem[] {
  const all = content.all(kind);
  const isKnown = (id: string) => all.has(id) && (kind.nameable?.(all.get(id)) ?? true);
  return unknown(kind.name, ids, ids.filter(isKnown), () => [...all.keys()].filter(isKnown), kind.mend, where);
}

/** A problem for each slug that is that of no page. */
export const unknownPages = (slugs: string[], content: Content, where: Where): Problem[] => {
  const known = content.pages.map(({ slug }) => slug);
  return unknown('page', slugs, known, () => known, 'Use the slug of a page, as it stands in its frontmatter.', where);
};

const unknown = (
  what: string,
  ids: string[],
  known: string[],
  all: () => string[],
  mend: string,
  { file, lineOf }: Where,
): Problem[] =>
  ids.flatMap((id, index) =>
    known.includes(id)
      ? []
      : { file, line: lineOf(index), what: `Unknown ${what} "${id}".${didYouMean(id, all())}`, mend },
  );
