/**
 * The bytes of a file that somebody chose, read from any position. A file that is compressed as a whole can only be read
 * forward: anything before the current position needs another run from the beginning. So its parts are read in order, and
 * never kept.
 */
import type { Chunks } from './chunks.ts';
import { ArchiveProblem } from './types.ts';
import { MAX_UNPACKED, TOO_LARGE, unpack, type Compression } from './unpack.ts';

/** How much is read at once, in bytes. */
const CHUNK = 1 << 20;

/** Bytes that can be read from any place. */
export interface Source {
  /** Reads a part. @param size in bytes; a source that ends sooner gives fewer */
  read: (offset: number, size?: number) => Chunks;
}

/** A file as it is. @param signal that ends the reading */
export function blobSource(blob: Blob, signal: AbortSignal | undefined): Source {
  return {
    async *read(offset, size = Infinity) {
      const end = Math.min(offset + size, blob.size);
      for (let at = offset; at < end; at += CHUNK) {
        signal?.throwIfAborted();
        yield new Uint8Array(await blob.slice(at, Math.min(at + CHUNK, end)).arrayBuffer());
      }
    },
  };
}

/** A run over unpacked bytes, left where a part ended, and what it has already given beyond that. */
interface Run {
  chunks: Chunks;
  at: number;
  rest?: Uint8Array | undefined;
}

/** What a compressed file unpacks to. @param packed the file as it is */
export function unpackedSource(packed: Source, compression: Compression): Source {
  let paused: Run | undefined;
  return {
    async *read(offset, size = Infinity) {
      const end = offset + size;
      const canGoOn = paused !== undefined && paused.at <= offset;
      const run: Run = canGoOn ? paused! : { chunks: unpack(() => packed.read(0), compression), at: 0 };
      paused = undefined; // No other reader can continue it now.
      try {
        while (run.at < end) {
          const chunk = run.rest ?? (await run.chunks.next()).value;
          if (!chunk) return;
          const from = Math.max(0, offset - run.at);
          const to = Math.min(chunk.length, end - run.at);
          run.rest = to < chunk.length ? chunk.subarray(to) : undefined;
          run.at += to;
          if (run.at > MAX_UNPACKED) throw new ArchiveProblem(TOO_LARGE);
          if (from < to) yield chunk.subarray(from, to);
        }
        paused = run;
      } finally {
        if (paused !== run) await run.chunks.return();
      }
    },
  };
}
