/** The links of a course to the site: where they are, and a file with better ones. */
import { findAddresses, type FoundAddress, type Root } from './addresses.ts';
import { join } from './archives.ts';
import { attribute, ownerName, placeFinder, tagAround } from './places.ts';
import type { CourseFile, Part } from './read-file.ts';

/** The part of a link after `#`, where the format keeps it apart: Word, Excel, and the fields of Word. */
interface Anchor {
  part: Part;
  /** Where it is in the text. */
  start: number;
  end: number;
  /** Where it starts and ends with the words around it, which go if the address has no such part any more. */
  outer: [start: number, end: number];
}

export interface Link {
  /** Where it is, for a reader: `slide 3`. */
  place: string;
  /** The address, as a reader would see it. */
  address: string;
  /** The number of the root with which it begins. */
  root: number;
  /** What follows the root: `concepts/images/#layers`. */
  rest: string;
  /** Why a repaired file can't change it, if it can't. */
  fixed?: string | undefined;
  part: Part;
  found: FoundAddress;
  anchor?: Anchor | undefined;
}

/** The switch of a field of Word that names a place on a page: `HYPERLINK "https://…/page/" \l "place"`. */
const FIELD_ANCHOR = /(?:"|&quot;)\s*\\l\s*(?:"|&quot;)([\w.:-]+)/y;

function fieldAnchor(part: Part, text: string, { end, rest }: FoundAddress): Anchor | undefined {
  FIELD_ANCHOR.lastIndex = end;
  const match = rest.includes('#') ? null : FIELD_ANCHOR.exec(text);
  if (!match) return undefined;
  const last = end + match[0].length;
  return { part, start: last - match[1]!.length, end: last, outer: [end, last] };
}

/** Where a document uses a relationship, with the part of the address that it adds. */
function usesOf(relation: string, owner: Part, text: string): { at: number; anchor: Anchor | undefined }[] {
  const id = attribute(relation, 'Id') ?? '';
  return [...text.matchAll(new RegExp(`\\s[\\w:]+="${id.replace(/\W/g, '\\$&')}"`, 'g'))].map(({ index }) => {
    const match = /\s(?:w:anchor|location)="([^"]+)"/.exec(tagAround(text, index));
    if (!match) return { at: index, anchor: undefined };
    const first = text.lastIndexOf('<', index) + match.index;
    const last = first + match[0].length;
    const start = last - 1 - match[1]!.length;
    return { at: index, anchor: { part: owner, start, end: last - 1, outer: [first, last] } };
  });
}

/** The links of a part. A relationship of an Office document is a link wherever the document uses it. */
function linksOfPart(part: Part, roots: Root[]): Link[] {
  const { text } = part;
  const addresses = findAddresses(text, roots);
  if (!addresses.length) return [];
  const name = part.path.at(-1) ?? '';
  const owner = name.endsWith('.rels') ? part.folder?.parts.get(ownerName(name)) : undefined;
  const placeHere = placeFinder(part);
  const placeInOwner = owner && placeFinder(owner);
  const ownerText = owner?.text ?? '';
  return addresses.flatMap((found) => {
    const link = (place: string, anchor: Anchor | undefined, anchorText: string): Link => {
      const suffix = anchor ? `#${anchorText.slice(anchor.start, anchor.end)}` : '';
      const { root } = found;
      const fixed = part.fixed;
      return { place, address: found.address + suffix, root, rest: found.rest + suffix, fixed, part, found, anchor };
    };
    const uses = owner ? usesOf(tagAround(text, found.start), owner, ownerText) : [];
    if (uses.length) return uses.map(({ at, anchor }) => link(placeInOwner!(at), anchor, ownerText));
    return [link(placeHere(found.start), fieldAnchor(part, text, found), text)];
  });
}

/** Finds the links to the site, in the order of the file. @param roots the addresses of the site */
export const findLinks = (file: CourseFile, roots: Root[]): Link[] =>
  file.parts.flatMap((part) => linksOfPart(part, roots));

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An address without what does not tell sites apart. */
const withoutScheme = (address: string) => address.replace(/^(?:(?:https?:)?\/\/)?(?:www\.)?/, '');

/** The edits that give a link a new address. */
function editsOf({ part, found, anchor }: Link, address: string, roots: Root[]): [Part, Edit][] {
  const root = roots[found.root]!;
  const ascii = address.replace(/[^!-~]/gu, encodeURIComponent);
  const [page = '', place] = anchor ? ascii.split('#') : [ascii];
  const isSameRoot = withoutScheme(page).startsWith(root.host + root.path);
  const rest = withoutScheme(page).slice((root.host + root.path).length - 1);
  const isBare = !/^(?:https?:)?\/\//.test(found.address);
  const moved = isBare ? withoutScheme(page) : found.address.startsWith('//') ? page.replace(/^\w+:/, '') : page;
  const edits: [Part, Edit][] = [
    isSameRoot
      ? [part, { start: found.rootEnd, end: found.end, text: found.escape(rest) }]
      : [part, { start: found.start, end: found.end, text: found.escape(moved) }],
  ];
  if (anchor) {
    const [start, end] = place ? [anchor.start, anchor.end] : anchor.outer;
    edits.push([anchor.part, { start, end, text: place ?? '' }]);
  }
  return edits;
}

/** A text as the bytes of a part. It is ASCII. */
function encode(text: string, { width, bytes }: Part): Uint8Array {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  const isBigEndian = bytes[0] === 0xfe;
  return Uint8Array.from(width === 1 ? codes : codes.flatMap((code) => (isBigEndian ? [0, code] : [code, 0])));
}

function applyEdits(part: Part, edits: Edit[]): Uint8Array {
  const { bytes, width } = part;
  const chunks: Uint8Array[] = [];
  let copied = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    if (start * width < copied) continue;
    chunks.push(bytes.subarray(copied, start * width), encode(text, part));
    copied = end * width;
  }
  return join([...chunks, bytes.subarray(copied)]);
}

/**
 * Gives links of a file new addresses, and leaves every other byte of its texts as it is. Where documents use one address
 * in several places, its first new address counts.
 * @param links of the file, from {@link findLinks}
 * @param addresses the new address of each link, absolute; `undefined` for a link that stays
 * @param roots the addresses of the site with which the links were found
 * @returns the new file
 */
export function repair(
  file: CourseFile,
  links: Link[],
  addresses: (string | undefined)[],
  roots: Root[],
): Promise<Uint8Array> {
  const edits = new Map<Part, Edit[]>();
  for (const [index, link] of links.entries()) {
    const address = addresses[index];
    if (address === undefined || link.fixed) continue;
    for (const [part, edit] of editsOf(link, address, roots)) {
      const list = edits.get(part);
      if (list) list.push(edit);
      else edits.set(part, [edit]);
    }
  }
  return file.write(new Map([...edits].map(([part, list]) => [part, applyEdits(part, list)])));
}
