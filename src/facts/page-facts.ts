import { outlineOf } from '../authoring/outline.ts';
import { cellFact, type TableData } from '../tables/schema.ts';
import type { Fact } from './schema.ts';

/**
 * The facts of a page: those that live there, and those that its text and its tables show.
 * @param slug the page's slug
 * @param body the page's MDX text
 */
export function pageFacts(
  slug: string,
  body: string,
  facts: ReadonlyMap<string, Fact>,
  tables: ReadonlyMap<string, TableData>,
): Fact[] {
  const shown = new Set(
    outlineOf(body).components.flatMap(({ name, props }) => {
      if (name === 'Fact') return [props['id']];
      if (name === 'FactIndex') return [...facts.keys()];
      const table = name === 'Table' ? tables.get(props['name'] ?? '') : undefined;
      return table?.rows.flatMap(({ cells }) => Object.values(cells).map(cellFact)) ?? [];
    }),
  );
  return [...facts].filter(([id, { page }]) => page === slug || shown.has(id)).map(([, fact]) => fact);
}
