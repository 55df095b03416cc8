/** Reads all of `content/`, once, with the lines that messages name. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'astro/zod';
import { outlineOf, type Outline } from './outline.ts';
import { didYouMean, type Problem } from './problems.ts';
import { parseYaml } from './yaml.ts';
import { REDIRECTS_FILE, redirectsSchema } from './redirects.ts';
import { ASKED_FILE, askedSchema } from './asked.ts';
import { parseSearches, SEARCHES_FILE } from './searches.ts';
import { SYNONYMS_FILE, synonymsSchema } from './synonyms.ts';
import { NAVIGATION_FILE, navigationSchema } from './navigation.ts';
import { pageSchema } from './page-schema.ts';
import { SITE_FILE, siteSchema } from './settings.ts';
import type { Page } from './kind.ts';
import { SiteContent, type Read } from './content.ts';
import type { Entry, Kind } from './kind.ts';

/**
 * @param root the project's folder, which holds `content/`
 * @param kinds what is in it
 * @returns what could be read; what could not is among its problems
 */
export function readContent(root: string, kinds: Kind<any>[]): SiteContent {
  const problems: Problem[] = [];
  const paths = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|~$/.test(entry.name)) // what editors and systems leave behind
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

  const known = new Set<string>();
  const read = <T>(file: string, schema: z.ZodType<T>): Read<T> | undefined => {
    known.add(file);
    if (!paths.includes(file)) {
      problems.push({
        file,
        what: 'This file is missing.',
        mend: 'Bring it back: the site cannot be built without it.',
      });
      return undefined;
    }
    const { data, problems: found, lineOf } = parseYaml(file, textOf(file), schema);
    problems.push(...found);
    return data === undefined ? undefined : { file, data, lineOf };
  };
  const filesIn = (folder: string) =>
    paths
      .filter((file) => file.startsWith(folder))
      .filter((file) => {
        if (/^[^/]+\.yaml$/.test(file.slice(folder.length))) return true;
        known.add(file);
        problems.push({
          file,
          what: 'This file is not read.',
          mend: `Put it into ${folder} itself, and end its name in ".yaml".`,
        });
        return false;
      });
  const entriesIn = <T>(file: string, schema: z.ZodType<T>): Entry<T>[] => {
    const found = read(file, z.record(z.string(), schema));
    return Object.entries(found?.data ?? {}).map(([id, data]) => ({
      id,
      data,
      file,
      lineOf: (path) => found!.lineOf([id, ...path]),
    }));
  };
  const entriesOf = ({ origin, schema }: Kind<any>): Entry[] => {
    if ('file' in origin) return entriesIn(origin.file, schema);
    if ('names' in origin) {
      const names = globSync(origin.names, { cwd: root }).sort();
      return names.map((file) => ({ id: basename(file).replace(/\..*$/, ''), data: {}, file, lineOf: () => 1 }));
    }
    const files = filesIn(origin.folder).sort((a, b) => basename(a, '.yaml').localeCompare(basename(b, '.yaml')));
    if (origin.each === 'entries') return files.flatMap((file) => entriesIn(file, schema));
    return files.flatMap((file) => {
      const found = read(file, schema);
      return found ? { ...found, id: basename(file, '.yaml') } : [];
    });
  };

  known.add(SEARCHES_FILE);
  const searches = parseSearches(SEARCHES_FILE, textOf(SEARCHES_FILE));
  problems.push(...searches.problems);
  const content = new SiteContent({
    entries: Object.fromEntries(kinds.map((kind) => [kind.name, inOrder(kind, entriesOf(kind))])),
    pages: paths
      .filter((file) => file.endsWith('.mdx'))
      .flatMap((file) => readPage(file, textOf(file), problems) ?? [])
      .sort((a, b) => a.slug.localeCompare(b.slug)),
    // What could not be read is among the problems, and then nothing is made of the rest.
    site: read(SITE_FILE, siteSchema)!,
    navigation: read(NAVIGATION_FILE, navigationSchema)!,
    redirects: read(REDIRECTS_FILE, redirectsSchema)!,
    asked: read(ASKED_FILE, askedSchema)!,
    synonyms: read(SYNONYMS_FILE, synonymsSchema)!,
    searches: searches.data,
    problems,
  });
  const unread = paths.filter((file) => !file.endsWith('.mdx') && !known.has(file));
  problems.push(
    ...unread.map((file) => ({
      file,
      what: 'This file is not read.',
      mend: file.endsWith('.md')
        ? 'A page ends in ".mdx": rename it.'
        : 'Pages end in ".mdx", tables lie in content/tables/, facts in content/facts/; pictures go into public/.',
    })),
  );
  return content;
}

const inOrder = ({ order }: Kind<any>, entries: Entry[]) => (order ? entries.sort(order) : entries);

function readPage(file: string, text: string, problems: Problem[]): Page | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) {
    problems.push({
      file,
      line: 1,
      what: 'The page has no frontmatter.',
      mend: 'Begin the file with a block between two lines of "---" that gives title, description, slug and reviewed.',
    });
    return undefined;
  }
  const frontmatter = parseYaml(file, match[1]!, pageSchema, 2);
  problems.push(...frontmatter.problems);
  const bodyLine = match[0].split('\n').length;
  let outline: Outline;
  try {
    outline = outlineOf(text.slice(match[0].length), bodyLine);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /(\d+):\d+/.exec(message);
    problems.push({
      file,
      line: at ? Number(at[1]) + bodyLine - 1 : bodyLine,
      what: `This is no valid MDX: ${message.split('\n')[0]!.replace(/^\d+:\d+(-\d+:\d+)?: | \([a-z-]+:[a-z-]+\)$/g, '')}.`,
      mend: 'Close each <Tag />, put its values in straight quotes, and write a plain "<" or "{" as &lt; or \\{.',
    });
    return undefined;
  }
  problems.push(...checkNotes(file, text.slice(match[0].length), bodyLine));
  if (!frontmatter.data) return undefined;
  return {
    file,
    slug: frontmatter.data.slug,
    frontmatter: frontmatter.data,
    lineOf: (key) => frontmatter.lineOf([key]),
    ...outline,
  };
}

/** The kinds of notes that Starlight knows. */
const NOTES = ['note', 'tip', 'caution', 'danger'];

/** A note that is not ended swallows the rest of its page, and one of an unknown kind is no note. */
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
      const what = `There is no kind of note "${mark[1]}".${didYouMean(mark[1], NOTES)}`;
      problems.push({ file, line, what, mend: `Use one of: ${NOTES.join(', ')}.` });
      open = line;
    }
  }
  if (open !== undefined)
    problems.push({
      file,
      line: open,
      what: 'The note that begins here has no end.',
      mend: 'Write ":::" on a line after it.',
    });
  return problems;
}
