/** The components that pages use without importing them, and their style sheets. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import field from '../client/field.css?inline';
import Handout from '../exports/handout/Handout.astro';
import handout from '../exports/handout/handout.css?inline';
import { COMPONENTS } from '../kinds/page-components.ts';
import type { Page } from '../model/kind.ts';
import SearchField from '../search/SearchField.astro';
import searchField from '../search/search-field.css?inline';
import pageList from './page-list.css?inline';
import PageList from './PageList.astro';

/** What a kind or a feature adds to pages. */
interface Addition {
  components: Record<string, unknown>;
  /** The style sheets by the name of the component that needs them. */
  sheets?: Record<string, string[]>;
}
const additions: Addition[] = [
  ...Object.values(import.meta.glob<Addition>('../kinds/*/components.ts', { eager: true })),
  {
    components: { Handout, PageList, SearchField },
    sheets: { Handout: [field, handout], PageList: [pageList], SearchField: [field, searchField] },
  },
];

export const components: Record<string, unknown> = Object.fromEntries(
  additions.flatMap((addition) => Object.entries(addition.components)),
);

/** The components with which every page ends. */
export const closingComponents = [...COMPONENTS]
  .filter(([, { component }]) => component.onEveryPage)
  .map(([name]) => components[name] as AstroComponentFactory);

/** The style sheets by component. They are sorted so that pages do not depend on the order of the imports. */
const sheets = additions
  .flatMap((addition) => Object.entries(addition.sheets ?? {}))
  .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The style sheets of the components that a page uses, each once. They delay the first paint, so a page has no more.
 */
export function componentSheets({ components }: Page): string {
  const used = new Set(components.map(({ name }) => name));
  const isUsed = (name: string) => used.has(name) || used.has('Handout'); // The handout page shows every page.
  return [...new Set(sheets.flatMap(([name, sheets]) => (isUsed(name) ? sheets : [])))].join('');
}
