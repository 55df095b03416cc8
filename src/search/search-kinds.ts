/** The kinds of search results: pages with their sections, and the results that the kinds of data add. For the build only. */
import { KINDS } from '../kinds/registry.ts';
import type { SearchKind } from '../model/kind.ts';

export const SEARCH_KINDS: Record<string, SearchKind> = Object.fromEntries([
  ['page', { weight: 0.89 }],
  ['section', { weight: 1.05 }],
  ['subsection', { weight: 0.92 }],
  ...KINDS.flatMap(({ searchKinds = {} }) => Object.entries(searchKinds)),
]);
