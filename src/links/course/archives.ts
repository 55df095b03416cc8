/**
 * Reads archives, and writes them with some entries changed and every other byte as it was: zip (also Word, PowerPoint, Excel,
 * LibreOffice, EPUB, H5P and Common Cartridge), tar and gzip (also Moodle's backups).
 */

/** What keeps a file from being read or repaired, in a sentence for the person who chose it. */
export class FileProblem extends Error {}

export interface Entry {
  name: string;
  /** Whether it needs a password. */
  encrypted: boolean;
  /** Its first bytes, unpacked. @throws FileProblem if they are damaged */
  head: () => Promise<Uint8Array>;
  /** All its bytes, unpacked. @throws FileProblem if they are damaged, or more than the limits allow */
  read: () => Promise<Uint8Array>;
}

export interface Archive {
  /** Its files, in the order of the archive. */
  entries: Entry[];
  /** The archive with the new bytes of some entries. */
  write: (changes: ReadonlyMap<Entry, Uint8Array>) => Promise<Uint8Array>;
}

const MEGABYTE = 1e6;

/** Counts what is unpacked, so that a small file that unpacks to an enormous one does no harm. Sizes are in bytes. */
export class Limits {
  readonly each: number;
  readonly all: number;
  #used = 0;

  constructor(each = 200 * MEGABYTE, all = 1000 * MEGABYTE) {
    this.each = each;
    this.all = all;
  }

  /** The bytes that may still be unpacked of one part. */
  get left(): number {
    return Math.min(this.each, this.all - this.#used);
  }

  count(bytes: Uint8Array): Uint8Array {
    this.#used += bytes.length;
    return bytes;
  }
}

const TOO_LARGE = 'It unpacks to more than this page reads, so the rest of it wasn’t checked.';
const DAMAGED = 'It is damaged or incomplete. Copy or export it again.';

/**
 * Passes bytes through a stream.
 * @param limit of the bytes that come out
 * @param enough how many of these are enough, if not all are needed
 * @throws FileProblem if the bytes are damaged, or if more than the limit come out
 */
async function pass(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  limit = Infinity,
  enough = Infinity,
): Promise<Uint8Array> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < enough) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
      if (length > limit) throw new FileProblem(TOO_LARGE);
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(DAMAGED);
  } finally {
    reader.cancel().catch(() => {}); // nobody needs the rest
  }
  return join(chunks);
}

export function join(chunks: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The checksum of zip: https://www.w3.org/TR/png-3/#D-CRCAppendix */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const utf8 = new TextDecoder();
/** How many bytes of an entry tell what it is. */
const HEAD = 1024;

/** The signatures and sizes of the records of a zip archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
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
  for (let at = bytes.length - END.size; at >= Math.max(0, bytes.length - END.size - 0xffff); at--) {
    if (data.getUint32(at, true) === END.signature) return at;
  }
  throw new FileProblem(DAMAGED);
}

/** Reads an entry. @param record where it is in the list */
function readZipEntry(bytes: Uint8Array, record: number, limits: Limits): ZipEntry {
  const data = view(bytes);
  const short = (at: number) => data.getUint16(at, true);
  const long = (at: number) => data.getUint32(at, true);
  if (long(record) !== CENTRAL.signature) throw new FileProblem(DAMAGED);
  const [packedSize, size, header] = [long(record + 20), long(record + 24), long(record + 42)];
  if ([packedSize, size, header].includes(0xffffffff)) {
    throw new FileProblem('It is a zip archive for files of more than 4 GB (ZIP64), which this page doesn’t read.');
  }
  const nameSize = short(record + 28);
  const recordSize = CENTRAL.size + nameSize + short(record + 30) + short(record + 32);
  if (long(header) !== LOCAL.signature) throw new FileProblem(DAMAGED);
  const start = header + LOCAL.size + short(header + 26) + short(header + 28);
  const method = short(record + 10);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new FileProblem(DAMAGED);
  const unpack = async (enough?: number) => {
    if (method === 0) return packed;
    if (method !== 8) throw new FileProblem('It is compressed in a way that this page doesn’t read.');
    return pass(packed, new DecompressionStream('deflate-raw'), enough ? Infinity : limits.left, enough);
  };
  return {
    name: utf8.decode(bytes.subarray(record + CENTRAL.size, record + CENTRAL.size + nameSize)),
    encrypted: (short(record + 8) & ENCRYPTED) !== 0,
    head: async () => (await unpack(HEAD)).subarray(0, HEAD),
    read: async () => limits.count(await unpack()),
    ...{ header, data: start, record, recordSize, method },
  };
}

/** Reads the list of a zip archive. @throws FileProblem if it is damaged */
export function readZip(bytes: Uint8Array, limits: Limits): Archive {
  try {
    const end = findEnd(bytes);
    const list = view(bytes).getUint32(end + 16, true);
    const entries: ZipEntry[] = [];
    let at = list;
    for (let count = view(bytes).getUint16(end + 10, true); count > 0; count--) {
      const entry = readZipEntry(bytes, at, limits);
      entries.push(entry);
      at += entry.recordSize;
    }
    return { entries, write: (changes) => writeZip(bytes, entries, list, end, changes) };
  } catch (error) {
    throw error instanceof RangeError ? new FileProblem(DAMAGED) : error;
  }
}

/** Writes the checksum and the sizes of an entry. @param at where a header has them */
function writeSizes(header: Uint8Array, at: number, flags: number, packed: Uint8Array, bytes: Uint8Array): void {
  const data = view(header);
  data.setUint16(flags, data.getUint16(flags, true) & ~HAS_DESCRIPTOR, true);
  data.setUint32(at, crc32(bytes), true);
  data.setUint32(at + 4, packed.length, true);
  data.setUint32(at + 8, bytes.length, true);
}

/** A zip archive with changed entries. What is unchanged is copied as it is, with all that is between the entries. */
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
      const packed = entry.method === 0 ? changed : await pass(changed, new CompressionStream('deflate-raw'));
      const header = bytes.slice(entry.header, entry.data);
      writeSizes(header, 14, 6, packed, changed);
      writeSizes(record, 16, 8, packed, changed);
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
    if (!(size >= 0 && start + size <= bytes.length)) throw new FileProblem(DAMAGED);
    const data = bytes.subarray(start, start + size);
    const prefix = isTar(bytes.subarray(header, start)) ? field(header + 345, 155) : '';
    const name = (prefix && `${prefix}/`) + field(header, 100);
    const isFile = ['', '0'].includes(field(header + 156, 1));
    if (isFile) {
      const read = () => Promise.resolve(data);
      entries.push({ name, encrypted: false, head: read, read, header, size });
    }
    header = start + size + padding(size);
  }
  const write = async (changes: ReadonlyMap<Entry, Uint8Array>) => {
    const all = new Map(changes);
    const index = entries.find(({ name }) => name === MOODLE_INDEX);
    if (index && !all.has(index)) {
      let text = utf8.decode(await index.read());
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

/** Unpacks a gzip file. @throws FileProblem if it is damaged, or unpacks to more than the limits allow */
export const unpackGzip = async (bytes: Uint8Array, limits: Limits): Promise<Uint8Array> =>
  limits.count(await pass(bytes, new DecompressionStream('gzip'), limits.left));

/** Packs bytes as a gzip file. */
export const packGzip = (bytes: Uint8Array): Promise<Uint8Array> => pass(bytes, new CompressionStream('gzip'));
