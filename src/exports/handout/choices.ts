/** What a handout is made of, in the address of its page: `?title=…&show=SLUG&show=SLUG/TABLE`. */
import { splitAddress, type Redirects } from '../../model/redirects.ts';
import { pathOf, fragmentPath, slugAt } from '../../model/paths.ts';

/** The choices in the address of a handout, decoded. @param query with or without its question mark */
export const choicesIn = (query: string): string[] => new URLSearchParams(query).getAll('show');

/**
 * What a choice was called before its page or its table moved: a handout that somebody keeps still has it.
 * @param slug of the page where it is now
 * @param table its name, if it is not the whole page
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
