/** Reads all of `content/`, once, with the lines that messages name. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { SiteContent } from './content.ts';
import { decodeText } from './decode.ts';
import { findLinks, isLeftBehind, listFiles } from './files.ts';
import type { Entry, Kind, ParsedFile } from './kind.ts';
import { NAVIGATION_FILE, navigationSchema } from './navigation.ts';
import type { Problem } from './problems.ts';
import { readPage } from './read-page.ts';
import { REDIRECTS_FILE, redirectsSchema } from './redirects.ts';
import {
  parseSearches,
  PHRASES_FILE,
  phrasesSchema,
  SEARCHES_FILE,
  SYNONYMS_FILE,
  synonymsSchema,
} from './search-words.ts';
import { SITE_FILE, siteSchema } from './settings.ts';
import { TRIALS_FILE, trialRecordSchema } from './trial-record.ts';
import { parseYaml } from './yaml.ts';

/**
 * @param root the project's folder, which contains `content/`
 * @param kinds the kinds of data in it
 * @returns what could be read; what could not is among its problems
 */
export function readContent(root: string, kinds: Kind[]): SiteContent {
  const files = new ContentFiles(root);
  const { problems } = files;
  problems.push(...findLinks(root, 'content').filter(({ file }) => !isIgnored(file)));
  const searchLines = files.text(SEARCHES_FILE);
  const searches =
    searchLines === undefined
      ? { data: [], problems: [] }
      : parseOnce(SEARCHES_FILE, searchLines, () => parseSearches(SEARCHES_FILE, searchLines));
  problems.push(...searches.problems);
  const content = new SiteContent({
    entries: Object.fromEntries(kinds.map((kind) => [kind.name, entriesOf(kind, files)])),
    pages: files
      .in('content/')
      .filter((file) => file.endsWith('.mdx'))
      .flatMap((file) => {
        const text = files.text(file);
        if (text === undefined) return [];
        const { page, found } = parseOnce(file, text, () => {
          const found: Problem[] = [];
          return { page: readPage(file, text, found), found };
        });
        problems.push(...found);
        return page ?? [];
      })
      .sort((a, b) => a.slug.localeCompare(b.slug)),
    // A file that could not be read is among the problems, and nothing uses the rest then.
    site: files.yaml(SITE_FILE, siteSchema)!,
    navigation: files.yaml(NAVIGATION_FILE, navigationSchema)!,
    redirects: files.yaml(REDIRECTS_FILE, redirectsSchema)!,
    phrases: files.yaml(PHRASES_FILE, phrasesSchema)!,
    synonyms: files.yaml(SYNONYMS_FILE, synonymsSchema)!,
    searches: searches.data,
    runs: files.record(TRIALS_FILE, trialRecordSchema),
    problems,
  });
  const folders = kinds.flatMap(({ origin }) => ('folder' in origin ? origin.folder : []));
  problems.push(...files.unread.map((file) => unreadFile(file, folders)));
  return content;
}

/** The text of each file when it was last parsed, and the result. */
const lastParsed = new Map<string, { text: string; result: unknown }>();

/** Parses a file unless its text is still what it was. After an edit, the development server parses one file, not all. */
function parseOnce<T>(file: string, text: string, parse: () => T): T {
  const last = lastParsed.get(file);
  if (last?.text === text) return last.result as T;
  const result = parse();
  lastParsed.set(file, { text, result });
  return result;
}

/** Whether a file isn't content. Emacs puts a symbolic link next to a file that it's editing. */
const isIgnored = (file: string) => isLeftBehind(file) || /(^|\/)\./.test(file);

/** The files of `content/`, and which of them have been read. */
class ContentFiles {
  readonly problems: Problem[] = [];
  readonly root: string;
  readonly #paths: string[];
  readonly #read = new Set<string>();

  constructor(root: string) {
    this.root = root;
    this.#paths = listFiles(join(root, 'content'))
      .filter((file) => !isIgnored(file))
      .map((file) => `content/${file}`);
  }

  in(folder: string): string[] {
    return this.#paths.filter((file) => file.startsWith(folder));
  }

  get unread(): string[] {
    return this.#paths.filter((file) => !this.#read.has(file));
  }

  /** The text of a file. If it is missing or not plain text, that is a problem, and there is no text. */
  text(file: string): string | undefined {
    if (!this.#paths.includes(file)) {
      this.problems.push({
        file,
        message: 'This file is missing.',
        fix: "Restore it: the site can't be built without it.",
      });
      return undefined;
    }
    this.#read.add(file);
    const text = decodeText(file, readFileSync(join(this.root, file)));
    if (typeof text === 'string') return text;
    this.problems.push(text);
    return undefined;
  }

  yaml<T>(file: string, schema: z.ZodType<T>): ParsedFile<T> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const { data, problems, lineOf } = parseOnce(file, text, () => parseYaml(file, text, schema));
    this.problems.push(...problems);
    return data === undefined ? undefined : { file, data, lineOf };
  }

  /** A JSON file next to `content/`. It's read as YAML, so its mistakes have lines, too. A missing file counts as empty. */
  record<T>(file: string, schema: z.ZodType<T>): ParsedFile<T> {
    const path = join(this.root, file);
    const text = existsSync(path) ? decodeText(file, readFileSync(path)) : '{}';
    const parsed = typeof text === 'string' ? parseOnce(file, text, () => parseYaml(file, text, schema)) : undefined;
    const fix = `A command writes this file. Restore it from Git, with "git checkout ${file}".`;
    this.problems.push(...(parsed?.problems.map((problem) => ({ ...problem, fix })) ?? [text as Problem]));
    return { file, data: parsed?.data ?? ({} as T), lineOf: parsed?.lineOf ?? (() => 1) };
  }

  /** The YAML files of a folder. Other files in it are problems. */
  yamlFilesIn(folder: string): string[] {
    const [yaml, other] = [true, false].map((isYaml) =>
      this.in(folder).filter((file) => /^[^/]+\.yaml$/.test(file.slice(folder.length)) === isYaml),
    ) as [string[], string[]];
    for (const file of other) {
      this.#read.add(file);
      this.problems.push({
        file,
        ...(file.endsWith('.mdx')
          ? {
              message: `This is a page, and ${folder} is for data.`,
              fix: 'Move it into another folder of content/, such as content/concepts/.',
            }
          : {
              message: 'Nothing reads this file.',
              fix: `Move it directly into ${folder}, and give it the extension ".yaml".`,
            }),
      });
    }
    return yaml;
  }
}

/** The entries of a kind, in the order in which the site lists them. */
function entriesOf(kind: Kind, files: ContentFiles): Entry[] {
  const { origin, schema } = kind;
  const entriesIn = (file: string): Entry[] => {
    const parsed = files.yaml(file, z.record(z.string(), schema));
    if (!parsed) return [];
    return Object.entries(parsed.data).map(([id, data]: [string, unknown]) => ({
      id,
      data,
      file,
      lineOf: (path) => parsed.lineOf([id, ...path]),
    }));
  };
  const entryOf = (file: string): Entry[] => {
    const parsed = files.yaml(file, schema);
    return parsed ? [{ ...parsed, id: basename(file, '.yaml') }] : [];
  };
  const read = (): Entry[] => {
    if ('file' in origin) return entriesIn(origin.file);
    if ('glob' in origin) {
      const named = globSync(origin.glob, { cwd: files.root }).sort();
      return named.map((file) => ({ id: basename(file).replace(/\..*$/, ''), data: {}, file, lineOf: () => 1 }));
    }
    return files
      .yamlFilesIn(origin.folder)
      .sort((a, b) => basename(a, '.yaml').localeCompare(basename(b, '.yaml')))
      .flatMap(origin.each === 'entries' ? entriesIn : entryOf);
  };
  const entries = read();
  return kind.order ? entries.sort((a, b) => kind.order!(a, b)) : entries;
}

const unreadFile = (file: string, folders: string[]): Problem => ({
  file,
  message: 'Nothing reads this file.',
  fix: /\.mdx?$/i.test(file)
    ? 'Rename it: the name of a page ends in ".mdx".'
    : `Delete or move it. The names of pages end in ".mdx". Data goes into ${folders.join(' or ')}, and pictures into public/.`,
});
