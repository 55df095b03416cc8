/** Reads all of `content/`, with the lines that messages name. The build reads it again through Astro's collections. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'astro/zod';
import { REDIRECTS_FILE, redirectsSchema } from '../links/redirects.ts';
import { errorSchema } from '../errors/schema.ts';
import { misconceptionSchema } from '../misconceptions/schema.ts';
import { factsSchema } from '../facts/schema.ts';
import { termSchema } from '../glossary/schema.ts';
import { questionSchema } from '../questions/schema.ts';
import { ASKED_FILE, askedSchema } from '../search/asked.ts';
import { parseSearches, SEARCHES_FILE, type Search } from '../search/searches.ts';
import { SYNONYMS_FILE, synonymsSchema } from '../search/synonyms.ts';
import { NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { pageSchema } from '../site/page-schema.ts';
import { SITE_FILE, siteSchema } from '../site/settings.ts';
import { sourceSchema } from '../sources/schema.ts';
import { statementSchema } from '../statements/schema.ts';
import { tableSchema } from '../tables/schema.ts';
import { outlineOf, type Outline } from './outline.ts';
import { didYouMean, type Problem } from './problems.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** A YAML file whose data fits its schema. */
type Read<T> = { file: string; data: T; lineOf: YamlFile<T>['lineOf'] };

export interface Page extends Outline {
  file: string;
  frontmatter: z.infer<typeof pageSchema>;
  /** The line of a frontmatter key. */
  lineOf: (key: string) => number;
}

/** `content/`, as far as it could be read; what could not is among `problems`. */
export interface Content {
  pages: Page[];
  tables: Map<string, Read<z.infer<typeof tableSchema>>>;
  facts: Read<z.infer<typeof factsSchema>>[];
  sources: Read<Record<string, z.infer<typeof sourceSchema>>> | undefined;
  statements: Read<Record<string, z.infer<typeof statementSchema>>> | undefined;
  errors: Read<Record<string, z.infer<typeof errorSchema>>> | undefined;
  misconceptions: Read<Record<string, z.infer<typeof misconceptionSchema>>> | undefined;
  terms: Read<Record<string, z.infer<typeof termSchema>>> | undefined;
  questions: Read<Record<string, z.infer<typeof questionSchema>>> | undefined;
  asked: Read<z.infer<typeof askedSchema>> | undefined;
  searches: Search[];
  /** The names of the figures that can be shown. */
  figures: string[];
  navigation: Read<z.infer<typeof navigationSchema>> | undefined;
  redirects: Read<z.infer<typeof redirectsSchema>> | undefined;
  problems: Problem[];
}

/** @param root the project's folder, which holds `content/` */
export function readContent(root: string): Content {
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
  const readAll = <T>(folder: string, schema: z.ZodType<T>) =>
    paths
      .filter((file) => file.startsWith(folder))
      .flatMap((file) => {
        if (/^[^/]+\.yaml$/.test(file.slice(folder.length))) return read(file, schema) ?? [];
        known.add(file);
        problems.push({
          file,
          what: 'This file is not read.',
          mend: `Put it into ${folder} itself, and end its name in ".yaml".`,
        });
        return [];
      });

  const readSearchLines = () => {
    known.add(SEARCHES_FILE);
    const { data, problems: found } = parseSearches(SEARCHES_FILE, textOf(SEARCHES_FILE));
    problems.push(...found);
    return data;
  };

  read(SITE_FILE, siteSchema);
  read(SYNONYMS_FILE, synonymsSchema);
  const content: Content = {
    pages: paths
      .filter((file) => file.endsWith('.mdx'))
      .flatMap((file) => readPage(file, textOf(file), problems) ?? []),
    tables: new Map(readAll('content/tables/', tableSchema).map((table) => [tableName(table.file), table])),
    facts: readAll('content/facts/', factsSchema),
    sources: read('content/sources.yaml', z.record(z.string(), sourceSchema)),
    statements: read('content/statements.yaml', z.record(z.string(), statementSchema)),
    errors: read('content/errors.yaml', z.record(z.string(), errorSchema)),
    misconceptions: read('content/misconceptions.yaml', z.record(z.string(), misconceptionSchema)),
    terms: read('content/glossary.yaml', z.record(z.string(), termSchema)),
    questions: read('content/questions.yaml', z.record(z.string(), questionSchema)),
    asked: read(ASKED_FILE, askedSchema),
    searches: readSearchLines(),
    figures: figureNames(root),
    navigation: read(NAVIGATION_FILE, navigationSchema),
    redirects: read(REDIRECTS_FILE, redirectsSchema),
    problems,
  };
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

/** A table is called as its file: `content/tables/registry-types.yaml` is `registry-types`. */
const tableName = (file: string) => file.replace(/^.*\/|\.ya?ml$/g, '');

/** A figure is called as its drawing: `src/figures/drawings/layers.astro` is `layers`. */
const figureNames = (root: string) =>
  globSync('src/figures/drawings/*.astro', { cwd: root }).map((file) => basename(file, '.astro'));

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
  return { file, frontmatter: frontmatter.data, lineOf: (key) => frontmatter.lineOf([key]), ...outline };
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
