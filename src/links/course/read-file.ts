/** Reads the files of a course: their formats, by their bytes and not their names, and the parts that contain text. */
import { ENTITIES, isGift } from './addresses.ts';
import { FileProblem, isTar, Limits, readGzip, readTar, readZip, type Archive, type Entry } from './archives.ts';
import { readable, textOf } from './part-text.ts';
import type { Format, Note, Obstacle, Problem } from './texts.ts';

const TEXTS = ['txt', 'md', 'csv', 'gift'];
const WEB = ['html', 'htm', 'xml'];

/** The extensions that file names have, by format. */
const ENDINGS: Record<Format, string[]> = {
  word: ['docx', 'docm'],
  powerpoint: ['pptx', 'ppsx'],
  excel: ['xlsx'],
  odt: ['odt'],
  odp: ['odp'],
  ods: ['ods'],
  epub: ['epub'],
  h5p: ['h5p'],
  cartridge: ['imscc'],
  moodle: ['mbz'],
  zip: [],
  tar: [],
  notebook: ['ipynb', 'json', ...TEXTS],
  json: ['json', ...TEXTS],
  html: [...WEB, ...TEXTS],
  xml: ['opml', ...WEB, ...TEXTS],
  gift: TEXTS,
  text: ['html', 'htm', ...TEXTS],
};

/** A part of a file that has text: the file itself, or one of the files in it. */
export interface Part {
  /** Its name in the archive, after the archive's own name if that is in another. The file itself has none. */
  path: string[];
  format: Format;
  bytes: Uint8Array;
  /** How many bytes each character of the text has. */
  width: 1 | 2;
  /** The bytes as text: a character for each byte or, in UTF-16, for each two, so that a place in one is a place in the other. */
  readonly text: string;
  /** Why it must stay as it is, if it must. */
  fixed?: Obstacle | undefined;
  /** The archive that it is in. */
  folder?: Folder | undefined;
}

/** The text parts of an archive. */
export interface Folder {
  format: Format;
  parts: Map<string, Part>;
}

/** A file that has been read. */
export interface CourseFile {
  format: Format;
  parts: Part[];
  /** What a reader should know about it. */
  notes: Note[];
  /** The file with the new bytes of some parts. All other parts stay as they are. */
  write: (changes: ReadonlyMap<Part, Uint8Array>) => Promise<Uint8Array>;
}

type Contents = Pick<CourseFile, 'format' | 'parts' | 'write'>;

interface Context {
  limits: Limits;
  texts: Texts;
  notes: Note[];
  onProgress: (share: number) => void;
}

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
const isZip = (bytes: Uint8Array) =>
  startsWith(bytes, 0x50, 0x4b) && [0x0403, 0x0605].includes((bytes[3]! << 8) | bytes[2]!);
const isGzip = (bytes: Uint8Array) => startsWith(bytes, 0x1f, 0x8b, 8);
const isUtf16 = (bytes: Uint8Array) =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0x3c, 0);

/** Whether bytes begin as text does, and not as a picture or a program. */
function isText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true;
  const head = bytes.subarray(0, 1024);
  const controls = head.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  return !head.includes(0) && controls <= head.length / 50;
}

const isArchive = (bytes: Uint8Array) => isZip(bytes) || isGzip(bytes) || isTar(bytes);

/** Why non-archive bytes can't be read, if they can't. */
function refusal(bytes: Uint8Array): Problem | undefined {
  if (!bytes.length) return 'empty';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage') ? 'locked' : 'old';
  }
  return isText(bytes) ? undefined : 'other';
}

function textPart(bytes: Uint8Array, path: string[], { texts }: Context): Part {
  const isWide = isUtf16(bytes);
  const decoder = new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le', { ignoreBOM: true });
  const decode = (bytes: Uint8Array) => (isWide ? decoder.decode(bytes) : textOf(bytes));
  return {
    path,
    format: textFormat(decode(bytes.subarray(0, 1 << 16))),
    bytes,
    width: isWide ? 2 : 1,
    get text() {
      return texts.get(bytes, decode);
    },
  };
}

/**
 * Keeps the texts that were read last, because all texts of a large file would fill the memory. It keeps two, because an
 * Office document is read along with its relationships.
 */
class Texts {
  #last: { bytes: Uint8Array; text: string }[] = [];

  get(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
    const known = this.#last.find((text) => text.bytes === bytes) ?? { bytes, text: decode(bytes) };
    this.#last = [known, ...this.#last.filter((text) => text !== known)].slice(0, 2);
    return known.text;
  }
}

function textFormat(text: string): Format {
  const start = text.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)?\s*/, '');
  if (/^[{[]\s*(?:["{[\]}\d-]|true|false|null)/.test(start)) {
    return /"(?:nbformat|cell_type)"/.test(text) ? 'notebook' : 'json';
  }
  if (/^<(?:!doctype html|html|head|body|p|div|h\d|ul|ol|a|table|span|iframe)\b/i.test(start)) return 'html';
  if (/^<(?:\?xml|!doctype|[\w:]+[\s/>])/i.test(start)) return 'xml';
  return isGift(start) ? 'gift' : 'text';
}

/** The formats of archives, by a file that only they have. */
const FORMATS_BY_FILE: Record<string, Format> = {
  'word/document.xml': 'word',
  'ppt/presentation.xml': 'powerpoint',
  'xl/workbook.xml': 'excel',
  'moodle_backup.xml': 'moodle',
  'imsmanifest.xml': 'cartridge',
  'h5p.json': 'h5p',
};
/** The formats of archives with a file that names their type, by a word in it. */
const FORMATS_BY_TYPE: Record<string, Format> = { epub: 'epub', text: 'odt', presentation: 'odp', spreadsheet: 'ods' };

/** The format of an archive, by the files in it. */
async function archiveFormat({ entries }: Archive, isZip: boolean): Promise<Format> {
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  const file = Object.keys(FORMATS_BY_FILE).find((name) => names.has(name));
  if (file) return FORMATS_BY_FILE[file]!;
  const type = textOf((await names.get('mimetype')?.head()) ?? new Uint8Array());
  const [, word = ''] = /^application\/(?:vnd\.oasis\.opendocument\.)?(\w+)/.exec(type) ?? [];
  return FORMATS_BY_TYPE[word] ?? (isZip ? 'zip' : 'tar');
}

/** Why the entries of an archive must stay as they are, if they must. */
function whyFixed({ entries }: Archive, format: Format): (entry: Entry) => Obstacle | undefined {
  const isSigned = entries.some(({ name }) => /^_xmlsignatures\/|^META-INF\/\w*signatures\.xml$/.test(name));
  return ({ name }) => (isSigned ? 'signed' : format === 'moodle' && name.startsWith('files/') ? 'named' : undefined);
}

/** Text in the XML of a part as a reader sees it. */
const plainText = (text: string) =>
  readable(text).replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** The names of a Moodle backup's files in the course, by their hashes in the backup. */
function moodleNames(folder: Folder): Map<string, string> {
  const list = folder.parts.get('files.xml')?.text ?? '';
  const pairs = list.matchAll(/<contenthash>(\w+)<\/contenthash>[^]*?<filename>([^<]+)<\/filename>/g);
  return new Map([...pairs].map(([, hash, name]) => [hash!, plainText(name!)]));
}

/** Names files, activities and sections in the paths of parts as the course does. @param depth of the backup in other archives */
function showNames(parts: Part[], depth: number, files: ReadonlyMap<string, string>): void {
  for (const part of parts) {
    const name = part.path[depth]!;
    const [, hash = ''] = /^files\/.*?(\w+)$/.exec(name) ?? [];
    const [, kind = ''] = /^(?:activities|sections)\/(\w+)_\d+\/\1\.xml$/.exec(name) ?? [];
    const [, title] = (kind && /<name>(?!\$@NULL)([^<]+)<\/name>/.exec(part.text)) || [];
    part.path[depth] = title ? `${kind} “${plainText(title)}”` : (files.get(hash) ?? name);
  }
}

/** How deep archives may be nested, without counting gzip. */
const MAX_DEPTH = 2;

async function readArchive(archive: Archive, isZipped: boolean, path: string[], context: Context): Promise<Contents> {
  const format = await archiveFormat(archive, isZipped);
  const folder: Folder = { format, parts: new Map() };
  const reasonFor = whyFixed(archive, format);
  const inner: [Entry, Contents][] = [];
  const files = archive.entries.filter(({ name }) => !name.endsWith('/'));
  if (files.length && files.every(({ encrypted }) => encrypted)) throw new FileProblem('locked');
  const encrypted = files.filter((entry) => entry.encrypted).map(({ name }) => name);
  if (encrypted.length) context.notes.push(['locked', encrypted.join(', ')]);
  for (const [index, entry] of files.entries()) {
    if (!path.length) context.onProgress(index / files.length);
    if (entry.encrypted) continue;
    try {
      const head = await entry.head();
      if (!head.length || !(isArchive(head) || isText(head))) continue;
      const bytes = await context.limits.read(entry, isArchive(head));
      const contents = await readBytes(bytes, [...path, entry.name], context);
      inner.push([entry, contents]);
      const fixed = reasonFor(entry);
      for (const part of contents.parts) {
        part.fixed ??= fixed;
        if (part.folder) continue; // it is in an archive in this one
        part.folder = folder;
        folder.parts.set(entry.name, part);
      }
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      context.notes.push([error.problem, [...path, entry.name].join(' › ')]);
    }
  }
  refuseEncrypted(folder);
  const parts = inner.flatMap(([, { parts }]) => parts);
  if (format === 'moodle') showNames(parts, path.length, moodleNames(folder));
  return {
    format,
    parts,
    async write(changes) {
      const written = new Map<Entry, Uint8Array>();
      for (const [entry, { parts, write }] of inner) {
        if (parts.some((part) => changes.has(part))) written.set(entry, await write(changes));
      }
      return archive.write(written);
    },
  };
}

/** LibreOffice encrypts the content of each entry, not the entries in zip's own way. */
function refuseEncrypted({ parts }: Folder): void {
  if (parts.get('META-INF/manifest.xml')?.text.includes('encryption-data')) throw new FileProblem('locked');
}

/** Reads bytes. @param path of their part. @throws FileProblem if they can't be read */
async function readBytes(bytes: Uint8Array, path: string[], context: Context): Promise<Contents> {
  if (isGzip(bytes)) {
    const { entries, write } = readGzip(bytes);
    const entry = entries[0]!;
    const unpacked = await context.limits.read(entry, isArchive(await entry.head()));
    const contents = await readBytes(unpacked, path, context);
    return { ...contents, write: async (changes) => write(new Map([[entry, await contents.write(changes)]])) };
  }
  const isZipped = isZip(bytes);
  if (isZipped || isTar(bytes)) {
    if (path.length >= MAX_DEPTH) throw new FileProblem('nested');
    return readArchive(isZipped ? readZip(bytes) : readTar(bytes), isZipped, path, context);
  }
  const problem = refusal(bytes);
  if (problem) throw new FileProblem(problem);
  const part = textPart(bytes, path, context);
  return { format: part.format, parts: [part], write: (changes) => Promise.resolve(changes.get(part) ?? bytes) };
}

/** What a reader should know if a file's name suggests another format than its bytes. */
function noteOnName(name: string, format: Format): Note[] {
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  const isOther = !ENDINGS[format].includes(ending) && Object.values(ENDINGS).flat().includes(ending);
  return isOther ? [['misnamed']] : [];
}

/**
 * Reads a file.
 * @param name of the file, which is compared with its format
 * @param limits on what is unpacked
 * @param onProgress called with the share of an archive that has been read, from 0 to 1
 * @throws FileProblem if it can't be read
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  limits = new Limits(),
  onProgress: (share: number) => void = () => {},
): Promise<CourseFile> {
  const notes: Note[] = [];
  const contents = await readBytes(bytes, [], { limits, texts: new Texts(), notes, onProgress });
  return { ...contents, notes: [...noteOnName(name, contents.format), ...notes] };
}
