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
  /** From 1, in reading order. */
  number: number;
  source: Source;
}

declare global {
  namespace App {
    interface Locals {
      page: {
        /** `''` for an embed, which is not the home of anything. */
        slug: string;
        citations: Citation[];
      };
    }
  }
}

const numberSources = (ids: string[]): Citation[] =>
  ids.map((id, index) => ({ id, number: index + 1, source: content.byId(source).get(id)! }));

/** The sources that a page cites. */
export const citationsOfPage = (page: Page): Citation[] => numberSources(sourcesOn(page, content));

/** The sources that the embed of a table cites. */
export const citationsOfTable = (data: Table): Citation[] =>
  numberSources([...new Set(sourcesOf(table, '', data, content))]);
