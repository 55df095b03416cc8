/**
 * Which sources a page cites, in the order in which a reader meets them: that order numbers them.
 * It is told from the page's text and data before anything is rendered, so that a number never
 * depends on what is rendered first.
 */
import { splitIds } from '../authoring/components.ts';
import type { ComponentUse } from '../authoring/outline.ts';
import type { ErrorMessage } from '../errors/schema.ts';
import type { Fact } from '../facts/schema.ts';
import type { Term } from '../glossary/schema.ts';
import type { Misconception } from '../misconceptions/schema.ts';
import type { Statement } from '../statements/schema.ts';
import { cellFact, cellSources, type TableData } from '../tables/schema.ts';

/** The data that a page's components show, by id. */
export interface Data {
  errors: ReadonlyMap<string, ErrorMessage>;
  facts: ReadonlyMap<string, Fact>;
  misconceptions: ReadonlyMap<string, Misconception>;
  statements: ReadonlyMap<string, Statement>;
  tables: ReadonlyMap<string, TableData>;
  terms: ReadonlyMap<string, Term>;
}

/**
 * The ids of the sources of a page, each once, in order.
 * @param slug the page's slug: the facts that live there are listed at its end
 * @param components the page's components, in their order
 */
export function pageSources(slug: string, components: ComponentUse[], data: Data): string[] {
  const shown = components.flatMap(({ name, props }) => sourcesOf(name, props, data));
  const listed = [...data.facts.values()].filter(({ page }) => page === slug).flatMap(({ sources }) => sources);
  return [...new Set([...shown, ...listed])];
}

function sourcesOf(name: string, props: Record<string, string>, data: Data): string[] {
  const { id = '' } = props;
  switch (name) {
    case 'Cite':
      return [id];
    case 'Errors':
      return [...data.errors.values()].flatMap(({ sources }) => sources);
    case 'Fact':
      return data.facts.get(id)?.sources ?? [];
    case 'Glossary':
      return [...data.terms.values()].flatMap(({ sources }) => sources);
    case 'Misconceptions':
      return [...data.misconceptions.values()].flatMap(({ sources }) => sources);
    case 'Statements':
      return splitIds(props['ids'] ?? '').flatMap((one) => {
        const statement = data.statements.get(one);
        return statement ? [...statement.sources, ...(statement.correction?.sources ?? [])] : [];
      });
    case 'Table': {
      const table = data.tables.get(props['name'] ?? '');
      return table ? tableSources(table, data) : [];
    }
    default:
      return [];
  }
}

/** The ids of the sources of a table, each once, in order. */
export const tableSources = ({ columns, rows }: TableData, { facts }: Pick<Data, 'facts'>): string[] => [
  ...new Set(
    rows.flatMap((row) => [
      ...columns.flatMap(({ id }) => {
        const cell = row.cells[id];
        if (cell === undefined) return [];
        return facts.get(cellFact(cell) ?? '')?.sources ?? cellSources(cell);
      }),
      ...(row.correction?.sources ?? []),
      ...row.sources,
    ]),
  ),
];
