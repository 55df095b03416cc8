/** The numbered sources of a page, or of a table that stands alone. */
import { content, sources } from '../data.ts';
import { sourcesOf, sourcesOn } from '../shown.ts';
import { table } from '../table/index.ts';
import type { TableData } from '../table/schema.ts';
import type { Page } from '../../model/kind.ts';
import type { Source } from './schema.ts';

export interface Citation {
  id: string;
  /** From 1, in the order in which a reader meets the sources. */
  number: number;
  source: Source;
}

const numbered = (ids: string[]): Citation[] =>
  ids.map((id, index) => ({ id, number: index + 1, source: sources.get(id)! }));

/** The sources that a page cites. */
export const citationsOfPage = (page: Page): Citation[] => numbered(sourcesOn(page, content));

/** The sources of a table that stands alone. */
export const citationsOfTable = (data: TableData): Citation[] =>
  numbered([...new Set(sourcesOf(table, '', data, content))]);
