/** Where exports are, and how they write the addresses of this site. */
import { siteUrl } from './settings.ts';

/** The forms of a table's files, as their links name them. */
export const FORMATS = { csv: 'CSV', json: 'JSON', md: 'Markdown' } as const;
export type Format = keyof typeof FORMATS;

/** The path of a table's file, from the site's root. It stays, as all addresses do. */
export const exportPath = (table: string, format: Format): string => `/data/tables/${table}.${format}`;

/** A page as Markdown lies beside it, under this name. */
export const MARKDOWN_FILE = 'index.md';

/** The list of all of them, at the site's root. */
export const LIST_FILE = 'llms.txt';

/**
 * How a file writes addresses: absolute where SITE_URL says where the site is, else from the file.
 * @param root the way from the file to the site's root, such as `../../`
 * @returns what an address becomes that begins at the site's root
 */
export function addressesFrom(root: string): (address: string) => string {
  const url = siteUrl();
  return (address) => (url ? new URL(address.slice(1), url).href : root + address.slice(1));
}
