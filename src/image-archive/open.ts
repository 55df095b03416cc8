/** Opens an archive of images, checks all digests, and answers questions about its files. */
import { Answers } from './answers.ts';
import { isEncrypted, readLayout, type FoundImage } from './layout.ts';
import { readParts, type Part } from './parts.ts';
import { LayersReader } from './read-layers.ts';
import { blobSource, unpackedSource, type Source } from './source.ts';
import { isHeader } from './tar.ts';
import { ArchiveProblem, type OpenArchive, type ReadOptions } from './types.ts';
import { compressionOf } from './unpack.ts';

/** Reports what share of some bytes is done. It never falls, and is never more than 1. */
function progressOf(all: number, tell: (share: number) => void): (count: number) => void {
  let done = 0;
  return (count) => {
    done = Math.min(all, done + count);
    tell(done / all);
  };
}

/** A source that reports how many bytes it gives. */
function counted(source: Source, onBytes: (count: number) => void): Source {
  return {
    async *read(offset, size) {
      for await (const chunk of source.read(offset, size)) {
        onBytes(chunk.length);
        yield chunk;
      }
    },
  };
}

/**
 * Opens an archive: `docker save`, `docker buildx build -o type=oci`, `podman save`, `skopeo copy` and others write them.
 * @param file a `File` that somebody chose, or what `fs.openAsBlob` gives
 * @throws ArchiveProblem if it isn't one, with the reason; the reason of `signal` if that ends the reading
 */
export async function openArchive(
  file: Blob,
  { onProgress = () => {}, signal }: ReadOptions = {},
): Promise<OpenArchive> {
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  const reason = whyNot(head);
  if (reason) throw new ArchiveProblem(reason);
  const compression = compressionOf(head);
  const bytes = blobSource(file, signal);
  const sourceOf = (bytes: Source) => (compression ? unpackedSource(bytes, compression) : bytes);
  // Two passes, each of which reads the file at most once: the parts and their digests, and the layers.
  const source = sourceOf(counted(bytes, progressOf(2 * file.size, onProgress)));
  const parts = await readParts(source);
  const layout = readLayout(parts);
  const layers = new LayersReader();
  for (const part of layersOf(layout.images)) await layers.read(source, part);
  const answers = new Answers(sourceOf(bytes), parts, layout, layers);
  await answers.describeImages(async () => {
    await new Promise((resolve) => setTimeout(resolve)); // lets a message arrive that ends the reading
    signal?.throwIfAborted();
  });
  answers.archive.size = file.size;
  if (compression) answers.archive.compression = compression;
  onProgress(1);
  return answers;
}

/** The layers that can be read, each once, in the order of the archive. */
function layersOf(images: readonly FoundImage[]): Part[] {
  const parts = images
    .flatMap(({ layers }) => layers)
    .flatMap(({ part, content }) => (part && !isEncrypted(content) ? [part] : []));
  return [...new Set(parts)].sort((a, b) => a.offset - b.offset);
}

/** Why a file can't be an archive of images, by its first bytes. */
function whyNot(head: Uint8Array): string | undefined {
  if (!head.length) return 'It is empty. The command that wrote it may have failed.';
  if (head[0] === 0x50 && head[1] === 0x4b) return 'It is a zip archive. Unpack it, and choose the tar file in it.';
  if (compressionOf(head) || isHeader(head)) return undefined;
  return 'It isn’t a tar archive, which is what docker save writes.';
}
