/** The numbered sources of the page that is being rendered. */
import { outlineOf } from '../authoring/outline.ts';
import { errors, facts, misconceptions, slugOf, sources, statements, tables, terms } from '../data.ts';
import { pageSources } from './page-sources.ts';
import type { Source } from './schema.ts';

export interface Citation {
  id: string;
  /** From 1, in the order in which a reader meets the sources. */
  number: number;
  source: Source;
}

const citationsBySlug = new Map<string, Citation[]>();

/**
 * The sources that a page cites.
 * @param entry the page, as Starlight's route has it
 */
export function citationsOf({ id: entryId, body = '' }: { id: string; body?: string | undefined }): Citation[] {
  const slug = slugOf(entryId);
  let citations = citationsBySlug.get(slug);
  if (!citations) {
    const { components } = outlineOf(body);
    const ids = pageSources(slug, components, { errors, facts, misconceptions, statements, tables, terms });
    citations = ids.map((id, index) => ({ id, number: index + 1, source: sources.get(id)! }));
    citationsBySlug.set(slug, citations);
  }
  return citations;
}
