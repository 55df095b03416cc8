/** The components that pages use without importing them, and their style sheets. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import choices from '../client/choices.css?inline';
import field from '../client/field.css?inline';
import primary from '../client/primary.css?inline';
import Handout from '../exports/handout/Handout.astro';
import handout from '../exports/handout/handout.css?inline';
import Packages from '../exports/packages/Packages.astro';
import explorer from '../explorers/explorer.css?inline';
import imageExplorer from '../explorers/image-archive/explorer.css?inline';
import ImageExplorer from '../explorers/image-archive/ImageExplorer.astro';
import referenceExplorer from '../explorers/image-reference/explorer.css?inline';
import ReferenceExplorer from '../explorers/image-reference/ReferenceExplorer.astro';
import part from '../kinds/figure/shapes/Part.css?inline';
import { COMPONENTS } from '../kinds/page-components.ts';
import Changes from '../links/changes/Changes.astro';
import changes from '../links/changes/changes.css?inline';
import type { Page } from '../model/kind.ts';
import courseCheck from '../links/course/course-check.css?inline';
import CourseCheck from '../links/course/CourseCheck.astro';
import ExampleAddress from '../links/ExampleAddress.astro';
import SearchField from '../search/SearchField.astro';
import searchField from '../search/search-field.css?inline';
import Cards from './Cards.astro';
import cards from './cards.css?inline';
import { hasColors } from './code-blocks.ts';
import codeColors from './code-colors.css?inline';
import code from './code.css?inline';
import pageList from './page-list.css?inline';
import PageList from './PageList.astro';
import SectionList from './SectionList.astro';
import start from './start.css?inline';

/** What a kind or a feature adds to pages. */
interface Addition {
  components: Record<string, unknown>;
  /** The style sheets by component: its name, or its name, a space and the name of what it shows. */
  sheets?: Record<string, string[]>;
}
const additions: Addition[] = [
  ...Object.values(import.meta.glob<Addition>('../kinds/*/components.ts', { eager: true })),
  {
    components: {
      Cards,
      Changes,
      CourseCheck,
      ExampleAddress,
      Handout,
      ImageExplorer,
      Packages,
      PageList,
      ReferenceExplorer,
      SearchField,
      SectionList,
    },
    sheets: {
      Cards: [cards],
      Changes: [field, choices, changes],
      CourseCheck: [field, primary, courseCheck],
      Handout: [field, choices, primary, handout],
      ImageExplorer: [field, primary, explorer, imageExplorer],
      PageList: [pageList],
      ReferenceExplorer: [field, explorer, part, referenceExplorer],
      SectionList: [pageList],
      SearchField: [field, searchField],
    },
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
 * The style sheets of the components that a page uses, each once. They delay the first paint, so a page has no others.
 */
export function componentSheets(page: Page): string {
  const used = new Set(page.components.flatMap(({ name, props }) => [name, `${name} ${props['name'] ?? ''}`]));
  const showsAll = used.has('Handout');
  const isUsed = (name: string) => showsAll || used.has(name);
  const names = sheets.flatMap(([name, sheets]) => (isUsed(name) ? sheets : []));
  if (showsAll || page.codeBlocks.length) names.push(code);
  if (showsAll || page.codeBlocks.some(({ language }) => hasColors(language))) names.push(codeColors);
  if (page.frontmatter.claim) names.push(start);
  return [...new Set(names)].join('');
}
