/** What pages may use without importing it; `page-components-plugin.ts` hands it to each of them. */
import field from '../client/field.css?inline';
import Handout from '../exports/handout/Handout.astro';
import handout from '../exports/handout/handout.css?inline';
import type { Page } from '../model/kind.ts';
import SearchField from '../search/SearchField.astro';
import searchField from '../search/search-field.css?inline';
import pageList from './page-list.css?inline';
import PageList from './PageList.astro';

interface Brought {
  components: Record<string, unknown>;
  sheets?: Record<string, string[]>;
}
const brought: Brought[] = [
  ...Object.values(import.meta.glob<Brought>('../kinds/*/components.ts', { eager: true })),
  {
    components: { Handout, PageList, SearchField },
    sheets: { Handout: [field, handout], PageList: [pageList], SearchField: [field, searchField] },
  },
];

export const components = Object.assign({}, ...brought.map((one) => one.components));

/** In the order of the alphabet, so that a page is the same however they come. */
const sheets = brought.flatMap((one) => Object.entries(one.sheets ?? {})).sort(([a], [b]) => (a < b ? -1 : 1));

/** The sheets of the components that a page uses, each once: they count before its first paint. */
export function componentSheets({ components }: Page): string {
  const used = new Set(components.map(({ name }) => name));
  const isUsed = (name: string) => used.has(name) || used.has('Handout'); // all pages are on the page of handouts
  return [...new Set(sheets.flatMap(([name, sheets]) => (isUsed(name) ? sheets : [])))].join('');
}
