/** Whether the entries and pages that content names exist. */
import type { Content, Kind } from '../model/kind.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

/** Where ids are named: the file, and the line of the id at an index. */
interface Location {
  file: string;
  lineOf: (index: number) => number;
}

/** A problem for each id that names no entry of a kind. */
export function unknownReferences(kind: Kind, ids: string[], content: Content, at: Location): Problem[] {
  const entries = content.byId(kind);
  const isKnown = (id: string) => entries.has(id) && (kind.isReferable?.(entries.get(id)) ?? true);
  return unknownIds(
    kind.name,
    ids.filter((id) => !isKnown(id)),
    ids,
    () => [...entries.keys()].filter(isKnown),
    kind.fix,
    at,
  );
}

/** A problem for each slug that no page has. */
export function unknownPages(slugs: string[], content: Content, at: Location): Problem[] {
  const unknown = slugs.filter((slug) => !content.page(slug));
  const known = () => content.pages.map(({ slug }) => slug);
  return unknownIds('page', unknown, slugs, known, 'Use the slug of a page, as it stands in its frontmatter.', at);
}

const unknownIds = (
  kindName: string,
  unknown: string[],
  ids: string[],
  known: () => string[],
  fix: string,
  { file, lineOf }: Location,
): Problem[] =>
  unknown.map((id) => ({
    file,
    line: lineOf(ids.indexOf(id)),
    message: `Unknown ${kindName} "${id}".${didYouMean(id, known())}`,
    fix,
  }));
