/** Sheets of components that few pages use: only those pages carry them, for each counts before its first paint. */
import type { Page } from '../model/kind.ts';
import liveEmbed from '../kinds/table/live-embed.css?inline';
import finder from '../kinds/error/finder.css?inline';
import figure from '../kinds/figure/figure.css?inline';
import glossary from '../kinds/term/glossary.css?inline';
import handout from '../exports/handout/handout.css?inline';
import searchField from '../search/search-field.css?inline';
import sourceIndex from '../kinds/source/source-index.css?inline';
import entry from '../kinds/entry.css?inline';
import field from '../client/field.css?inline';
import pageList from './page-list.css?inline';

const SHEETS: Record<string, string[]> = {
  Errors: [entry, finder],
  Figure: [figure],
  Glossary: [glossary],
  Handout: [field, handout],
  LiveEmbed: [liveEmbed],
  Misconceptions: [entry],
  PageList: [pageList],
  SearchField: [field, searchField],
  SourceIndex: [sourceIndex],
};

/** The sheets of the components that a page uses, each once. */
export function componentSheets({ components }: Page): string {
  const used = new Set(components.map(({ name }) => name));
  const isUsed = (name: string) => used.has(name) || used.has('Handout'); // all pages are on the page of handouts
  const sheets = Object.entries(SHEETS).flatMap(([name, sheets]) => (isUsed(name) ? sheets : []));
  return [...new Set(sheets)].join('');
}
