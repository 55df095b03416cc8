/**
 * Which sources a page cites, in the order in which a reader meets them: that order numbers them.
 * It is told from the page's text and data before anything is rendered, so that a number never
 * depends on what is rendered first.
 */
import { splitIds } from '../authoring/components.ts';
import type { ComponentUse } from '../authoring/outline.ts';
import type { Fact } from '../facts/schema.ts';
import type { Statement } from '../statements/schema.ts';
import { cellSources, type TableData } from '../tables/schema.ts';

/** Looks up the data that a page's components name; unknown ids are `undefined`. */
export interface Data {
  table: (name: string) => TableData | undefined;
  statement: (id: string) => Statement | undefined;
  fact: (id: string) => Fact | undefined;
}

/** The ids of the sources of a page, each once, in order. */
export function pageSources(components: ComponentUse[], data: Data): string[] {
  return [...new Set(components.flatMap(({ name, props }) => sourcesOf(name, props, data)))];
}

function sourcesOf(name: string, props: Record<string, string>, data: Data): string[] {
  switch (name) {
    case 'Cite':
      return props['id'] ? [props['id']] : [];
    case 'Fact':
      return data.fact(props['id'] ?? '')?.sources ?? [];
    case 'Statements':
      return splitIds(props['ids'] ?? '').flatMap((id) => {
        const statement = data.statement(id);
        return statement ? [...statement.sources, ...(statement.correction?.sources ?? [])] : [];
      });
    case 'Table':
      return tableSources(data.table(props['name'] ?? ''), data);
    default:
      return [];
  }
}

const tableSources = (table: TableData | undefined, { fact }: Data): string[] =>
  (table?.rows ?? []).flatMap((row) => [
    ...table!.columns.flatMap(({ id }) => {
      const cell = row.cells[id];
      if (cell === undefined) return [];
      return typeof cell === 'object' && 'fact' in cell ? (fact(cell.fact)?.sources ?? []) : cellSources(cell);
    }),
    ...(row.correction?.sources ?? []),
    ...row.sources,
  ]);
