/** The page that is being rendered, for the components on it: `Astro.locals.page`. */
import type { Page } from '../model/kind.ts';
import { content } from '../model/site.ts';
import { sourcesOf, sourcesOn } from './shown.ts';
import { source, type Source } from './source/index.ts';
import { table } from './table/index.ts';
import type { Table } from './table/schema.ts';

/** A numbered source. */
interface Citation {
  id: string;
  /** From 1, in the order in which a reader meets the sources. */
  number: number;
  source: Source;
}

declare global {
  namespace App {
    interface Locals {
      page: {
        /** `''` for an embed, where nothing has its address. */
        slug: string;
        citations: Citation[];
      };
    }
  }
}

const numbered = (ids: string[]): Citation[] =>
  ids.map((id, index) => ({ id, number: index + 1, source: content.byId(source).get(id)! }));

/** The sources that a page cites. */
export const citationsOfPage = (page: Page): Citation[] => numbered(sourcesOn(page, content));

/** The sources of a table that an embed shows. */
export const citationsOfTable = (data: Table): Citation[] =>
  numbered([...new Set(sourcesOf(table, '', data, content))]);
