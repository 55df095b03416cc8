/** Opens an archive of images, checks all digests, and answers questions about its files. */
import { chainOf } from './chain.ts';
import { readHistory, readRunSettings } from './config.ts';
import { Entries, LayerReader, type LayerFiles } from './layer-files.ts';
import { readLayout, type FoundImage, type Layout } from './layout.ts';
import { merge, NONE, type FileSystem, type LayerChanges } from './merge.ts';
import { join, readParts, type Part, type Parts } from './parts.ts';
import { Sha256 } from './sha256.ts';
import { blobSource, unpackedSource, type Source } from './source.ts';
import { isHeader } from './tar.ts';
import { compressionOf, unpack, type Chunks } from './unpack.ts';
import {
  ArchiveProblem,
  type Archive,
  type Change,
  type Entry,
  type Hidden,
  type Image,
  type Layer,
  type OpenArchive,
  type Part as Rows,
  type ChainLink,
  type ReadOptions,
} from './types.ts';

/** As many bytes are unpacked of all layers together. */
const MAX_UNPACKED = 20e9;
const ROWS = 1000;

const utf8 = new TextDecoder();

/** A layer that was read. Images can share it. */
interface ReadLayer {
  files: LayerFiles;
  unpackedSize: number;
  diffId?: string;
  problem?: string;
}

/** Reads the layers of all images, each once, in the order of the archive. */
class LayersReader {
  readonly entries = new Entries();
  readonly layers = new Map<Part, ReadLayer>();
  readonly #latest: number[] = [];
  #unpacked = 0;

  async read(source: Source, part: Part): Promise<void> {
    const reader = new LayerReader(this.entries, this.#latest);
    const hash = part.compression && new Sha256();
    const layer: ReadLayer = { files: reader.files, unpackedSize: 0 };
    this.layers.set(part, layer);
    try {
      const open = () => source.read(part.offset, part.size);
      for await (const chunk of unpack(open, part.compression)) {
        layer.unpackedSize += chunk.length;
        this.#unpacked += chunk.length;
        if (this.#unpacked > MAX_UNPACKED) throw new ArchiveProblem(TOO_LARGE);
        hash?.update(chunk);
        reader.push(chunk);
      }
      layer.diffId = hash?.digest() ?? part.digest;
      reader.finish();
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      layer.problem = error.message;
    }
  }
}

const TOO_LARGE = 'It unpacks to more than 20 GB, and this page reads no more.';

async function* counted(chunks: Chunks, onBytes: (count: number) => void): Chunks {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** An image as the page sees it. */
function describeImage(found: FoundImage, layers: (ReadLayer | undefined)[], files: FileSystem): Image {
  const { names, platform, config, settings } = found;
  return {
    names,
    platform,
    config: config?.json ? utf8.decode(config.json) : '',
    run: readRunSettings(settings),
    history: readHistory(settings, layers.length),
    layers: layers.map((layer, index) => describeLayer(found.layers[index]!, layer, files.changes[index]!)),
    files: files.files,
    bytes: files.bytes,
    hiddenFiles: files.hidden.length,
    hiddenBytes: files.hiddenBytes,
  };
}

function describeLayer(
  { content, part, diffId }: FoundImage['layers'][number],
  layer: ReadLayer | undefined,
  changes: LayerChanges,
): Layer {
  const count = (kind: Change['change']) => changes.kinds.filter((other) => other === kind).length;
  const problem = content.mediaType.endsWith('+encrypted') ? ENCRYPTED : layer?.problem;
  return {
    mediaType: content.mediaType,
    compression: part?.compression ?? 'none',
    ...(content.digest !== undefined && { digest: content.digest }),
    state: content.state,
    ...(diffId !== undefined && { diffId }),
    diffIdState: !layer
      ? 'absent'
      : !layer.diffId || !diffId
        ? 'unchecked'
        : layer.diffId === diffId
          ? 'matches'
          : 'differs',
    size: content.actualSize ?? content.size ?? 0,
    unpackedSize: layer?.unpackedSize ?? 0,
    added: count('added'),
    changed: count('changed'),
    deleted: count('deleted'),
    ...(problem !== undefined && { problem }),
  };
}

const ENCRYPTED = 'It is encrypted, so its files can’t be read.';

/** Answers questions about the files of images. */
class Answers implements OpenArchive {
  readonly archive: Archive;
  readonly #source: Source;
  readonly #parts: Parts;
  readonly #found: FoundImage[];
  readonly #entries: Entries;
  readonly #layers: ReadonlyMap<Part, ReadLayer>;
  /** The file system of the image that was last asked for. */
  #merged: { image: number; files: FileSystem } | undefined;

  constructor(file: Blob, source: Source, parts: Parts, layout: Layout, { entries, layers }: LayersReader) {
    this.#source = source;
    this.#parts = parts;
    this.#found = layout.images;
    this.#entries = entries;
    this.#layers = layers;
    const { layouts, root, problems } = layout;
    const images = layout.images.map((found, image) =>
      describeImage(found, this.#layersOf(image), this.#filesOf(image)),
    );
    this.archive = { layouts, size: file.size, root, images, problems };
  }

  #layersOf(image: number): (ReadLayer | undefined)[] {
    return this.#imageAt(image).layers.map(({ part }) => part && this.#layers.get(part));
  }

  #imageAt(image: number): FoundImage {
    const found = this.#found[image];
    if (!found) throw new ArchiveProblem('There is no such image.');
    return found;
  }

  #filesOf(image: number): FileSystem {
    if (this.#merged?.image !== image) {
      const layers = this.#layersOf(image).map((layer) => layer?.files ?? NO_FILES);
      this.#merged = { image, files: merge(this.#entries, layers) };
    }
    return this.#merged.files;
  }

  list(image: number, folder: string, from = 0, count = ROWS): Rows<Entry & { children: number }> {
    const { visible, layerOf } = this.#filesOf(image);
    const { paths } = this.#entries;
    const visibleIn = (path: number) => [...paths.childrenOf(path)].filter((child) => visible[child] !== NONE);
    const path = paths.find(folder);
    const isFolder = (path: number) => this.#entries.type[visible[path]!] === 'folder';
    const children = (path === undefined ? [] : visibleIn(path)).sort(
      (a, b) => Number(isFolder(b)) - Number(isFolder(a)) || compare(paths.nameOf(a), paths.nameOf(b)),
    );
    return {
      total: children.length,
      items: children.slice(from, from + count).map((child) => ({
        ...this.#entries.describe(visible[child]!, layerOf[child]!),
        children: visibleIn(child).length,
      })),
    };
  }

  changes(image: number, layer: number, from = 0, count = ROWS): Rows<Change> {
    const { entries, kinds, layers } = this.#filesOf(image).changes[layer] ?? NO_CHANGES;
    const texts = entries.map((entry) => this.#entries.paths.textOf(this.#entries.path[entry]!));
    const order = [...entries.keys()].sort((a, b) => compare(texts[a]!, texts[b]!));
    return {
      total: order.length,
      items: order.slice(from, from + count).map((index) => ({
        ...this.#entries.describe(entries[index]!, layers[index]!),
        change: kinds[index]!,
      })),
    };
  }

  hidden(image: number, from = 0, count = ROWS): Rows<Hidden> {
    const { hidden } = this.#filesOf(image);
    return {
      total: hidden.length,
      items: hidden.slice(from, from + count).map(({ entry, layer, hiddenBy, how }) => ({
        ...this.#entries.describe(entry, layer),
        hiddenBy,
        how,
      })),
    };
  }

  async read(image: number, layer: number, path: string, limit: number): Promise<Uint8Array> {
    const part = this.#imageAt(image).layers[layer]?.part;
    const files = part && this.#layers.get(part)?.files;
    const number = this.#entries.paths.find(path);
    const found = files && number !== undefined ? this.#entries.lastAt(number, files) : undefined;
    if (!part || found === undefined) throw new ArchiveProblem('There is no such file in the layer.');
    const entry = this.#entries.content[found]!;
    if (this.#entries.isSparse.has(entry)) throw new ArchiveProblem(SPARSE);
    const offset = this.#entries.offset[entry]!;
    const size = Math.min(limit, this.#entries.size[entry]!);
    const packed: Source = {
      read: (from, size) => this.#source.read(part.offset + from, Math.min(size ?? Infinity, part.size - from)),
    };
    const layerSource = part.compression ? unpackedSource(packed, part.compression) : packed;
    const chunks: Uint8Array[] = [];
    for await (const chunk of layerSource.read(offset, size)) chunks.push(chunk);
    return join(chunks);
  }

  chain(image: number, config: Uint8Array): ChainLink[] {
    return chainOf(this.#imageAt(image), this.#parts, config);
  }
}

const SPARSE = 'It is a sparse file, whose zeros were left out of the archive. This page doesn’t put them back.';
const NO_FILES: LayerFiles = { first: 0, end: 0, whiteouts: [], opaque: [] };
const NO_CHANGES: LayerChanges = { entries: [], kinds: [], layers: [] };
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Tells the share of the work that is done. It never falls. */
class Progress {
  readonly #tell: (share: number) => void;
  #done = 0;
  all = Infinity;

  constructor(tell: (share: number) => void = () => {}) {
    this.#tell = tell;
  }

  readonly add = (bytes: number): void => {
    this.#done = Math.min(this.all, this.#done + bytes);
    this.#tell(this.#done / this.all);
  };
}

/**
 * Opens an archive: `docker save`, `docker buildx build -o type=oci`, `podman save`, `skopeo copy` and others write them.
 * @param file a `File` that somebody chose, or what `fs.openAsBlob` gives
 * @throws ArchiveProblem if it is none, with the reason; what `signal` says if it ends the reading
 */
export async function openArchive(file: Blob, { onProgress, signal }: ReadOptions = {}): Promise<OpenArchive> {
  const packed = blobSource(file, signal);
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  const reason = whyNot(head);
  if (reason) throw new ArchiveProblem(reason);
  const compression = compressionOf(head);
  const progress = new Progress(onProgress);
  // Both passes read the file at most once.
  progress.all = 2 * file.size;
  const counting: Source = { read: (offset, size) => counted(packed.read(offset, size), progress.add) };
  const source = compression ? unpackedSource(counting, compression) : counting;
  const parts = await readParts(source);
  const layout = readLayout(parts);
  const layers = new LayersReader();
  const wanted = layout.images
    .flatMap(({ layers }) => layers)
    .flatMap(({ part, content }) => (part && !content.mediaType.endsWith('+encrypted') ? [part] : []));
  for (const part of [...new Set(wanted)].sort((a, b) => a.offset - b.offset)) await layers.read(source, part);
  const answers = new Answers(file, compression ? unpackedSource(packed, compression) : packed, parts, layout, layers);
  if (compression) answers.archive.compression = compression;
  onProgress?.(1);
  return answers;
}

/** Why a file can't be an archive of images, by its first bytes. */
function whyNot(head: Uint8Array): string | undefined {
  if (!head.length) return 'It is empty. The command that wrote it may have failed.';
  if (head[0] === 0x50 && head[1] === 0x4b) return 'It is a zip archive. Unpack it, and choose the tar file in it.';
  if (compressionOf(head) || isHeader(head)) return undefined;
  return 'It is no tar archive, and docker save writes one.';
}
