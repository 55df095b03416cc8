/**
 * Atom feeds of changes: https://www.rfc-editor.org/rfc/rfc4287
 *
 * An id is a UUID of the address, so that it stays when the site moves to another host, and needs no SITE_URL. Without
 * SITE_URL, links are relative to the feed, which the RFC allows.
 */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../../pipeline/html.ts';
import { capitalized, sentenceOf, type PlaceChange } from './publish.ts';

export interface Feed {
  /** The path of the page that the feed is about, or `/` for the whole site. */
  path: string;
  title: string;
  /** The name of the site, which is the author. */
  author: string;
  /** The path of the feed, from the site's root. */
  file: string;
  /** The day on which the record of the feed's addresses began, YYYY-MM-DD: the feed has this date until something changes. */
  first: string;
  changes: PlaceChange[];
  /** The title of the page of an address. */
  titleAt: (address: string) => string;
  /** Turns an address that begins at the site's root into the one to write. */
  addressAt: (address: string) => string;
}

/** Feed readers keep what they have seen, so a feed has only the newest changes. */
const MAX_ENTRIES = 100;

/** A UUID that depends on a text alone: version 8 of RFC 9562, of a SHA-256. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

const timeOf = (day: string) => `${day}T00:00:00Z`;

/** The title of an entry, which begins with a capital: "The row Portability – What is Docker?" */
const titleOf = (name: string, page: string) => [capitalized(name), page].filter(Boolean).join(' – ');

/** Writes a feed. @returns XML */
export function atomFeed({ path, title, author, file, first, changes, titleAt, addressAt }: Feed): string {
  const entries = changes.slice(0, MAX_ENTRIES).map((change) => {
    const { on, place } = change;
    const { address, name } = place;
    return `  <entry>
    <id>${uuidOf(`${author} ${address} ${on}`)}</id>
    <title>${escapeHtml(titleOf(name, titleAt(address)))}</title>
    <updated>${timeOf(on)}</updated>
    <link rel="alternate" type="text/html" href="${escapeHtml(addressAt(address))}"/>
    <summary>${escapeHtml(sentenceOf(change))}</summary>
  </entry>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${uuidOf(`${author} ${path}`)}</id>
  <title>${escapeHtml(title)}</title>
  <updated>${timeOf(changes[0]?.on ?? first)}</updated>
  <author><name>${escapeHtml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeHtml(addressAt(file))}"/>
  <link rel="alternate" type="text/html" href="${escapeHtml(addressAt(path))}"/>
${entries.join('')}</feed>
`;
}
