import { outlineOf } from '../authoring/outline.ts';
import type { Fact } from './schema.ts';

/**
 * The facts of a page: those that live there, and those that its text shows.
 * @param slug the page's slug
 * @param body the page's MDX text
 */
export function pageFacts(slug: string, body: string, facts: ReadonlyMap<string, Fact>): Fact[] {
  const shown = new Set(outlineOf(body).components.flatMap(({ name, props }) => (name === 'Fact' ? props['id'] : [])));
  return [...facts].filter(([id, { page }]) => page === slug || shown.has(id)).map(([, fact]) => fact);
}
