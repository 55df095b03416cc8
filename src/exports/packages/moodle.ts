/** What the formats of Moodle share. */
import type { PackageItems, PackagePage } from './items.ts';
import { oneLine, shorten } from './text.ts';

/** Moodle cuts the name of a question at 251 characters. Escapes make it longer. */
const MAX_NAME = 200;

/** The name of a question: Moodle removes what looks like a tag, and shows character references as characters. */
export const questionName = (text: string): string =>
  shorten(oneLine(text), MAX_NAME)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The category of a page's questions, in that of the package. A slash would begin a category, so it is doubled. */
export const categoryOf = ({ title }: PackageItems, page?: PackagePage): string =>
  [title, ...(page ? [page.title] : [])].map((name) => oneLine(name).replaceAll('/', '//')).join('/');
