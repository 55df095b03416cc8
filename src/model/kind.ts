/**
 * What a kind of data is. Each kind is a folder of `src/kinds/` whose `index.ts` exports a `Kind`, and a line in
 * `src/kinds/registry.ts`. Reading, checks, addresses, citations, search and exports are loops over the registry.
 */
import type { z } from 'astro/zod';
import type { CorrectedWording } from './fields.ts';
import type { ComponentUse } from './markdown.ts';
import type { Outline } from './outline.ts';
import type { pageSchema } from './frontmatter.ts';
import type { Problem } from './problems.ts';
import type { TrialRecord } from './trial-record.ts';

export interface Kind<T = unknown> {
  /** The kind in a message: Unknown term "…". */
  name: string;
  origin: Origin;
  /** The schema of one entry. */
  schema: z.ZodType<T>;
  /** The key of a text that must be unique among the entries, ignoring case. */
  unique?: string;
  /** The order in which the site lists the entries. Without it, they keep the order of their file. */
  order?(a: Entry<T>, b: Entry<T>): number;
  /** What an author can do about an id that names nothing. */
  fix: string;
  /** The components that show entries or link to them, by the name that pages use. */
  components: Record<string, KindComponent>;
  /** Whether a page or another entry must name each entry, because readers would hardly meet it otherwise. */
  mustBeNamed?: boolean;
  /** Whether other content may name the entry. Without it, all entries can be named. */
  isReferable?(data: T): boolean;
  /**
   * The slug of the page where the entry lives, if the entry names it. One of the components must be `addressed` then. If
   * the slug isn't the `page` of the entry, `check` makes sure that the page exists.
   */
  home?(data: T): string;
  /** Everything about an entry that has an address. */
  targets?(id: string, data: T): Target[];
  /** The other entries that an entry names, in reading order. */
  references?(data: T): Reference[];
  /** The inline Markdown of an entry. */
  texts?(data: T): InlineText[];
  /** The wordings of an entry that make sense on their own and are corrected. The picture of their page shows the first of them. */
  corrected?(data: T): CorrectedWording[];
  /** The rules for an entry that the schema and the properties above cannot express. */
  check?(entry: Entry<T>, content: Content): Problem[];
  /** The rules for a page that uses the kind's components. */
  checkPage?(page: Page, content: Content): Problem[];
  /** What the search finds of an entry. @param page the slug of the page where the entry is shown */
  searchEntries?(entry: { id: string; data: T }, page: string, content: Content): SearchEntry[];
  /** The kinds of search results that the entries give, by the names in their search entries. */
  searchKinds?: Record<string, SearchKind>;
  /** How the entry is written to `data/index.json`. */
  exported?: Exported<T>;
}

/** Where the entries of a kind are read. */
type Origin =
  | { file: string } // one file, with the entries by id
  | { folder: string; each: 'entries' | 'entry' } // a folder of files, each with entries by id, or one entry named after it
  | { glob: string }; // files whose names are all that matters

/** How a component shows entries of its kind on a page. */
export interface KindComponent {
  /** The attribute that names entries; `ids` takes several. */
  idAttribute?: 'id' | 'ids' | 'name';
  /** The other attributes that an author may write. */
  attributes?: string[];
  /** Which of the other attributes an author must write. */
  required?: string[];
  /** Whether the component shows a link within a sentence. Links can't be in links. */
  isLink?: boolean;
  /** Whether the component wraps words of the sentence. Others have no text between their tags. */
  wrapsText?: boolean;
  /** The entries that the component shows: the named ones, all, or those that the function returns. Else it only links. */
  shows?: 'named' | 'all' | ((use: ComponentUse, page: Page, content: Content) => string[]);
  /** Whether the entries that live on this page get their addresses here: all, or those for which the function says so. */
  addressed?: boolean | ((data: unknown) => boolean);
  /** Whether the sources of the entries are among the numbered sources of the page. */
  cited?: boolean;
  /** An address of the component itself, if it shows anything. */
  target?: Target;
  /** Whether every page ends with the component, without an author writing it. */
  onEveryPage?: boolean;
  /** The text of the component within a sentence, for the search. */
  textOf?: (use: Pick<ComponentUse, 'props'>, content: Content) => string;
}

/** A file that holds one value, such as the navigation. */
export interface ParsedFile<T> {
  file: string;
  data: T;
  lineOf: (path: Path) => number;
}

/** An entry of `content/`. */
export interface Entry<T = unknown> {
  id: string;
  data: T;
  file: string;
  /** The line in the file for a path in the entry. */
  lineOf: (path: Path) => number;
}

/** A page of `content/`. */
export interface Page extends Outline {
  file: string;
  slug: string;
  frontmatter: z.infer<typeof pageSchema>;
  /** The line of a frontmatter key. */
  lineOf: (key: string) => number;
}

/** The content of the site, as the kinds see it. */
export interface Content {
  readonly pages: Page[];
  page(slug: string): Page | undefined;
  /** The page of a slug that the checks have accepted. @throws if there is none */
  pageAt(slug: string): Page;
  /** The page that uses a component. */
  pageWith(component: string): Page | undefined;
  /** The entries of a kind, in its order. */
  entries<T>(kind: Kind<T>): Entry<T>[];
  /** The data of the entries of a kind. */
  byId<T>(kind: Kind<T>): ReadonlyMap<string, T>;
  /** What the trials gave when they were last run. */
  readonly runs: ParsedFile<TrialRecord>;
}

/** The keys and indexes that lead to a value in an entry. */
export type Path = PropertyKey[];

/** A mention of another entry. */
export interface Reference {
  to: Kind;
  id: string;
  at: Path;
  /** Whether readers see the other entry, and its sources, where it is mentioned. */
  shown?: boolean;
}

/** A place on a page that can be linked. */
export interface Target {
  /** The fragment: the `id` attribute on the page. */
  id: string;
  /** The target in a message: `the row "portability"`. */
  label: string;
}

/** A piece of inline Markdown in an entry. */
interface InlineText {
  text: string;
  at: Path;
}

/** A text with its label: the column of a cell, "Fix", "Inexact"; `''` where no label is needed. A later part may correct it. */
export type Part = [label: string, text: string, isCorrected?: true];

/** Something that the search finds. */
export interface SearchEntry {
  /** One of the `searchKinds`. */
  kind: string;
  /** The slug of the page. */
  page: string;
  /** The fragment on the page; `''` for the page itself. */
  fragment: string;
  title: string;
  /** What the title is, where it says little alone: "Exit code" for 137. It is shown, and not searched. */
  lead?: string;
  /** Other names of the same thing. */
  names?: string[];
  /** The address of the place that explains it. Readers who type its name want that first, and this result second. */
  explained?: string;
  /** The addresses of the values that it shows. Readers who ask for one of them see it here first, with what it means. */
  values?: string[];
  /** The regular expression that finds a pasted message. Only results of the kind `error` have one. */
  pattern?: string;
  /** The text that is searched, and shown as the answer. */
  parts: Part[];
  /** Text that is shown after the parts. The search knows only those of its words that nothing else on the site has. */
  aside?: Part[];
}

/** How the search treats one kind of result. */
export interface SearchKind {
  /** What readers call it. Pages and sections need no label: their place says what they are. */
  label?: string;
  /** Whether the first result is shown whole, as the answer. Others are longer, and shown in part. */
  whole?: boolean;
  /** Whether its names are suggested for a query without results. */
  suggested?: boolean;
  /** Whether a query that quotes its title wants this result above all others. */
  quotable?: boolean;
  /** The bonus for a result whose name is the query: readers who type the name of a subject want the page on it. */
  subject?: number;
  /** How much the kind counts: of two results that match alike, the one that more readers want comes first. */
  weight: number;
}

interface Exported<T> {
  /** The key of the list in `data/index.json`. It is published, so it stays. */
  key: string;
  /** The schema of a written entry. */
  schema: z.ZodType;
  write(id: string, data: T, context: ExportContext): unknown;
}

export interface ExportContext {
  content: Content;
  /** Turns an address that begins at the site's root into the one for the file. */
  addressAt: (address: string) => string;
  /** The day of the last recorded change at an address, apart from the addresses within it; `undefined` if there is none. */
  changedOn: (address: string) => string | undefined;
}
