/** The texts of packages: HTML with links, and plain text. */
import { formatDate } from '../../model/dates.ts';
import type { Item, Option, PackageItems } from './items.ts';

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** The words of HTML that `inlineHtml` has written. */
export const textOf = (html: string): string =>
  html
    .replace(/<br ?\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** Plain text as HTML, both between tags and in an attribute. */
export const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Shortens a text to a number of characters. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** What the link to a proof says. */
const PROOF = 'See the explanation';

/**
 * Writes the texts of a package.
 * @param root the public address of the site, with a slash at its end; without it, places are named in words
 */
export class Wording {
  readonly #items: PackageItems;
  readonly #root: string | undefined;

  constructor(items: PackageItems, root: string | undefined) {
    this.#items = items;
    this.#root = root;
  }

  /** The absolute form of an address from the site's root. Platforms refuse characters that browsers accept. */
  absolute(address: string): string | undefined {
    if (this.#root === undefined) return undefined;
    const { origin, href } = new URL(address.slice(1), this.#root);
    return origin + href.slice(origin.length).replace(/[[\]|^`{}\\]/g, encodeURIComponent);
  }

  /** HTML with absolute links. Without the site's address, a link to it becomes its words. */
  html(html: string): string {
    return html.replace(/<a href="(\/[^"]*)">(.*?)<\/a>/g, (_, address: string, words: string) => {
      const target = this.absolute(textOf(address));
      return target === undefined ? words : `<a href="${asHtml(target)}">${words}</a>`;
    });
  }

  /** A place in plain text: its address, or how to find it. */
  place(address: string): string {
    return this.absolute(address) ?? `${this.#items.site}, ${address}`;
  }

  /** A link to the place that says so, or its name in words. */
  proof(address: string): string {
    const target = this.absolute(address);
    return target === undefined
      ? `${PROOF}: ${asHtml(this.place(address))}`
      : `<a href="${asHtml(target)}">${PROOF}</a>`;
  }

  /** Why an option is right or wrong, with its proof. */
  because({ why, proof }: Option): string {
    return `${this.html(why)} ${this.proof(proof)}`;
  }

  /** Where an item is from: its address, the day of its last change, and the license. */
  origin({ address, changed }: Item): string {
    const { site, license } = this.#items;
    const target = this.absolute(address);
    const place =
      target === undefined ? asHtml(this.place(address)) : `<a href="${asHtml(target)}">${asHtml(site)}</a>`;
    return `<small>${place}, as of ${formatDate(changed)}, <a href="${asHtml(license.url)}">${asHtml(license.name)}</a></small>`;
  }

  /** Where a package is from, in plain text. */
  get source(): string {
    const { site, license } = this.#items;
    return [site, ...(this.#root ? [this.#root] : []), license.name, license.url].join(', ');
  }
}
