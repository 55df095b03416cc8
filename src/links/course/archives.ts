/**
 * Reads archives, and writes them with some entries changed and every other byte as it was: zip (also Word, PowerPoint, Excel,
 * LibreOffice, EPUB, H5P and Common Cartridge), tar and gzip (also Moodle's backups).
 */
import { join } from '../../image-archive/chunks.ts';
import type { Problem } from './texts.ts';

/** What keeps a file from being read or repaired. */
export class FileProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

export interface Entry {
  name: string;
  /** Whether its bytes must be unpacked. Others are read where they are. */
  isPacked: boolean;
  /** Whether it needs a password. */
  encrypted: boolean;
  /** Its first bytes, unpacked. @throws FileProblem if they are damaged */
  head: () => Promise<Uint8Array>;
  /** All its bytes, unpacked. @throws FileProblem if they are damaged, or more than the limit */
  read: (limit: number) => Promise<Uint8Array>;
}

export interface Archive {
  /** Its files, in the order of the archive. */
  entries: Entry[];
  /** The archive with the new bytes of some entries. */
  write: (changes: ReadonlyMap<Entry, Uint8Array>) => Promise<Uint8Array>;
}

const MEGABYTE = 1e6;

/** How much may be unpacked: a small file that unpacks to an enormous one must do no harm. Sizes are in bytes. */
export class Limits {
  /** A text is in memory several times while it is searched; an archive in an archive is there once. */
  readonly #text: number;
  #left: number;

  constructor(text = 200 * MEGABYTE, all = 1000 * MEGABYTE) {
    this.#text = text;
    this.#left = all;
  }

  /** Reads an entry. @throws FileProblem if it is damaged, or larger than the limits allow */
  async read(entry: Entry, isArchive: boolean): Promise<Uint8Array> {
    const bytes = await entry.read(isArchive ? this.#left : Math.min(this.#text, this.#left));
    if (entry.isPacked) this.#left -= bytes.length;
    return bytes;
  }
}

/** How many bytes pass at a time. Few, because each may unpack to a thousand. */
const CHUNK = 1 << 16;

/** Passes bytes through a stream without copying them first. */
function pass(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += CHUNK)) as Uint8Array<ArrayBuffer>);
      else controller.close();
    },
  });
  return source.pipeThrough(stream);
}

/**
 * Unpacks bytes into a target until it is full and one more has arrived.
 * @returns how many have arrived
 * @throws FileProblem if they are damaged
 */
async function unpack(packed: Uint8Array, format: CompressionFormat, target: Uint8Array): Promise<number> {
  const reader = pass(packed, new DecompressionStream(format)).getReader();
  let length = 0;
  try {
    while (length <= target.length) {
      const { done, value } = await reader.read();
      if (done) break;
      target.set(value.subarray(0, target.length - length), length);
      length += value.length;
    }
    return length;
  } catch {
    throw new FileProblem('damaged');
  } finally {
    reader.cancel().catch(() => {}); // nobody needs the rest
  }
}

type EntryBytes = Pick<Entry, 'isPacked' | 'head' | 'read'>;

/** How many bytes of an entry show what it is. */
const HEAD = 1024;

/** An entry whose bytes are in the archive as they are. */
const stored = (bytes: Uint8Array): EntryBytes => ({
  isPacked: false,
  head: () => Promise.resolve(bytes.subarray(0, HEAD)),
  read: (limit) => (bytes.length > limit ? Promise.reject(new FileProblem('bomb')) : Promise.resolve(bytes)),
});

/** A packed entry. @param size when unpacked, per its archive, so that memory is allocated once */
const compressed = (packed: Uint8Array, format: CompressionFormat, size: number): EntryBytes => ({
  isPacked: true,
  async head() {
    const head = new Uint8Array(Math.min(size, HEAD));
    await unpack(packed, format, head);
    return head;
  },
  async read(limit) {
    const bytes = new Uint8Array(Math.min(size, limit));
    const length = await unpack(packed, format, bytes);
    if (length > limit) throw new FileProblem('bomb');
    if (length !== size) throw new FileProblem('damaged');
    return bytes;
  },
});

/** An entry that can't be unpacked. */
const unreadable = (): EntryBytes => {
  const refuse = () => Promise.reject(new FileProblem('packed'));
  return { isPacked: true, head: refuse, read: refuse };
};

/** Packs bytes as a gzip file. */
const pack = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await new Response(pass(bytes, new CompressionStream('gzip'))).arrayBuffer());
/** A file that a browser packs has no name in its header, nor anything else of variable length. */
const GZIP_HEADER_SIZE = 10;
/** The checksum and the size, which zip has in the same form: https://www.rfc-editor.org/rfc/rfc1952 */
const GZIP_TRAILER_SIZE = 8;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const utf8 = new TextDecoder();
/** The signatures and sizes of the records of a zip archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ENCRYPTED = 1;
const HAS_DESCRIPTOR = 8;

interface ZipEntry extends Entry {
  /** Where its local header, its data and its record in the list begin, and how long that record is. */
  header: number;
  data: number;
  record: number;
  recordSize: number;
  method: number;
}

/** Finds the last record of a zip archive, which says where the list of entries is. */
function findEnd(bytes: Uint8Array): number {
  const data = view(bytes);
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (data.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new FileProblem('damaged');
}

/** Reads an entry. @param record where it is in the list */
function readZipEntry(bytes: Uint8Array, record: number): ZipEntry {
  const data = view(bytes);
  const short = (at: number) => data.getUint16(at, true);
  const long = (at: number) => data.getUint32(at, true);
  if (long(record) !== CENTRAL_SIGNATURE) throw new FileProblem('damaged');
  const [packedSize, size, header] = [long(record + 20), long(record + 24), long(record + 42)];
  if ([packedSize, size, header].includes(0xffffffff)) {
    throw new FileProblem('zip64');
  }
  const nameSize = short(record + 28);
  const recordSize = CENTRAL_SIZE + nameSize + short(record + 30) + short(record + 32);
  if (long(header) !== LOCAL_SIGNATURE) throw new FileProblem('damaged');
  const start = header + LOCAL_SIZE + short(header + 26) + short(header + 28);
  const method = short(record + 10);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new FileProblem('damaged');
  const content = method === 0 ? stored(packed) : method === 8 ? compressed(packed, 'deflate-raw', size) : unreadable();
  return {
    name: utf8.decode(bytes.subarray(record + CENTRAL_SIZE, record + CENTRAL_SIZE + nameSize)),
    encrypted: (short(record + 8) & ENCRYPTED) !== 0,
    ...content,
    ...{ header, data: start, record, recordSize, method },
  };
}

/** Reads the list of a zip archive. @throws FileProblem if it is damaged */
export function readZip(bytes: Uint8Array): Archive {
  try {
    const end = findEnd(bytes);
    const list = view(bytes).getUint32(end + 16, true);
    const entries: ZipEntry[] = [];
    let at = list;
    for (let count = view(bytes).getUint16(end + 10, true); count > 0; count--) {
      const entry = readZipEntry(bytes, at);
      entries.push(entry);
      at += entry.recordSize;
    }
    return { entries, write: (changes) => writeZip(bytes, entries, list, end, changes) };
  } catch (error) {
    throw error instanceof RangeError ? new FileProblem('damaged') : error;
  }
}

/** Writes the checksum and the sizes of an entry. @param at where a header has them. @param trailer of its gzip file */
function writeSizes(header: Uint8Array, at: number, flags: number, packed: Uint8Array, trailer: Uint8Array): void {
  const data = view(header);
  data.setUint16(flags, data.getUint16(flags, true) & ~HAS_DESCRIPTOR, true);
  header.set(trailer.subarray(0, 4), at);
  data.setUint32(at + 4, packed.length, true);
  header.set(trailer.subarray(4), at + 8);
}

/** A zip archive with changed entries. Unchanged entries are copied as they are, with all that is between entries. */
async function writeZip(
  bytes: Uint8Array,
  entries: ZipEntry[],
  list: number,
  end: number,
  changes: ReadonlyMap<Entry, Uint8Array>,
): Promise<Uint8Array> {
  const byPlace = [...entries].sort((a, b) => a.header - b.header);
  const chunks = [bytes.subarray(0, byPlace[0]?.header ?? list)];
  const records = bytes.slice(list, end);
  let length = chunks[0]!.length;
  for (const [index, entry] of byPlace.entries()) {
    const record = records.subarray(entry.record - list);
    view(record).setUint32(42, length, true);
    const changed = changes.get(entry);
    const next = byPlace[index + 1]?.header ?? list;
    const parts = [bytes.subarray(entry.header, next)];
    if (changed) {
      const gzip = await pack(changed);
      const trailer = gzip.subarray(-GZIP_TRAILER_SIZE);
      const packed = entry.method === 0 ? changed : gzip.subarray(GZIP_HEADER_SIZE, -GZIP_TRAILER_SIZE);
      const header = bytes.slice(entry.header, entry.data);
      writeSizes(header, 14, 6, packed, trailer);
      writeSizes(record, 16, 8, packed, trailer);
      parts.splice(0, 1, header, packed);
    }
    chunks.push(...parts);
    length += parts.reduce((sum, part) => sum + part.length, 0);
  }
  const last = bytes.slice(end);
  view(last).setUint32(16, length, true);
  return join([...chunks, records, last]);
}

const BLOCK = 512;
const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK;

/** Whether bytes are a tar archive: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
export const isTar = (bytes: Uint8Array): boolean => utf8.decode(bytes.subarray(257, 262)) === 'ustar';

/** Moodle's list of the files in a backup, with their sizes. */
const MOODLE_INDEX = '.ARCHIVE_INDEX';

/** Reads a tar archive. @throws FileProblem if it is incomplete */
export function readTar(bytes: Uint8Array): Archive {
  const entries: (Entry & { header: number; size: number })[] = [];
  const field = (at: number, size: number) => utf8.decode(bytes.subarray(at, at + size)).replace(/\0.*$/s, '');
  for (let header = 0; bytes[header];) {
    const size = parseInt(field(header + 124, 12).trim() || '0', 8);
    const start = header + BLOCK;
    if (!(size >= 0 && start + size <= bytes.length)) throw new FileProblem('damaged');
    const data = bytes.subarray(start, start + size);
    const prefix = isTar(bytes.subarray(header, start)) ? field(header + 345, 155) : '';
    const name = (prefix && `${prefix}/`) + field(header, 100);
    const isFile = ['', '0'].includes(field(header + 156, 1));
    if (isFile) {
      entries.push({ name, encrypted: false, ...stored(data), header, size });
    }
    header = start + size + padding(size);
  }
  const write = async (changes: ReadonlyMap<Entry, Uint8Array>) => {
    const all = new Map(changes);
    const index = entries.find(({ name }) => name === MOODLE_INDEX);
    if (index && !all.has(index)) {
      let text = utf8.decode(await index.read(Infinity));
      for (const [{ name }, { length }] of changes) {
        const line = text.split('\n').find((line) => line.startsWith(`${name}\tf\t`));
        if (line) text = text.replace(line, () => line.replace(/\tf\t\d+/, `\tf\t${length}`));
      }
      all.set(index, new TextEncoder().encode(text));
    }
    return writeTar(bytes, entries, all);
  };
  return { entries, write };
}

function writeTar(
  bytes: Uint8Array,
  entries: (Entry & { header: number; size: number })[],
  changes: ReadonlyMap<Entry, Uint8Array>,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  let copied = 0;
  for (const entry of entries) {
    const changed = changes.get(entry);
    if (!changed) continue;
    const header = bytes.slice(entry.header, entry.header + BLOCK);
    const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
    put(124, `${changed.length.toString(8).padStart(11, '0')}\0`);
    put(148, ' '.repeat(8)); // the checksum counts itself as spaces
    const sum = header.reduce((sum, byte) => sum + byte, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    chunks.push(bytes.subarray(copied, entry.header), header, changed, new Uint8Array(padding(changed.length)));
    copied = entry.header + BLOCK + entry.size + padding(entry.size);
  }
  return join([...chunks, bytes.subarray(copied)]);
}

/** Reads a gzip file, which is an archive of one file without a name. @throws FileProblem if it is incomplete */
export function readGzip(bytes: Uint8Array): Archive {
  if (bytes.length < GZIP_HEADER_SIZE + GZIP_TRAILER_SIZE) throw new FileProblem('damaged');
  // The last four bytes have the size, up to 4 GB, which is more than this page reads.
  const size = view(bytes).getUint32(bytes.length - 4, true);
  const entry: Entry = { name: '', encrypted: false, ...compressed(bytes, 'gzip', size) };
  return { entries: [entry], write: (changes) => pack(changes.get(entry)!) };
}
