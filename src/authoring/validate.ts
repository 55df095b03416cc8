/**
 * Holds `content/` against its rules before anything is built, so that an author reads all mistakes
 * at once, each with its file, its line and what to do.
 */
import { checkData } from './check-data.ts';
import { checkLinks } from './check-links.ts';
import { checkNavigation, checkPage, checkSlugs } from './check-pages.ts';
import { checkRedirects } from './check-redirects.ts';
import { readContent, type Content } from './content.ts';
import { problemsError, type Problem } from './problems.ts';

/**
 * All problems of the content in `root`, in the order of files and lines; of files that cannot be read, those alone.
 * @param root the project's folder
 */
export function validateContent(root: string): Problem[] {
  const content = readContent(root);
  // What could not be read is missing everywhere else: those messages would hide the mistake behind it.
  const problems = content.problems.length ? content.problems : checkAll(content, root);
  return problems.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

const checkAll = (content: Content, root: string): Problem[] => [
  ...checkSlugs(content),
  ...checkNavigation(content),
  ...checkData(content),
  ...content.pages.flatMap((page) => checkPage(page, content, root)),
  ...checkLinks(content, root),
  ...checkRedirects(content),
];

/** @throws one error that names every problem, if there is one */
export function assertValidContent(root: string): void {
  const problems = validateContent(root);
  if (problems.length) throw problemsError(problems);
}
