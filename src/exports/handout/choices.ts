/** The choices for a handout, in the query of its page: `?title=…&show=SLUG&show=SLUG/TABLE`. */
import { splitAddress, type Redirects } from '../../model/redirects.ts';
import { pathOf, fragmentPath, slugAt } from '../../model/paths.ts';

/** Reads the chosen pages and tables. @param query with or without its question mark */
export const choicesIn = (query: string): string[] => new URLSearchParams(query).getAll('show');

/**
 * The values that a choice had before its page or its table moved. The addresses of older handouts still contain them.
 * @param slug of the page
 * @param table the name of the table, unless the choice is the whole page
 */
export function formerChoices({ pages, places }: Redirects, slug: string, table?: string): string[] {
  const slugs = pages.filter(({ to }) => to === pathOf(slug)).map(({ from }) => slugAt(from));
  if (!table) return slugs;
  const moved = places.filter(({ to }) => to === `${pathOf(slug)}#${table}`).map(({ from }) => splitAddress(from));
  return [
    ...slugs.map((former) => fragmentPath(former, table)),
    ...moved.map(({ path, fragment }) => fragmentPath(slugAt(path), fragment ?? '')),
  ];
}
