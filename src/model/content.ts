/** The content of the site, read once per build: checks, pages, search, exports and build steps share it. */
import type { z } from 'astro/zod';
import type { Content, Entry, Kind, Page, ParsedFile } from './kind.ts';
import type { Navigation } from './navigation.ts';
import type { Problem } from './problems.ts';
import type { Redirects } from './redirects.ts';
import type { Phrase, Search } from './search-words.ts';
import type { siteSchema } from './settings.ts';
import type { TrialRecord } from './trial-record.ts';

export interface ParsedContent {
  /** The entries of each kind, by the name of the kind. */
  entries: Record<string, Entry[]>;
  pages: Page[];
  site: ParsedFile<z.infer<typeof siteSchema>>;
  navigation: ParsedFile<Navigation>;
  redirects: ParsedFile<Redirects>;
  phrases: ParsedFile<Record<string, Phrase[]>>;
  synonyms: ParsedFile<string[][]>;
  searches: Search[];
  runs: ParsedFile<TrialRecord>;
  /** What is wrong with files: those that couldn't be read are missing above. */
  problems: Problem[];
}

export class SiteContent implements Content {
  readonly parsed: ParsedContent;

  constructor(parsed: ParsedContent) {
    this.parsed = parsed;
  }

  get pages(): Page[] {
    return this.parsed.pages;
  }

  get runs(): ParsedFile<TrialRecord> {
    return this.parsed.runs;
  }

  page(slug: string): Page | undefined {
    return this.pages.find((page) => page.slug === slug);
  }

  pageAt(slug: string): Page {
    const page = this.page(slug);
    if (!page) throw new Error(`No page has the slug "${slug}".`);
    return page;
  }

  pageWith = (component: string): Page | undefined =>
    this.pages.find(({ components }) => components.some(({ name }) => name === component));

  /** The slugs of the pages of the menu, in its order, without those that copies of the site leave out. */
  get menuPages(): string[] {
    return this.parsed.navigation.data.sidebar.flatMap(({ pages }) =>
      pages.filter(({ copied }) => copied ?? true).map(({ page }) => page),
    );
  }

  entries<T>(kind: Kind<T>): Entry<T>[] {
    return (this.parsed.entries[kind.name] ?? []) as Entry<T>[];
  }

  #maps = new Map<string, Map<string, unknown>>();

  byId<T>(kind: Kind<T>): ReadonlyMap<string, T> {
    let map = this.#maps.get(kind.name);
    if (!map) this.#maps.set(kind.name, (map = new Map(this.entries(kind).map(({ id, data }) => [id, data]))));
    return map as Map<string, T>;
  }

  /** The content as pages receive it, without the lines of the files. */
  toJSON(): object {
    const { entries, problems: _, ...rest } = this.parsed;
    const withoutLines = (list: Entry[]) => list.map(({ id, data, file }) => ({ id, data, file }));
    return {
      ...rest,
      entries: Object.fromEntries(Object.entries(entries).map(([kind, list]) => [kind, withoutLines(list)])),
    };
  }
}
