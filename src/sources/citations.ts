/** The numbered sources of a page, or of a table that stands alone. */
import { outlineOf } from '../authoring/outline.ts';
import { errors, facts, misconceptions, sources, statements, tables, terms } from '../data.ts';
import type { TableData } from '../tables/schema.ts';
import { pageSources, tableSources } from './page-sources.ts';
import type { Source } from './schema.ts';

export interface Citation {
  id: string;
  /** From 1, in the order in which a reader meets the sources. */
  number: number;
  source: Source;
}

const data = { errors, facts, misconceptions, statements, tables, terms };

const numbered = (ids: string[]): Citation[] =>
  ids.map((id, index) => ({ id, number: index + 1, source: sources.get(id)! }));

/** The sources that a page cites. @param body its MDX text */
export const citationsOfPage = (slug: string, body: string): Citation[] =>
  numbered(pageSources(slug, outlineOf(body).components, data));

/** The sources of a table that stands alone. */
export const citationsOfTable = (table: TableData): Citation[] => numbered(tableSources(table, data));
