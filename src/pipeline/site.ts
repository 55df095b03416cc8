/**
 * The site as Astro has built it, for the steps that follow: each page is read once, parsed once and written once. A step
 * leaves its changes with the page; nobody sees them before all steps are through.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromParse5 } from 'hast-util-from-parse5';
import type { Root } from 'hast';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { SiteContent } from '../model/content.ts';
import { applyEdits, elementsIn, type Edit, type Element } from './html.ts';
import { listFiles } from './files.ts';

export class BuiltPage {
  /** The path in the site, such as `concepts/what-is-docker/index.html`. */
  readonly file: string;
  /** The text as Astro wrote it, in which addresses begin at the site's root. */
  readonly html: string;
  /** The changes, which do not overlap. */
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

  /** In document order, with their places in the text. */
  get elements(): Element[] {
    return (this.#elements ??= elementsIn(this.#tree));
  }

  /** The same as the tree that hast's tools read. */
  get hast(): Root {
    return fromParse5(this.#tree) as Root;
  }

  /** The text with all changes. */
  get finished(): string {
    return applyEdits(this.html, [...this.edits]);
  }
}

export interface BuiltSite {
  folder: string;
  content: SiteContent;
  /** In the order of their files. */
  pages: BuiltPage[];
  /** The address of the site's root, if one is known. */
  url: URL | undefined;
  warn: (text: string) => void;
  info: (text: string) => void;
  /** Writes a file of the site. */
  write: (file: string, text: string) => Promise<void>;
}

/** One step of the build, after Astro's. */
export type Step = (site: BuiltSite) => void | Promise<void>;

/** The pages of a built site. @param prepare what has to be done to the text of one before it is parsed */
export async function readPages(
  folder: string,
  prepare: (file: string, html: string) => string | Promise<string> = (_, html) => html,
): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for (const file of await listFiles(folder, '.html')) {
    pages.push(new BuiltPage(file, await prepare(file, await readFile(join(folder, file), 'utf8'))));
  }
  return pages;
}

export async function readSite(
  folder: string,
  rest: Pick<BuiltSite, 'content' | 'url' | 'warn' | 'info'>,
  prepare: (file: string, html: string) => string | Promise<string>,
): Promise<BuiltSite> {
  const pages = await readPages(folder, prepare);
  return { ...rest, folder, pages, write: (file, text) => writeFile(join(folder, file), text) };
}
