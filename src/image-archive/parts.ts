/** Lists the parts of an archive, with their digests, in one pass over its bytes. */
import { join } from './chunks.ts';
import { Sha256 } from './sha256.ts';
import { partsOf } from './paths.ts';
import type { Source } from './source.ts';
import { TarReader } from './tar.ts';
import { compressionOf, type Compression } from './unpack.ts';

/** A file in the archive. */
export interface Part {
  path: string;
  offset: number;
  size: number;
  digest: string;
  compression: Compression | undefined;
  /** The bytes of a small one that may be JSON. */
  json: Uint8Array | undefined;
}

/** A registry takes no manifest of more than 4 MiB: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests */
export const MAX_JSON = 4 << 20;
/** The most that is kept of an archive: its JSON, names and link targets, and roughly what else each part needs. In bytes. */
const MAX_KEPT = 64 << 20;
const BYTES_PER_PART = 500;

export interface Parts {
  /** A part; `undefined` if the archive has none with this path. Links are followed: older archives repeat layers by links. */
  get: (path: string) => Part | undefined;
  all: Part[];
}

/** A part that is being read. */
interface Reading {
  part: Part;
  hash: Sha256;
  head: Uint8Array;
  chunks: Uint8Array[] | undefined;
}

/** Whether bytes may begin JSON that is an object or a list. */
const beginsJson = (head: Uint8Array) => /^\s*[[{]/.test(String.fromCharCode(...head.subarray(0, 16)));

/** Reads an archive once. @throws ArchiveProblem if it isn't a tar archive */
export async function readParts(source: Source): Promise<Parts> {
  const byPath = new Map<string, Part>();
  const links = new Map<string, string>();
  let reading: Reading | undefined;
  let kept = 0;
  const tar = new TarReader({
    entry({ name, type, offset, stored, target }) {
      const path = partsOf(name).join('/');
      const folder = path.split('/').slice(0, -1).join('/');
      reading = undefined;
      kept += BYTES_PER_PART + path.length + target.length;
      if (kept > MAX_KEPT) return;
      if (type === 'link') links.set(path, partsOf(`${folder}/${target}`).join('/'));
      if (type === 'hardlink') links.set(path, partsOf(target).join('/'));
      if (type !== 'file') return;
      const part: Part = { path, offset, size: stored, digest: '', compression: undefined, json: undefined };
      const isSmall = stored <= MAX_JSON && kept + stored <= MAX_KEPT;
      reading = { part, hash: new Sha256(), head: new Uint8Array(), chunks: isSmall ? [] : undefined };
    },
    data(bytes) {
      if (!reading) return;
      reading.hash.update(bytes);
      if (!reading.head.length) {
        reading.head = bytes.slice(0, 16);
        if (!beginsJson(reading.head)) reading.chunks = undefined;
      }
      reading.chunks?.push(bytes.slice());
    },
    end() {
      if (!reading) return;
      const { part, hash, head, chunks } = reading;
      part.digest = hash.digest();
      part.compression = compressionOf(head);
      part.json = chunks && join(chunks);
      kept += part.json?.length ?? 0;
      byPath.set(part.path, part);
    },
  });
  for await (const chunk of source.read(0)) {
    tar.push(chunk);
    if (tar.ended) break;
  }
  tar.finish();
  return {
    all: [...byPath.values()],
    get(path) {
      let at = partsOf(path).join('/');
      for (let followed = 0; followed < 8 && !byPath.has(at) && links.has(at); followed++) at = links.get(at)!;
      return byPath.get(at);
    },
  };
}
