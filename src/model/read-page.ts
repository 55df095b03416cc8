/** Reads a page: its frontmatter, and the outline of its text. */
import { pageSchema } from './frontmatter.ts';
import type { Page } from './kind.ts';
import { outlineOf, type Outline } from './outline.ts';
import { didYouMean, type Problem } from './problems.ts';
import { parseYaml } from './yaml.ts';

/**
 * @param file the path that messages name
 * @param text of the file
 * @param problems receives what is wrong with the page
 * @returns `undefined` if the page could not be read
 */
export function readPage(file: string, text: string, problems: Problem[]): Page | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) {
    problems.push({
      file,
      line: 1,
      message: 'The page has no frontmatter.',
      fix: 'Begin the file with a block between two lines of "---" that gives title, description, slug and reviewed.',
    });
    return undefined;
  }
  const frontmatter = parseYaml(file, match[1]!, pageSchema, 2);
  problems.push(...frontmatter.problems);
  const body = text.slice(match[0].length);
  const bodyLine = match[0].split('\n').length;
  let outline: Outline;
  try {
    outline = outlineOf(body, bodyLine);
  } catch (error) {
    problems.push(invalidMdx(file, error, bodyLine));
    return undefined;
  }
  problems.push(...checkNotes(file, body, bodyLine));
  if (!frontmatter.data) return undefined;
  return {
    file,
    slug: frontmatter.data.slug,
    frontmatter: frontmatter.data,
    lineOf: (key) => frontmatter.lineOf([key]),
    ...outline,
  };
}

/** The parser's error as a problem. The parser counts lines from the beginning of the body. */
function invalidMdx(file: string, error: unknown, bodyLine: number): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const position = /(\d+):\d+/.exec(message);
  const reason = message.split('\n')[0]!.replace(/^\d+:\d+(-\d+:\d+)?: | \([a-z-]+:[a-z-]+\)$/g, '');
  return {
    file,
    line: position ? Number(position[1]) + bodyLine - 1 : bodyLine,
    message: `This is no valid MDX: ${reason}.`,
    fix: 'Close each <Tag />, put its values in straight quotes, and write a plain "<" or "{" as &lt; or \\{.',
  };
}

/** The kinds of notes that Starlight has. */
const NOTES = ['note', 'tip', 'caution', 'danger'];

/** The parser accepts a note without an end, which swallows the rest of the page, and notes of unknown kinds. */
function checkNotes(file: string, body: string, firstLine: number): Problem[] {
  const problems: Problem[] = [];
  let open: number | undefined;
  let isCode = false;
  for (const [index, text] of body.split('\n').entries()) {
    const line = firstLine + index;
    if (/^\s*(```|~~~)/.test(text)) isCode = !isCode;
    const mark = isCode ? null : /^\s*:::+(\w*)/.exec(text);
    if (!mark) continue;
    if (!mark[1]) open = undefined;
    else if (NOTES.includes(mark[1])) open = line;
    else {
      const message = `There is no kind of note "${mark[1]}".${didYouMean(mark[1], NOTES)}`;
      problems.push({ file, line, message, fix: `Use one of: ${NOTES.join(', ')}.` });
      open = line;
    }
  }
  if (open !== undefined)
    problems.push({
      file,
      line: open,
      message: 'The note that begins here has no end.',
      fix: 'Write ":::" on a line after it.',
    });
  return problems;
}
