/**
 * The site that Astro has built, for the steps that follow. Each page is read, parsed and written once: a step adds its
 * edits to the page, and sees the page without the edits of other steps.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromParse5 } from 'hast-util-from-parse5';
import type { Root } from 'hast';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { SiteContent } from '../model/content.ts';
import { pathOf } from '../model/paths.ts';
import { listFiles } from '../model/files.ts';
import { applyEdits, elementsIn, type Edit, type Element } from './html.ts';

export class BuiltPage {
  /** The path in the site, such as `concepts/what-is-docker/index.html`. */
  readonly file: string;
  /** The HTML before any edit. Its addresses begin at the site's root. */
  readonly html: string;
  /** The edits of all steps. They must not overlap. */
  readonly edits: Edit[] = [];
  #document: DefaultTreeAdapterTypes.Document | undefined;
  #elements: Element[] | undefined;

  constructor(file: string, html: string) {
    this.file = file;
    this.html = html;
  }

  get #tree() {
    return (this.#document ??= parse(this.html, { sourceCodeLocationInfo: true }));
  }

  /** The elements in document order, with their positions in the HTML. */
  get elements(): Element[] {
    return (this.#elements ??= elementsIn(this.#tree));
  }

  /** The page in the format of the hast libraries. It is a new tree each time, so a step may change it. */
  get hast(): Root {
    return fromParse5(this.#tree) as Root;
  }

  /** The HTML with all edits. */
  get finished(): string {
    return applyEdits(this.html, this.edits);
  }
}

/** What the steps get from the build. */
export interface BuildContext {
  content: SiteContent;
  /** The public address of the site, if `SITE_URL` is set. */
  url: URL | undefined;
  warn: (text: string) => void;
}

export interface BuiltSite extends BuildContext {
  folder: string;
  /** The pages, sorted by file. */
  pages: BuiltPage[];
  /** Finds the page of a slug. @throws if it was not built */
  pageAt: (slug: string) => BuiltPage;
  /** Writes a file. @param file the path from the site's root, without a slash at its beginning */
  write: (file: string, content: string | Uint8Array) => Promise<void>;
}

/** A step of the build that follows Astro's. @returns what it did, in a few words with a count, if it did anything */
export type Step = (site: BuiltSite) => string | undefined | Promise<string | undefined>;

/** Changes the HTML of a page before it is parsed. */
type Prepare = (file: string, html: string) => string | Promise<string>;

/** Reads the pages of a built site. */
export async function readPages(folder: string, prepare: Prepare = (_, html) => html): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for (const file of listFiles(folder, '.html')) {
    pages.push(new BuiltPage(file, await prepare(file, await readFile(join(folder, file), 'utf8'))));
  }
  return pages;
}

/** Reads a built site. @param folder in which Astro has written it */
export async function readSite(folder: string, context: BuildContext, prepare: Prepare): Promise<BuiltSite> {
  const pages = await readPages(folder, prepare);
  return {
    ...context,
    folder,
    pages,
    pageAt(slug) {
      const page = pages.find(({ file }) => `/${file}` === `${pathOf(slug)}index.html`);
      if (!page) throw new Error(`The page "${slug}" was not built.`);
      return page;
    },
    write: (file, content) => writeFile(join(folder, file), content),
  };
}
