/**
 * What a kind of data is. Each is a folder of `src/kinds/` whose `index.ts` exports one of these, and a line in
 * `src/kinds/registry.ts`. Reading, checks, addresses, citations and the search are loops over the registry.
 */
import type { z } from 'astro/zod';
import type { Problem } from './problems.ts';
import type { Outline, Use } from './outline.ts';
import type { pageSchema } from './page-schema.ts';

export type Path = PropertyKey[];

/** One entry of `content/`. */
export interface Entry<T = unknown> {
  id: string;
  data: T;
  file: string;
  /** The line of what stands at a path in the entry. */
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

/** All of `content/`, as the kinds see it. */
export interface Content {
  readonly pages: Page[];
  page(slug: string): Page | undefined;
  /** The page on which a component stands. */
  pageWith(component: string): Page | undefined;
  /** The entries of a kind, in its order. */
  entries<T>(kind: Kind<T>): Entry<T>[];
  /** The data of a kind, by id. */
  all<T>(kind: Kind<T>): ReadonlyMap<string, T>;
}

/** Where the entries of a kind are read. */
export type Origin =
  | { file: string } // a file of entries by id
  | { folder: string; each: 'entries' | 'entry' } // files of entries by id, or an entry a file, which is called as it
  | { names: string }; // the names of files are all there is to it

/** The id of another entry. */
export interface Reference {
  to: Kind<any>;
  id: string;
  at: Path;
  /** Whether readers see the other entry at this place, and its sources with it. */
  shown?: boolean;
}

/** What has an address of its own. */
export interface Place {
  /** The fragment: the `id` attribute on the page. */
  id: string;
  /** For messages: `the row "portability"`. */
  what: string;
}

/** A piece of inline Markdown. */
export interface Text {
  text: string;
  at: Path;
}

/** Something that is said, with what it is: the column of a cell, "Cure", "Inexact"; `''` where it needs no name. */
export type Part = [label: string, text: string];

/** What the search finds. */
export interface Findable {
  kind: string;
  /** The slug of its page. */
  page: string;
  /** Its place on the page; `''` for the page itself. */
  fragment: string;
  title: string;
  /** Other names of the same thing. */
  names?: string[];
  /** For error messages: the regular expression that finds a pasted one. */
  pattern?: string;
  /** What is said there: shown when it is the answer, and searched. */
  parts: Part[];
  /** What is shown after it, and not searched. */
  aside?: Part[];
}

/** How a component of a kind shows entries of the kind on a page. */
export interface KindComponent {
  /** The attribute that names entries; `ids` takes several. */
  names?: 'id' | 'ids' | 'name';
  /** The entries that it shows: those that it names, all, or those of the function. Without it, it only links. */
  shows?: 'named' | 'all' | ((use: Use, page: Page, content: Content) => string[]);
  /** Whether what it shows has its address there, if it lives on that page. */
  addressed?: boolean;
  /** Whether what it shows is numbered among the sources of the page. */
  cited?: boolean;
  /** An address that it has itself, where it shows something. */
  place?: Place;
  /** Whether it stands at the end of every page, without being written there. */
  everywhere?: boolean;
  /** What it says in a sentence. */
  said?: (use: Use, content: Content) => string;
}

export interface Kind<T = unknown> {
  /** What messages call it: Unknown term "…". */
  name: string;
  origin: Origin;
  /** Of one entry. */
  schema: z.ZodType<T>;
  /** The order in which the site lists the entries; that of the file without it. */
  order?(a: Entry<T>, b: Entry<T>): number;
  /** What to do about an id that names nothing. */
  mend: string;
  components: Record<string, KindComponent>;
  /** Whether content may name the entry; all may without it. */
  nameable?(data: T): boolean;
  /** The slug of the page where the entry lives, if it says so itself. */
  home?(data: T): string;
  places?(id: string, data: T): Place[];
  /** In the order in which a reader meets them. */
  references?(data: T): Reference[];
  texts?(data: T): Text[];
  /** The page that links in these texts begin at, where it is not the home. */
  textsOn?: string;
  /** The rules beyond the schema and what is declared above. */
  check?(entry: Entry<T>, content: Content): Problem[];
  checkPage?(page: Page, content: Content): Problem[];
  /** What the search finds of it. @param page the slug of the page where it stands */
  findable?(entry: { id: string; data: T }, page: string, content: Content): Findable[];
}
