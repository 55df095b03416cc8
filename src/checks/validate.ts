/**
 * Holds `content/` against its rules before anything is built, so that an author reads all mistakes
 * at once, each with its file, its line and what to do.
 */
import { checkData } from './data.ts';
import { checkLinks } from './links.ts';
import { checkNavigation, checkPage, checkSlugs } from './pages.ts';
import { checkRedirects } from './redirects.ts';
import { KINDS } from '../kinds/registry.ts';
import type { SiteContent } from '../model/content.ts';
import { readContent } from '../model/read.ts';
import type { Problem } from '../model/problems.ts';

/** All problems of the content in a project's folder. */
export const validateContent = (root: string): Problem[] => problemsOf(readContent(root, KINDS), root);

/**
 * All problems of content, in the order of files and lines; of files that cannot be read, those alone.
 * @param root the project's folder
 */
export function problemsOf(content: SiteContent, root: string): Problem[] {
  const unread = content.parsed.problems;
  // What could not be read is missing everywhere else: those messages would hide the mistake behind it.
  const problems = unread.length ? [...unread] : checkAll(content, root);
  return problems.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

const checkAll = (content: SiteContent, root: string): Problem[] => [
  ...checkSlugs(content),
  ...checkNavigation(content),
  ...checkData(content),
  ...content.pages.flatMap((page) => checkPage(page, content, root)),
  ...checkLinks(content, root),
  ...checkRedirects(content),
];
