/**
 * Reads tar archives that come in chunks. Formats: ustar and pax (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html),
 * and GNU tar's long names, large numbers and sparse files (https://www.gnu.org/software/tar/manual/html_node/Standard.html).
 */
import { ArchiveProblem, type EntryType } from './types.ts';

/** What a header says about an entry. */
export interface Header {
  /** As it is written. */
  name: string;
  type: EntryType;
  /** The bytes that it has once it is unpacked. */
  size: number;
  mode: number;
  target: string;
  /** Where its bytes begin in the archive, and how many are stored. */
  offset: number;
  stored: number;
  /** Whether zeros were left out of what is stored. */
  isSparse: boolean;
}

/** Receives the entries. */
export interface Visitor {
  entry: (header: Header) => void;
  /** Some of the bytes of the latest entry. */
  data?: (bytes: Uint8Array) => void;
  /** All bytes of the latest entry have come. */
  end?: () => void;
}

const BLOCK = 512;
/** No list of pax records needs more. */
const MAX_EXTENSION = 1 << 20;
/** Linux allows no path longer than this: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const MAX_PATH = 4096;

const TYPES: Record<string, EntryType> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file', // contiguous
  S: 'file', // sparse
  '1': 'hardlink',
  '2': 'link',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'folder',
  '6': 'pipe',
};

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const DAMAGED = 'It is damaged: a tar header in it is not valid.';
const NO_TAR = 'It isn’t a tar archive.';
const TOO_LONG = 'It is damaged: a path in it is longer than Linux allows.';
const INCOMPLETE = 'It is incomplete: it ends in the middle of a file.';

/** A field of text, up to the first zero byte. */
function text(block: Uint8Array, at: number, size: number): string {
  const end = block.indexOf(0, at);
  return utf8.decode(block.subarray(at, end < 0 ? at + size : Math.min(end, at + size)));
}

/** A field with a number: octal digits, or GNU's big-endian bytes after a set bit. @throws ArchiveProblem */
function number(block: Uint8Array, at: number, size: number): number {
  if (block[at]! & 0x80) {
    // Two's complement. The bit that marks the form is not part of the number.
    let value = (block[at]! & 0x3f) - (block[at]! & 0x40);
    for (let index = 1; index < size; index++) value = value * 256 + block[at + index]!;
    return value;
  }
  const digits = text(block, at, size).trim();
  if (!/^[0-7]*$/.test(digits)) throw new ArchiveProblem(DAMAGED);
  return parseInt(digits || '0', 8);
}

/** Whether a block is a header: it has the sum of its bytes, with that field as spaces. Old programs summed signed bytes. */
export function isHeader(block: Uint8Array): boolean {
  let unsigned = 8 * 32;
  let signed = unsigned;
  for (let at = 0; at < BLOCK; at++) {
    if (at >= 148 && at < 156) continue;
    unsigned += block[at]!;
    signed += (block[at]! << 24) >> 24;
  }
  const digits = text(block, 148, 8).trim();
  const sum = parseInt(digits, 8);
  return /^[0-7]+$/.test(digits) && (sum === unsigned || sum === signed);
}

/** The keys of the pax records that matter here. */
const KEYS = new Set(['path', 'linkpath', 'size', 'GNU.sparse.name', 'GNU.sparse.size', 'GNU.sparse.realsize']);

/** The records of a pax header: `length key=value\n`. @throws ArchiveProblem */
function readRecords(bytes: Uint8Array, records: Map<string, string>): void {
  for (let at = 0; at < bytes.length && bytes[at];) {
    const space = bytes.indexOf(32, at);
    const length = Number(utf8.decode(bytes.subarray(at, Math.min(space, at + 20))));
    const equals = bytes.indexOf(61, space);
    const end = at + length;
    if (!(space > at && equals > space && end > equals && end <= bytes.length)) throw new ArchiveProblem(DAMAGED);
    const key = utf8.decode(bytes.subarray(space + 1, equals));
    if (KEYS.has(key)) records.set(key, utf8.decode(bytes.subarray(equals + 1, end - 1)));
    at = end;
  }
}

/** What a reader collects: a header, the map of a sparse file, or what extends the next header. */
type Collected = 'header' | 'sparse' | 'x' | 'g' | 'L' | 'K';

/** Takes chunks of a tar archive, and passes its entries to a visitor. */
export class TarReader {
  readonly #visitor: Visitor;
  #collected: Collected = 'header';
  #buffer = new Uint8Array(BLOCK);
  #filled = 0;
  /** The bytes in the buffer that mean something; zeros fill the last block. */
  #size = BLOCK;
  /** What pax records and long names say about the next entry. */
  #records = new Map<string, string>();
  #current: Header | undefined;
  /** How many bytes of the current entry are to come, and then how many zeros up to the next block. */
  #left = 0;
  #padding = 0;
  #position = 0;
  #ended = false;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Whether the end of the archive was read. What follows it means nothing. */
  get ended(): boolean {
    return this.#ended;
  }

  /** @throws ArchiveProblem if the bytes aren't a tar archive */
  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && !this.#ended;) {
      const rest = chunk.length - at;
      const count = Math.min(rest, this.#left || this.#padding || this.#buffer.length - this.#filled);
      const bytes = chunk.subarray(at, at + count);
      at += count;
      this.#position += count;
      if (this.#left) {
        this.#left -= count;
        this.#visitor.data?.(bytes);
        if (!this.#left) this.#visitor.end?.();
      } else if (this.#padding) {
        this.#padding -= count;
      } else {
        this.#buffer.set(bytes, this.#filled);
        this.#filled += count;
        if (this.#filled === this.#buffer.length) this.#take();
      }
    }
  }

  /** Says that no more chunks will come. @throws ArchiveProblem if more should */
  finish(): void {
    const isBetween = this.#collected === 'header' && !this.#filled && !this.#left && !this.#padding;
    if (!this.#ended && !isBetween) throw new ArchiveProblem(INCOMPLETE);
  }

  #collect(what: Collected, size: number): void {
    const length = Math.ceil(size / BLOCK) * BLOCK;
    if (this.#buffer.length !== length) this.#buffer = new Uint8Array(length);
    this.#collected = what;
    this.#size = size;
    this.#filled = 0;
  }

  /** Takes what was collected. */
  #take(): void {
    const bytes = this.#buffer.subarray(0, this.#size);
    const what = this.#collected;
    this.#collect('header', BLOCK);
    if (what === 'header') this.#readHeader(bytes);
    else if (what === 'sparse') this.#begin(bytes[504] !== 0);
    else if (what === 'x') readRecords(bytes, this.#records);
    else if (what !== 'g') this.#records.set(what === 'L' ? 'path' : 'linkpath', text(bytes, 0, bytes.length));
  }

  #readHeader(block: Uint8Array): void {
    if (!block.some(Boolean)) {
      this.#ended = true;
      return;
    }
    if (!isHeader(block)) throw new ArchiveProblem(this.#position > BLOCK ? DAMAGED : NO_TAR);
    const type = String.fromCharCode(block[156]!);
    const size = this.#number('size', block, 124, 12);
    if (!(size >= 0)) throw new ArchiveProblem(DAMAGED);
    if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
      if (size > MAX_EXTENSION) throw new ArchiveProblem(DAMAGED);
      if (size) this.#collect(type, size);
      return;
    }
    this.#current = this.#describe(block, type, size);
    this.#records = new Map();
    this.#begin(type === 'S' && block[482] !== 0);
  }

  /** A whole number, from a pax record if there is one, or else from the header. @throws ArchiveProblem */
  #number(key: string, block: Uint8Array, at: number, size: number): number {
    const record = this.#records.get(key);
    const value = record === undefined ? number(block, at, size) : Math.floor(Number(record));
    if (!Number.isSafeInteger(value)) throw new ArchiveProblem(DAMAGED);
    return value;
  }

  /** @param size as the header gives it */
  #describe(block: Uint8Array, letter: string, size: number): Header {
    const type = TYPES[letter] ?? 'file'; // as POSIX wants it
    const records = this.#records;
    const isUstar = text(block, 257, 6) === 'ustar'; // GNU's has two spaces, and other fields in place of the prefix
    const prefix = isUstar ? text(block, 345, 155) : '';
    const sparseKey = ['GNU.sparse.realsize', 'GNU.sparse.size'].find((key) => records.has(key));
    const isSparse = letter === 'S' || sparseKey !== undefined;
    const name =
      records.get('GNU.sparse.name') ?? records.get('path') ?? (prefix && `${prefix}/`) + text(block, 0, 100);
    const target = records.get('linkpath') ?? text(block, 157, 100);
    if (name.length > MAX_PATH || target.length > MAX_PATH) throw new ArchiveProblem(TOO_LONG);
    // Only files have bytes, whatever the size of another entry says.
    const stored = type === 'file' ? size : 0;
    return {
      name,
      type: type === 'file' && letter !== 'S' && name.endsWith('/') ? 'folder' : type,
      size: isSparse ? this.#number(sparseKey ?? '', block, 483, 12) : stored,
      mode: number(block, 100, 8) & 0o7777,
      target,
      offset: 0,
      stored,
      isSparse,
    };
  }

  /** Begins the bytes of the current entry, unless more of its header follows. */
  #begin(hasMore: boolean): void {
    if (hasMore) return this.#collect('sparse', BLOCK);
    const current = this.#current!;
    current.offset = this.#position;
    this.#left = current.stored;
    this.#padding = (BLOCK - (current.stored % BLOCK)) % BLOCK;
    this.#visitor.entry(current);
    if (!this.#left) this.#visitor.end?.();
  }
}
