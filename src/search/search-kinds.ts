/** The kinds of search results: pages with their sections, and the results that the kinds of data add. For the build only. */
import { KINDS } from '../kinds/registry.ts';
import type { SearchKind } from '../model/kind.ts';

export const SEARCH_KINDS: Record<string, SearchKind> = Object.fromEntries([
  ['page', { subject: 2, weight: 0.65 }],
  ['section', { subject: 0.16, weight: 1.05 }],
  ['subsection', { subject: 0.39, weight: 0.68 }],
  ...KINDS.flatMap(({ searchKinds = {} }) => Object.entries(searchKinds)),
]);
