/**
 * Checks `content/` against its rules before anything is built. An author reads each mistake once, with its file, its line
 * and a fix.
 */
import { KINDS } from '../kinds/registry.ts';
import { checkRecord } from '../links/changes/record.ts';
import { checkManifest } from '../links/manifest.ts';
import type { SiteContent } from '../model/content.ts';
import type { Problem } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { checkComponents } from './components.ts';
import { checkEntries, checkHomePages, checkHomes, checkNamed, checkReferences } from './data.ts';
import { checkDrawings } from './drawings.ts';
import { checkLinks } from './links.ts';
import { checkNavigation } from './navigation.ts';
import { checkHeadingIds, checkNames, checkPage, checkStarters } from './pages.ts';
import { checkPublicFiles } from './public-files.ts';
import { checkRedirects } from './redirects.ts';

/** The problems of the content in a project's folder. */
export const validateContent = (root: string): Problem[] => findProblems(readContent(root, KINDS), root);

/**
 * The problems of content, in the order of files and lines.
 * @param root the project's folder
 */
export function findProblems(content: SiteContent, root: string): Problem[] {
  // What is wrong in one stage is missing in the next ones: messages about that would hide the mistake itself.
  const stages = [
    () => [...content.parsed.problems, ...checkManifest(root), ...checkRecord(root)],
    () => [
      ...checkNames(content),
      ...checkHeadingIds(content),
      ...checkEntries(content),
      ...content.pages.flatMap(checkComponents),
      ...checkDrawings(content, root),
    ],
    () => [...checkNavigation(content), ...checkReferences(content), ...checkHomePages(content)],
    () => [...content.pages.flatMap((page) => checkPage(page, content, root)), ...checkPublicFiles(content, root)],
    () => checkHomes(content),
    () => [...checkLinks(content, root), ...checkRedirects(content)],
    // A page that was deleted leaves links, which break, and entries that only it named.
    () => [...checkNamed(content), ...checkStarters(content)],
  ];
  for (const findInStage of stages) {
    const problems = findInStage();
    if (!problems.length) continue;
    return mergeRepeated(problems.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)));
  }
  return [];
}

/** Says once what is wrong on several lines of a file. */
const mergeRepeated = (problems: Problem[]): Problem[] =>
  Object.values(Object.groupBy(problems, ({ file, message, fix }) => JSON.stringify([file, message, fix]))).map(
    (group) => {
      const [first, ...others] = group!;
      const lines = [...new Set(others.flatMap(({ line = 0 }) => (line && line !== first!.line ? line : [])))];
      const also = lines.length ? ` Also on line${lines.length > 1 ? 's' : ''} ${rangesOf(lines)}.` : '';
      return { ...first!, message: first!.message + also };
    },
  );

/** Numbers of lines, each run of them as one: "3, 5 to 9". */
function rangesOf(lines: number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range?.[1] === line - 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(', ');
}
