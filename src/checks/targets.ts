/** What can be linked on a page: headings, and what comes from data. */
import { targetsOn } from '../kinds/shown.ts';
import type { Content, Page, Target } from '../model/kind.ts';

/** The targets on a page, each with its line. */
export const targetsOf = (page: Page, content: Content): (Target & { line: number })[] => [
  ...page.headings.flatMap(({ id, text, line }) => (id ? { id, label: `the heading "${text}"`, line } : [])),
  ...targetsOn(page, content),
];

/** Fragments that the layout gives a page: its list of sources, and its title. */
const LAYOUT_IDS = ['sources', '_top'];

/** The fragments that can be linked, by the slug of their page. */
export const fragmentsBySlug = (content: Content): Map<string, string[]> =>
  new Map(content.pages.map((page) => [page.slug, [...LAYOUT_IDS, ...targetsOf(page, content).map(({ id }) => id)]]));
