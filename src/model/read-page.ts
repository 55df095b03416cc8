/** Reads a page: its frontmatter, and the outline of its text. */
import { asId, ID_PATTERN } from './fields.ts';
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
  const match = FRONTMATTER.exec(text);
  if (!match) {
    problems.push(missingFrontmatter(file, text));
    return undefined;
  }
  const [block, spacesBefore, header = '', spacesAfter] = match;
  const bodyLine = block.split('\n').length;
  if (spacesBefore || spacesAfter) {
    const line = spacesBefore ? 1 : header.split('\n').length + 2;
    problems.push({ file, line, message: 'There are spaces after the "---" of the frontmatter.', fix: 'Delete them.' });
    return undefined;
  }
  const frontmatter = parseYaml(file, header, pageSchema, 2);
  problems.push(...frontmatter.problems);
  const body = text.slice(block.length);
  const blocks = checkBlocks(file, body, bodyLine);
  problems.push(...blocks);
  let outline: Outline;
  try {
    outline = outlineOf(body, bodyLine);
  } catch (error) {
    const problem = invalidMdx(file, error, body, bodyLine);
    // The parser often stops at what follows from a fault on its line or above.
    if (!blocks.some(({ line = 0 }) => line <= problem.line!)) problems.push(problem);
    return undefined;
  }
  if (!frontmatter.data) return undefined;
  return {
    file,
    slug: frontmatter.data.slug,
    frontmatter: frontmatter.data,
    lineOf: (key) => frontmatter.lineOf([key]),
    ...outline,
  };
}

/** The block at the top of a page. Spaces after its marks are a mistake, but must not hide it. */
const FRONTMATTER = /^---([ \t]*)\r?\n([\s\S]*?)\r?\n---([ \t]*)(?:\r?\n|$)/;

/** A line that is meant to start or end the frontmatter, but has the wrong number of hyphens, or dashes. */
const WRONG_MARK = /^(?!---\s*$)[-–—]+\s*$/;

function missingFrontmatter(file: string, text: string): Problem {
  const lines = text.split('\n');
  const problem = (line: number, message: string, fix: string) => ({ file, line, message, fix });
  const isStarted = /^[-–—]/.test(text);
  const wrong = isStarted ? lines.findIndex((line) => WRONG_MARK.test(line)) : -1;
  if (wrong >= 0) {
    const message = `This line is "${lines[wrong]!.trim()}", so it neither starts nor ends the frontmatter.`;
    return problem(wrong + 1, message, 'Write three hyphens: "---".');
  }
  return isStarted
    ? problem(1, 'The frontmatter never ends.', 'After it, write "---" on a line of its own.')
    : problem(
        1,
        'The page has no frontmatter.',
        'Start the file with a block between two "---" lines that sets title, description, slug and reviewed.',
      );
}

/** The parser's error as a problem. The parser counts lines from the beginning of the body. */
function invalidMdx(file: string, error: unknown, body: string, bodyLine: number): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const index = Number(/(\d+):\d+/.exec(message)?.[1] ?? 1) - 1;
  const code = codeElementAt(body, index);
  if (code) {
    const line = bodyLine + code.index;
    const fix = 'Remove it: nothing in content/ may run. Scripts and styles belong in src/.';
    return { file, line, message: `The HTML element <${code.name}> isn't allowed on a page.`, fix };
  }
  const [, block] = SPLIT_BLOCK.exec(message) ?? [];
  if (block && body.split('\n').slice(index).join('\n').includes(`</${block}>`)) {
    return {
      file,
      line: bodyLine + index,
      message: `<${block}> starts in a line of text and ends below it.`,
      fix: `Write <${block}> and </${block}>, each on a line of its own.`,
    };
  }
  const reason = message
    .split('\n')[0]!
    .replace(/^\d+:\d+(-\d+:\d+)?: | \([a-z-]+:[a-z-]+\)$| \(\d+:\d+\)/g, '')
    .replace(/^Unexpected character after `<`.*/, NO_TAG)
    .replace(/^Could not parse .*/, '"{…}", "import" and "export" are JavaScript, but this isn\'t');
  return {
    file,
    line: bodyLine + index,
    message: `This isn't valid MDX: ${reason}.`,
    fix: mdxFix(body.split('\n')[index] ?? '', reason),
  };
}

/** The script or style around a line, from 0, whose braces the parser takes for JavaScript. */
function codeElementAt(body: string, index: number): { name: string; index: number } | undefined {
  const before = body.split('\n').slice(0, index + 1);
  const start = before.findLastIndex((line) => /^\s*<(script|style)\b/.test(line));
  const [, name] = /<(\w+)/.exec(before[start] ?? '') ?? [];
  return name && !before.slice(start, -1).join('\n').includes(`</${name}>`) ? { name, index: start } : undefined;
}

/** What the parser says about an element that contains blocks, if text follows its tag on the same line. */
const SPLIT_BLOCK = /closing tag for `<(details|Cards)>`.* before the end of `paragraph`/;

const NO_TAG = '"<" starts a tag, but this isn\'t one';

/** The beginning of a tag with an attribute. Only a value without quotes, or with wrong ones, keeps it from being one. */
const TAG_WITH_VALUE = /<\w+\s+[\w-]+=/;

const withoutCode = (line: string): string => line.replace(/(`+).*?\1/g, '');

/** What to do about a line that isn't MDX. */
function mdxFix(line: string, reason: string): string {
  const text = withoutCode(line);
  if (reason === NO_TAG && TAG_WITH_VALUE.test(text))
    return 'Put the values of attributes in straight quotes, as in id="…".';
  if (text.includes('<!--')) return 'Write a comment as {/* text */}.';
  if (reason === NO_TAG) {
    return /<https?:/.test(text)
      ? 'Write the address without "<" and ">", or write [text](https://…).'
      : 'Write &lt; in its place, or put the code that contains it in backticks.';
  }
  const [shown] = PLACEHOLDER.exec(text) ?? [];
  if (!shown) {
    return 'Close each <Tag />, including <br /> and <img />, put attribute values in straight quotes, and write a literal "<" or "{" as &lt; or \\{.';
  }
  return `Write "${shown}" as code, in backticks.${shown.startsWith('<') ? ' If it is a tag, close it.' : ''}`;
}

/** Placeholders in commands and output, such as `<container>`, `<IMAGE ID>` and `{{.State}}`, but not elements like `<br>`. */
const PLACEHOLDER = /<(?!(?:br|hr|img|wbr)>)(?:[a-z][a-z\d ._|-]*|[A-Z][A-Z\d _|-]+)>|\{\{.*?(?:\}\}|$)/;

/** The beginning of a heading without the space after its "#". One "#" starts other text, too, but not before an id. */
const NO_SPACE = /^[\s>]*(#{2,6}(?=[^\s#])|#(?=[^\s#].*\{#[a-z0-9-]+\}\s*$))/;

/** The beginning of a heading with a character around its "#" that looks like a space, but isn't one to the parser. */
const STRANGE_SPACE = /^(?=[ \t>]*#*[^\S \t])[\s>]*(#{2,6}|#(?=.*\{#[a-z0-9-]+\}\s*$))\s/;

/** More "#" than the parser takes for those of a heading. */
const TOO_DEEP = /^[\s>]*#{7}/;

/** What is wrong with a line, if it is meant to be a heading. */
function headingFault(text: string): Pick<Problem, 'message' | 'fix'> | undefined {
  const start = text.trim().slice(0, 40);
  const spaced = STRANGE_SPACE.exec(text)?.[1];
  if (spaced) {
    return {
      message: `"${start}" is not a heading: a space before or after the "${spaced}" is a non-breaking one, which looks the same.`,
      fix: `Delete the spaces around the ${spaced}, and type the one after it again.`,
    };
  }
  if (TOO_DEEP.test(text)) {
    const message = `"${start}" is not a heading: it starts with more than six "#".`;
    return { message, fix: 'Start it with ##, or with ### for a section within another one.' };
  }
  const marks = NO_SPACE.exec(text)?.[1];
  if (marks) {
    return {
      message: `"${start}" is not a heading: the space after "${marks}" is missing.`,
      fix: `Put a space after ${marks}.`,
    };
  }
  const words = withoutCode(text);
  const [open] = /^[\s>]*#{1,6}\s/.test(text) ? (/\{#[^{}]*$/.exec(words.trimEnd()) ?? []) : [];
  if (open) return { message: `The "}" after "${open}" is missing.`, fix: `Write {#${asId(open)}}.` };
  const ids = words.match(/\{#[^}]*\}/g) ?? [];
  if (/^[\s>]*#{1,6}\s/.test(text) && (ids.length > 1 || (ids[0] && !text.trimEnd().endsWith(ids[0])))) {
    return {
      message: `A heading has one id, at its end, but "${start}" has it elsewhere.`,
      fix: `Write ${[
        ...text
          .trim()
          .replace(
            /([.,:;!?]*)\s*\{#[^}]*\}\s*([.,:;!?]*)\s*/g,
            (_, before: string, after: string) => `${before || after} `,
          )
          .split(' '),
        ids[0],
      ]
        .filter(Boolean)
        .join(' ')}.`,
    };
  }
  const [, braces] = HEADING_BRACES.exec(text) ?? [];
  if (!braces || (/^\{#.*\}$/.test(braces) && ID_PATTERN.test(braces.slice(2, -1)))) return undefined;
  return {
    message: `"${braces}" isn't the id of a heading.`,
    fix: `Write {#${asId(braces)}}: "#", then lowercase letters, digits and hyphens.${braces.startsWith('{') ? ' Write a literal "{" as \\{.' : ''}`,
  };
}

/** The beginning or the end of a comment for authors. */
const COMMENT_MARK = /\{\s*\/\*|\*\/\s*\}/g;

const END_COMMENT = 'Write "*/}" at its end.';

/** A line that is meant to start or end a code block, but has the wrong marks: only two, or quotation marks. */
const WRONG_FENCE = /^\s*(``|~~|(['"’‘´])\2{2,})\w*\s*$/;

const wrongFence = (mark: string, text: string): Pick<Problem, 'message' | 'fix'> => ({
  message: `"${text.trim()}" doesn't start a block of code, so readers wouldn't see the lines below it as one.`,
  fix: `Write three backticks, \`\`\`, in place of "${mark}", here and at the end of the block.`,
});

/** The kinds of notes that Starlight has. */
const NOTES = ['note', 'tip', 'caution', 'danger'];

/** Braces at the end of a heading, unless they look like attributes or code, or other brackets around an id with its "#". */
const HEADING_BRACES = /^[\s>]*#{1,6}\s.*(\{[\p{L}\d_\s#-]*\}|\(#[\w-]+\)|\[#[\w-]+\])[\s#]*$/u;

/**
 * The parser accepts a note or code block without an end, which swallows the rest of the page, and unknown notes. It takes
 * an id without its "#" or with spaces for attributes or code.
 */
function checkBlocks(file: string, body: string, firstLine: number): Problem[] {
  const problems: Problem[] = [];
  /** The notes that are open, with the number of their colons. */
  const notes: { colons: number; line: number }[] = [];
  let code: { mark: string; line: number } | undefined;
  /** The mark of what is meant to be a block of code. */
  let noCode: string | undefined;
  /** The line of the comment that is open. */
  let comment: number | undefined;
  const neverEnds = (what: string, line: number, fix: string) =>
    problems.push({ file, line, message: `The ${what} that starts here never ends.`, fix });
  const noEnd = (what: string, mark: string, line: number) =>
    neverEnds(what, line, `After it, write "${mark}" on a line of its own.`);
  const lines = body.split('\n');
  for (const [index, text] of lines.entries()) {
    const line = firstLine + index;
    const [, fence, info = ''] = /^\s*(`{3,}|~{3,})(.*)$/.exec(text.trimEnd()) ?? [];
    if (fence && !code && !info.includes('`')) code = { mark: fence, line };
    else if (fence && code && fence.startsWith(code.mark) && !info) code = undefined;
    const wrong = code ? undefined : WRONG_FENCE.exec(text)?.[1];
    if (wrong && wrong === noCode) noCode = undefined;
    else if (wrong && lines.slice(index + 1).some((below) => below.trim() === wrong)) {
      noCode = wrong;
      problems.push({ file, line, ...wrongFence(wrong, text) });
    }
    for (const [mark] of code ? [] : withoutCode(text).matchAll(COMMENT_MARK)) {
      if (mark.startsWith('{') && comment) neverEnds('comment', comment, END_COMMENT);
      comment = mark.startsWith('{') ? line : undefined;
    }
    const fault = code || noCode ? undefined : headingFault(text);
    if (fault) problems.push({ file, line, ...fault });
    const mark = code ? null : /^\s*(:::+)([ \t]*)(\w*)(.*?)\s*$/.exec(text);
    if (!mark) continue;
    const [, { length: colons } = '', spaces, kind, title = ''] = mark;
    // The parser ends all notes that have no more colons than the line that ends one.
    const outermost = notes.findIndex((note) => note.colons <= colons);
    const ended = outermost < 0 ? [] : notes.splice(outermost);
    if (!kind) continue;
    for (const note of ended) noEnd('note', ':'.repeat(note.colons), note.line);
    notes.push({ colons, line });
    if (spaces) {
      const message = 'There are spaces after the ":::", so readers would see this line as it is, not a note.';
      problems.push({ file, line, message, fix: 'Delete them.' });
    } else if (!NOTES.includes(kind)) {
      const message = `There is no note of the kind "${kind}".${didYouMean(kind, NOTES)}`;
      problems.push({ file, line, message, fix: `Use one of: ${NOTES.join(', ')}.` });
    } else if (!/^(\[.*\])?(\{.*\})?$/.test(title)) {
      const message = `Readers wouldn't see "${title.replace(/^\[[^\]]*\]/, '').trim()}" after ":::${kind}".`;
      const fix = `Write the title in brackets, :::${kind}[Title], and the text on the next line.`;
      problems.push({ file, line, message, fix });
    }
  }
  for (const { colons, line } of notes) noEnd('note', ':'.repeat(colons), line);
  if (code) noEnd('code block', code.mark, code.line);
  if (comment) neverEnds('comment', comment, END_COMMENT);
  return problems;
}
