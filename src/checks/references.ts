/** Whether the entries and pages that content names exist. */
import type { Content, Kind } from '../model/kind.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

/** Where ids are named. */
type Location = Required<Pick<Problem, 'file' | 'line'>>;

/** A problem for each id that names no entry of a kind. */
export function unknownReferences(kind: Kind, ids: string[], content: Content, at: Location): Problem[] {
  const entries = content.byId(kind);
  const isKnown = (id: string) => entries.has(id) && (kind.isReferable?.(entries.get(id)) ?? true);
  const unknown = ids.filter((id) => !isKnown(id));
  return unknown.map((id) => unknownId(kind.name, id, [...entries.keys()].filter(isKnown), kind.fix, at));
}

/** A problem for each slug that no page has. */
export function unknownPages(slugs: string[], content: Content, at: Location): Problem[] {
  const known = content.pages.map(({ slug }) => slug);
  const unknown = slugs.filter((slug) => !known.includes(slug));
  const fix = 'Use the slug from the frontmatter of a page.';
  return unknown.map((slug) => unknownId('page', slug, known, fix, at));
}

const unknownId = (kindName: string, id: string, known: string[], fix: string, at: Location): Problem => ({
  ...at,
  // People write the name of the file that contains the entry.
  message: `Unknown ${kindName} "${id}".${didYouMean(id.replace(/\.\w+$/, ''), known)}`,
  fix,
});
