/** The links of a course to the site: where they are, and a file with better ones. */
import { findAddresses, type FoundAddress } from './addresses.ts';
import { join } from '../../image-archive/chunks.ts';
import { once } from './read-once.ts';
import { attribute, inReadingOrder, ownerName, placeFinder, tagAround } from './places.ts';
import type { CourseFile, Part } from './read-file.ts';
import type { Root } from './roots.ts';
import type { Obstacle } from './texts.ts';
import { DELETED_CHARACTER, eraseDeleted, joinRuns, type Places } from './runs.ts';

/** The part of a link after `#`, where the format keeps it apart: Word, Excel, and the fields of Word. */
interface Anchor {
  part: Part;
  text: string;
  places: Places;
  /** Where it and the words around it are, which go if the address no longer has such a part. */
  outer: Places;
}

/** A use of an address that is in another part: its relationship. */
interface Use {
  /** The part with the use. */
  part: Part;
  /** Where the use is. */
  at: number;
  /** Where the use names the relationship. */
  id: Places;
  anchor: Anchor | undefined;
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
  /** Whether it is the address of a frame. */
  isFramed: boolean;
  /** Why a repaired file can't change it, if it can't. */
  fixed?: Obstacle | undefined;
  /** The part that has its address. */
  part: Part;
  /** The part in which a reader meets it, and where. */
  shown: { part: Part; at: number };
  found: FoundAddress;
  /** Where the address, and its rest after the root, are in the part. */
  places: { whole: Places; rest: Places };
  anchor?: Anchor | undefined;
  use?: Use | undefined;
}

const QUOTE = '(?:"|&quot;)';
/**
 * The switch of a field of Word that names a place on a page: `HYPERLINK "https://…/page/" \l "place"`. There may be other
 * switches before it.
 */
const FIELD_ANCHOR = new RegExp(
  `${QUOTE}(?:\\s*\\\\[a-km-z](?:\\s*${QUOTE}[^"&\\\\]*${QUOTE})?)*(\\s*\\\\l\\s*${QUOTE}([\\w.:-]+)${QUOTE})`,
  'dy',
);

/** The anchor that follows an address in a field of Word. */
function fieldAnchor(part: Part, { text, placesOf }: Spot['joined'], { end, rest }: FoundAddress): Anchor | undefined {
  FIELD_ANCHOR.lastIndex = end;
  const match = rest.includes('#') ? null : FIELD_ANCHOR.exec(text);
  if (!match) return undefined;
  const [, outer, places] = match.indices!;
  return { part, text: match[2]!, places: placesOf(...places!), outer: placesOf(...outer!) };
}

/**
 * Where a document uses relationships, by their ids, with the part of the address that each use adds. An id whose
 * uses are all deleted has an empty list.
 */
function usesOf(ids: ReadonlySet<string>, owner: Part): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const { text } = owner;
  const left = eraseDeleted(text);
  for (const { index: at, 1: lead = '', 2: id = '' } of text.matchAll(/(\s[\w:]+=")([^"<>]*)(?=")/g)) {
    if (!ids.has(id)) continue;
    const usesOfId = uses.get(id) ?? [];
    uses.set(id, usesOfId);
    if (left[at] === DELETED_CHARACTER) continue;
    const open = text.lastIndexOf('<', at);
    const match = /\s(?:w:anchor|location)="([^"]+)"/d.exec(tagAround(text, at));
    const placesOf = (range: [number, number]): Places => [[open + range[0], open + range[1]]];
    const anchor = match
      ? { part: owner, text: match[1]!, places: placesOf(match.indices![1]!), outer: placesOf(match.indices![0]!) }
      : undefined;
    usesOfId.push({ part: owner, at, id: [[at + lead.length, at + lead.length + id.length]], anchor });
  }
  return uses;
}

/** An address in a part, and the text in which it was found. */
interface Spot {
  found: FoundAddress;
  joined: ReturnType<typeof joinRuns>;
  whole: Places;
}

/** Finds the addresses in a text, joining those that formatting splits, and those in the formatting's tags. */
function findSpots(text: string, roots: Root[], onProgress: (share: number) => void): Spot[] {
  const joined = joinRuns(text);
  const asIs = { text, placesOf: (start: number, end: number): Places => [[start, end]] };
  const spots = (joined.text === text ? [asIs] : [joined, asIs]).flatMap((joined, index, { length }) =>
    findAddresses(joined.text, roots, (share) => onProgress((index + share) / length)).map((found) => ({
      found,
      joined,
      whole: joined.placesOf(found.start, found.end),
    })),
  );
  let last = 0;
  return spots
    .sort((a, b) => a.whole[0]![0] - b.whole[0]![0])
    .filter(({ whole }) => whole[0]![0] >= last && (last = whole.at(-1)![1]));
}

/** What precedes the address of a frame in HTML, also where another format escapes it: `&lt;iframe src=&quot;`. */
const BEFORE_FRAME = /(?:<|lt;|u003c)iframe(?:(?!<|lt;|u003c).)*src=\S{0,12}$/is;
/** How far before its address a frame begins. */
const LONGEST_BEFORE_FRAME = 500;

/** The links of a part. A relationship of an Office document is a link wherever the document uses it. */
function linksOfPart(part: Part, roots: Root[], onProgress: (share: number) => void): Omit<Link, 'place'>[] {
  const text = eraseDeleted(part.text);
  const spots = findSpots(text, roots, onProgress);
  if (!spots.length) return [];
  const name = part.path.at(-1) ?? '';
  const owner = name.endsWith('.rels') ? part.folder?.parts.get(ownerName(name)) : undefined;
  const idOf = ({ found }: Spot) => attribute(tagAround(text, found.start), 'Id') ?? '';
  const usesById = owner && usesOf(new Set(spots.map(idOf)), owner);
  return spots.flatMap((spot) => {
    const { found, joined, whole } = spot;
    const [start, end] = [whole[0]![0], whole.at(-1)![1]];
    const isFramed = BEFORE_FRAME.test(text.slice(Math.max(0, start - LONGEST_BEFORE_FRAME), start));
    const isSplit = whole.length > 1 && !text.slice(start, end).includes('<w:instrText');
    const link = (anchor: Anchor | undefined, use?: Use): Omit<Link, 'place'> => {
      const suffix = anchor ? `#${anchor.text}` : '';
      return {
        address: found.address + suffix,
        root: found.root,
        rest: found.rest + suffix,
        isFramed,
        fixed: part.fixed ?? (isSplit ? 'split' : undefined),
        places: { whole, rest: joined.placesOf(found.rootEnd, found.end) },
        shown: { part: use?.part ?? part, at: use?.at ?? start },
        ...{ part, found, anchor, use },
      };
    };
    const uses = usesById?.get(idOf(spot));
    return uses ? uses.map((use) => link(use.anchor, use)) : [link(fieldAnchor(part, joined, found))];
  });
}

/**
 * Finds the links to the site, in the order in which a reader meets them.
 * @param roots the addresses of the site
 * @param onProgress called with the share of the file that has been searched, from 0 to 1
 */
export function findLinks(file: CourseFile, roots: Root[], onProgress: (share: number) => void = () => {}): Link[] {
  const size = file.parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  const order = new Map(inReadingOrder(file.parts).map((part, index) => [part, index]));
  let finder: { part: Part; placeAt: (at: number) => string } | undefined;
  return file.parts
    .flatMap((part) => {
      const { length } = part.bytes;
      const links = linksOfPart(part, roots, (share) => onProgress((done + share * length) / size));
      onProgress((done += length) / size);
      return links;
    })
    .sort((a, b) => order.get(a.shown.part)! - order.get(b.shown.part)! || a.shown.at - b.shown.at)
    .map((link) => {
      const { part, at } = link.shown;
      if (finder?.part !== part) finder = { part, placeAt: placeFinder(part) };
      return { place: finder.placeAt(at), ...link };
    });
}

interface Edit {
  part: Part;
  start: number;
  end: number;
  text: string;
}

/** An address without its scheme and `www.`. */
const withoutScheme = (address: string) => address.replace(/^(?:(?:https?:)?\/\/)?(?:www\.)?/, '');

/** The edits that replace a text. The new text goes into the first of its pieces. */
const write = (part: Part, places: Places, text: string): Edit[] =>
  places.map(([start, end], index) => ({ part, start, end, text: index ? '' : text }));

const lengthOf = (places: Places) => places.reduce((sum, [start, end]) => sum + end - start, 0);

/** The edits that give a link a new address, except for its anchor. */
function pageEdits({ part, found, places }: Link, page: string, roots: Root[]): Edit[] {
  const root = roots[found.root]!;
  const isSameRoot = withoutScheme(page).startsWith(root.host + root.path);
  // Invisible characters in the root must go, too.
  const isRootClean = lengthOf(places.whole) - lengthOf(places.rest) === found.rootEnd - found.start;
  if (isSameRoot && isRootClean) {
    return write(part, places.rest, found.escape(withoutScheme(page).slice((root.host + root.path).length - 1)));
  }
  const isBare = !/^(?:https?:)?\/\//.test(found.address);
  const moved = isBare ? withoutScheme(page) : found.address.startsWith('//') ? page.replace(/^\w+:/, '') : page;
  return write(part, places.whole, found.escape(moved));
}

/** The ids of the relationships in a part. */
const idsIn = once(({ text }: Part) => new Set(Array.from(text.matchAll(/\sId="([^"]*)"/g), ([, id]) => id)));

/**
 * The edits that give a use its own relationship, because other uses need the address of the shared one.
 * @param edits of the address
 * @param number that no other relationship of the part gets
 */
function ownRelation({ part, found }: Link, use: Use, edits: Edit[], number: number): Edit[] {
  const { text } = part;
  const start = text.lastIndexOf('<', found.start);
  const relation = tagAround(text, found.start);
  const [{ start: from, end: to, text: address }] = edits as [Edit];
  let id = `${attribute(relation, 'Id')!}n${number}`;
  while (idsIn(part).has(id)) id += 'n';
  const copy = relation.slice(0, from - start) + address + relation.slice(to - start);
  const own = copy.replace(/(\sId\s*=\s*["'])[^"']*/, `$1${id}`).replace(/\/?>$/, '/>');
  return [{ part, start, end: start, text: own }, ...write(use.part, use.id, id)];
}

/** A text as the bytes of a part. */
function encode(text: string, { width, bytes }: Part): Uint8Array {
  const low = width === 2 && bytes[0] === 0xfe ? 1 : 0;
  return Uint8Array.from({ length: text.length * width }, (_, at) =>
    at % width === low ? text.charCodeAt(at / width) : 0,
  );
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
 * Gives links of a file new addresses, and leaves every other byte of its texts as it is. Where a document uses one address
 * in several places that need different ones, each place gets its own.
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
  const edits: Edit[] = [];
  /** What each relationship says from now on. If one of its links stays, it stays, too. */
  const shared = new Map<FoundAddress, string>();
  for (const [index, { found, use, part, places }] of links.entries()) {
    const [[start, end]] = places.rest as [Places[0]];
    if (use && addresses[index] === undefined) shared.set(found, part.text.slice(start, end));
  }
  for (const [index, link] of links.entries()) {
    const address = addresses[index];
    if (address === undefined || link.fixed) continue;
    const { found, anchor, use } = link;
    const ascii = address.replace(/[^!-~]/gu, encodeURIComponent);
    const [page = '', place] = anchor ? ascii.split('#') : [ascii];
    const changes = pageEdits(link, page, roots);
    const now = changes[0]!.text;
    const kept = use && shared.get(found);
    if (kept === undefined) edits.push(...changes);
    else if (kept !== now) edits.push(...ownRelation(link, use!, changes, index));
    if (use && kept === undefined) shared.set(found, now);
    if (anchor) edits.push(...write(anchor.part, place ? anchor.places : anchor.outer, place ?? ''));
  }
  const byPart = Map.groupBy(edits, ({ part }) => part);
  return file.write(new Map([...byPart].map(([part, list]) => [part, applyEdits(part, list)])));
}
