/** Answers questions about the files of images. */
import { join } from './chunks.ts';
import { describeImage } from './describe.ts';
import type { Entries, LayerFiles } from './layer-files.ts';
import type { FoundImage, Layout } from './layout.ts';
import { merge, NONE, type FileSystem, type LayerChanges } from './merge.ts';
import type { Part, Parts } from './parts.ts';
import type { LayersReader, ReadLayer } from './read-layers.ts';
import { digestOf } from './sha256.ts';
import { unpackedSource, type Source } from './source.ts';
import {
  ArchiveProblem,
  type Archive,
  type ChainLink,
  type Change,
  type Entry,
  type Hidden,
  type OpenArchive,
  type Part as Rows,
} from './types.ts';

/** Rows in a part of a list, unless another number is asked for. */
const ROWS = 1000;

/** Answers questions about the files of images. */
export class Answers implements OpenArchive {
  readonly archive: Archive;
  readonly #source: Source;
  readonly #parts: Parts;
  readonly #found: FoundImage[];
  readonly #entries: Entries;
  readonly #layers: ReadonlyMap<Part, ReadLayer>;
  /** The file system of the image that was last asked for. */
  #merged: { image: number; files: FileSystem } | undefined;
  /** The list that was last asked for, in its order. */
  #sorted: { question: string; order: number[] } | undefined;
  /** The first image that was too much to merge. */
  #unmerged = Infinity;

  /** @param source of the parts and layers that were read */
  constructor(source: Source, parts: Parts, { images, ...layout }: Layout, { entries, layers }: LayersReader) {
    this.#source = source;
    this.#parts = parts;
    this.#found = images;
    this.#entries = entries;
    this.#layers = layers;
    this.archive = { ...layout, size: 0, images: [] };
  }

  /** Merges the layers of each image once, for its totals. @param pause called between two images; it may throw */
  async describeImages(pause: () => Promise<void>): Promise<void> {
    let left = MAX_MERGED;
    for (const [image, found] of this.#found.entries()) {
      await pause();
      const layers = this.#layersOf(image);
      left -= layers.reduce((sum, layer) => sum + sizeOf(layer), this.#entries.paths.count);
      if (left < 0 && this.#unmerged === Infinity) {
        this.#unmerged = image;
        this.archive.problems.push(TOO_MANY);
      }
      this.archive.images.push(describeImage(found, layers, this.#filesOf(image)));
    }
    this.archive.problems.push(...oddities(this.#found, this.#layers));
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
      const layers = this.#layersOf(image).map((layer) =>
        image < this.#unmerged ? (layer?.files ?? NO_FILES) : NO_FILES,
      );
      this.#merged = { image, files: merge(this.#entries, layers) };
    }
    return this.#merged.files;
  }

  /** Numbers in the order of a list, which is kept for its next part. */
  #order(question: string, make: () => number[]): number[] {
    if (this.#sorted?.question !== question) this.#sorted = { question, order: make() };
    return this.#sorted.order;
  }

  list(image: number, folder: string, from = 0, count = ROWS): Rows<Entry & { children: number }> {
    const { visible, layerOf } = this.#filesOf(image);
    const { paths } = this.#entries;
    const visibleIn = (path: number) => [...paths.childrenOf(path)].filter((child) => visible[child] !== NONE);
    const path = paths.find(folder);
    const isFolder = (path: number) => this.#entries.isFolder(visible[path]!);
    const children = this.#order(`${image} folder ${folder}`, () =>
      (path === undefined ? [] : visibleIn(path)).sort(
        (a, b) => Number(isFolder(b)) - Number(isFolder(a)) || compare(paths.nameOf(a), paths.nameOf(b)),
      ),
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
    const order = this.#order(`${image} changes ${layer}`, () => {
      const texts = entries.map((entry) => this.#entries.paths.textOf(this.#entries.path.values[entry]!));
      return [...entries.keys()].sort((a, b) => compare(texts[a]!, texts[b]!));
    });
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
    const entry = this.#entries.content.values[found]!;
    if (this.#entries.isSparse.has(entry)) throw new ArchiveProblem(SPARSE);
    const offset = this.#entries.offset.values[entry]!;
    const size = Math.min(limit, this.#entries.sizeOf(entry));
    const packed: Source = {
      read: (from, size) => this.#source.read(part.offset + from, Math.min(size ?? Infinity, part.size - from)),
    };
    const layerSource = part.compression ? unpackedSource(packed, part.compression) : packed;
    const chunks: Uint8Array[] = [];
    for await (const chunk of layerSource.read(offset, size)) chunks.push(chunk);
    return join(chunks);
  }

  async chain(image: number, config: Uint8Array): Promise<ChainLink[]> {
    const { chainOf } = await import('./chain.ts');
    return chainOf(this.#imageAt(image), this.#parts, config, digestOf);
  }
}

/** The paths and entries of all images together, as each image is merged on its own. */
const MAX_MERGED = 50_000_000;
const TOO_MANY = 'It has too many images with too many files. The files of the last ones aren’t shown.';
const sizeOf = (layer: ReadLayer | undefined) => (layer ? layer.files.end - layer.files.first : 0);

/** What engines would refuse, or read differently. */
function oddities(images: readonly FoundImage[], layers: ReadonlyMap<Part, ReadLayer>): string[] {
  const sentences = images.flatMap(({ layers: found }) =>
    found.flatMap(({ part }) => {
      const outside = part && layers.get(part)?.files.outside;
      return outside === undefined ? [] : [`${part!.path} has a path that leads out of its folder: ${outside}`];
    }),
  );
  return [...new Set(sentences)];
}

const SPARSE = 'It is a sparse file, which this page doesn’t unpack.';
const NO_FILES: LayerFiles = { first: 0, end: 0, whiteouts: [], opaque: [] };
const NO_CHANGES: LayerChanges = { entries: [], kinds: [], layers: [] };
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
