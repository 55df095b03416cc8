/** Unpacks the layers of all images, and checks what they unpack to. */
import { Column } from './column.ts';
import { Entries, LayerReader, type LayerFiles } from './layer-files.ts';
import type { Part } from './parts.ts';
import { Sha256 } from './sha256.ts';
import type { Source } from './source.ts';
import { ArchiveProblem } from './types.ts';
import { MAX_UNPACKED, TOO_LARGE, unpack } from './unpack.ts';

/** A layer that was read. Images can share it. */
export interface ReadLayer {
  files: LayerFiles;
  unpackedSize: number;
  diffId?: string;
  problem?: string;
}

/** Reads the layers of all images, each once, in the order of the archive. */
export class LayersReader {
  readonly entries = new Entries();
  readonly layers = new Map<Part, ReadLayer>();
  readonly #latest = new Column(Int32Array);
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
