/** All of `content/`, read once per build: the checks, the pages, the search, the exports and the steps share it. */
import type { z } from 'astro/zod';
import type { Problem } from './problems.ts';
import type { Redirects } from './redirects.ts';
import type { Asked } from './asked.ts';
import type { Search } from './searches.ts';
import type { Navigation } from './navigation.ts';
import type { siteSchema } from './settings.ts';
import type { Content, Entry, Kind, Page, Path } from './kind.ts';

/** A file that holds one thing, with its lines. */
export interface Read<T> {
  file: string;
  data: T;
  lineOf: (path: Path) => number;
}

export interface Parsed {
  /** By the names of the kinds, in the order of the files. */
  entries: Record<string, Entry[]>;
  pages: Page[];
  site: Read<z.infer<typeof siteSchema>>;
  navigation: Read<Navigation>;
  redirects: Read<Redirects>;
  asked: Read<Record<string, Asked[]>>;
  synonyms: Read<string[][]>;
  searches: Search[];
  /** What could not be read; it is missing above. */
  problems: Problem[];
}

export class SiteContent implements Content {
  readonly parsed: Parsed;

  constructor(parsed: Parsed) {
    this.parsed = parsed;
  }

  get pages(): Page[] {
    return this.parsed.pages;
  }

  page(slug: string): Page | undefined {
    return this.pages.find((page) => page.slug === slug);
  }

  pageWith = (component: string): Page | undefined =>
    this.pages.find(({ components }) => components.some(({ name }) => name === component));

  entries<T>(kind: Kind<T>): Entry<T>[] {
    return (this.parsed.entries[kind.name] ?? []) as Entry<T>[];
  }

  #maps = new Map<string, Map<string, unknown>>();

  /** The data of a kind, by id. */
  all<T>(kind: Kind<T>): ReadonlyMap<string, T> {
    let map = this.#maps.get(kind.name);
    if (!map) this.#maps.set(kind.name, (map = new Map(this.entries(kind).map(({ id, data }) => [id, data]))));
    return map as Map<string, T>;
  }

  /** What pages need of it, without the lines. */
  toJSON(): object {
    const { entries, pages, problems: _, ...rest } = this.parsed;
    return {
      ...rest,
      entries: Object.fromEntries(
        Object.entries(entries).map(([kind, all]) => [kind, all.map(({ id, data, file }) => ({ id, data, file }))]),
      ),
      pages,
    };
  }
}
