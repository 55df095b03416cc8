/**
 * Reads the files of a layer: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md. File contents are not kept, only
 * where they are.
 */
import { Column } from './column.ts';
import { defined } from './config.ts';
import { partsOf, Paths, ROOT } from './paths.ts';
import { TarReader, type Header } from './tar.ts';
import { ArchiveProblem, type Entry, type EntryType } from './types.ts';

const MAX_ENTRIES = 2_000_000;
/** The most links in a row that Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const MAX_LINKS = 40;

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

const TYPES: EntryType[] = ['file', 'folder', 'link', 'hardlink', 'character-device', 'block-device', 'pipe'];

/** The offset of a folder that no entry names. */
const NOWHERE = -1;

/** The entries of all layers, in columns, because a million objects would need far more memory. */
export class Entries {
  readonly paths = new Paths();
  /** Each column has a value for each entry. */
  readonly path = new Column(Int32Array);
  readonly type = new Column(Uint8Array);
  readonly size = new Column(Float64Array);
  readonly mode = new Column(Uint16Array);
  /** Where its bytes begin in the unpacked layer. */
  readonly offset = new Column(Float64Array);
  /** The entry whose bytes it has: itself, or the target of a hard link. */
  readonly content = new Column(Int32Array);
  readonly target = new Map<number, string>();
  /** The entries from which zeros were left out. */
  readonly isSparse = new Set<number>();

  #admitted = 0;

  get count(): number {
    return this.path.length;
  }

  /** The last entry that a layer has for a path. */
  lastAt(path: number, { first, end }: LayerFiles): number | undefined {
    const entry = end > first ? this.path.values.lastIndexOf(path, end - 1) : -1;
    return entry >= first ? entry : undefined;
  }

  typeOf(entry: number): EntryType {
    return TYPES[this.type.values[entry]!]!;
  }

  isFile(entry: number): boolean {
    return this.typeOf(entry) === 'file';
  }

  isFolder(entry: number): boolean {
    return this.typeOf(entry) === 'folder';
  }

  sizeOf(entry: number): number {
    return this.size.values[entry]!;
  }

  /** Whether it is a folder that no entry names: the path of another entry implies it. */
  isImplied(entry: number): boolean {
    return this.offset.values[entry] === NOWHERE;
  }

  /** Counts an entry or a whiteout. @throws ArchiveProblem if there are too many */
  admit(): void {
    if (++this.#admitted > MAX_ENTRIES || this.paths.count > 2 * MAX_ENTRIES) {
      throw new ArchiveProblem('The archive has more than two million files, too many for this page.');
    }
  }

  /** @returns the number of the new entry @throws ArchiveProblem if there are too many */
  add(path: number, header: Header, content = this.count): number {
    this.admit();
    const { type, size, mode, target, offset } = header;
    if (header.isSparse) this.isSparse.add(this.count);
    this.path.push(path);
    this.type.push(TYPES.indexOf(type));
    this.size.push(type === 'hardlink' ? this.sizeOf(content) : type === 'file' ? size : 0);
    this.mode.push(mode);
    if (type === 'link' || type === 'hardlink') {
      this.paths.countCharacters(target);
      this.target.set(this.count - 1, target);
    }
    this.offset.push(offset);
    this.content.push(content);
    return this.count - 1;
  }

  /** An entry as the page sees it. @param layer the number of its layer in the image */
  describe(entry: number, layer: number): Entry {
    return {
      path: this.paths.textOf(this.path.values[entry]!),
      type: this.typeOf(entry),
      size: this.sizeOf(entry),
      mode: this.mode.values[entry]!,
      layer,
      ...defined({ target: this.target.get(entry) }),
    };
  }
}

/** What a layer does to the layers below. */
export interface LayerFiles {
  /** Its first entry, and the one after its last. */
  first: number;
  end: number;
  /** Paths that it deletes, and folders in which it hides everything from the layers below. */
  whiteouts: number[];
  opaque: number[];
  /** The first path that leads out of the file system, if there is one. */
  outside?: string;
}

const IMPLIED: Header = {
  ...{ name: '', type: 'folder', size: 0, mode: 0o755, target: '', stored: 0 },
  ...{ offset: NOWHERE, isSparse: false },
};

/** Takes the chunks of an unpacked layer. */
export class LayerReader {
  readonly files: LayerFiles;
  readonly #entries: Entries;
  readonly #tar = new TarReader({ entry: (header) => this.#add(header) });
  /** One more than the last entry of each path, in any layer. */
  readonly #latest: Column<Int32Array>;
  /** The links of this layer that may be folders in other paths. */
  readonly #links = new Map<number, string>();

  /** @param latest shared by the readers of all layers */
  constructor(entries: Entries, latest: Column<Int32Array>) {
    this.#entries = entries;
    this.#latest = latest;
    this.files = { first: entries.count, end: entries.count, whiteouts: [], opaque: [] };
  }

  /** @throws ArchiveProblem */
  push(chunk: Uint8Array): void {
    this.#tar.push(chunk);
  }

  /** @throws ArchiveProblem if more chunks should come */
  finish(): void {
    this.#tar.finish();
  }

  #add(header: Header): void {
    const parts = partsOf(header.name);
    if (parts[0] === '..' || header.name.startsWith('/')) this.files.outside ??= header.name;
    const name = parts.pop();
    const folder = this.#follow(parts);
    if (name !== undefined) this.#addFolder(folder);
    if (name === OPAQUE) {
      this.#entries.admit();
      this.files.opaque.push(folder);
    } else if (name?.startsWith(WHITEOUT)) {
      this.#entries.admit();
      const hidden = name.slice(WHITEOUT.length);
      // AUFS kept data of its own under names with two prefixes.
      if (hidden && !hidden.startsWith(WHITEOUT)) this.files.whiteouts.push(this.#entries.paths.add(folder, hidden));
    } else this.#addEntry(name === undefined ? ROOT : this.#entries.paths.add(folder, name), header);
    this.files.end = this.#entries.count;
  }

  #addEntry(path: number, header: Header): void {
    const content = header.type === 'hardlink' ? this.#contentOf(header.target) : undefined;
    this.#latest.set(path, this.#entries.add(path, header, content) + 1);
    if (header.type === 'link') this.#links.set(path, header.target);
    else this.#links.delete(path);
  }

  /** Adds the folders that the layer has not named before what is in them. */
  #addFolder(folder: number): void {
    const missing: number[] = [];
    for (let path = folder; path !== ROOT && !this.#isFolder(path); path = this.#entries.paths.parentOf(path)) {
      missing.push(path);
    }
    for (const path of missing.reverse()) this.#latest.set(path, this.#entries.add(path, IMPLIED) + 1);
  }

  #entryOf(path: number): number | undefined {
    const entry = (this.#latest.values[path] ?? 0) - 1;
    return entry >= this.files.first ? entry : undefined;
  }

  #isFolder(path: number): boolean {
    const entry = this.#entryOf(path);
    return entry !== undefined && this.#entries.isFolder(entry);
  }

  /** The entry whose bytes a hard link has, if it is in this layer. */
  #contentOf(target: string): number | undefined {
    const parts = partsOf(target);
    const name = parts.pop();
    if (name === undefined) return undefined;
    const entry = this.#entryOf(this.#entries.paths.add(this.#follow(parts), name));
    return entry === undefined ? undefined : this.#entries.content.values[entry];
  }

  /**
   * The folder to which a path leads. Engines unpack each layer into a folder of its own, so only links of this layer count.
   * None leads out of it: the parent of the root is the root.
   */
  #follow(parts: string[]): number {
    const { paths } = this.#entries;
    if (!this.#links.size) return parts.reduce((folder, part) => paths.add(folder, part), ROOT);
    let folder = ROOT;
    let followed = 0;
    for (const rest = parts.reverse(); rest.length;) {
      const path = paths.add(folder, rest.pop()!);
      const target = this.#links.get(path);
      if (target === undefined) {
        folder = path;
        continue;
      }
      if (++followed > MAX_LINKS) throw new ArchiveProblem('It is damaged: links in it form a loop.');
      const base = target.startsWith('/') ? '' : `${paths.textOf(folder)}/`;
      rest.push(
        ...partsOf(base + target)
          .filter((part) => part !== '..')
          .reverse(),
      );
      folder = ROOT;
    }
    return folder;
  }
}
