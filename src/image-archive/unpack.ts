/** Unpacks gzip (https://www.rfc-editor.org/rfc/rfc1952) and zstd (https://www.rfc-editor.org/rfc/rfc8878) in chunks. */
import type { Chunks } from './chunks.ts';
import { ArchiveProblem } from './types.ts';

export type Compression = 'gzip' | 'zstd';

/** How something is compressed, by its first bytes; `undefined` if it isn't. */
export function compressionOf(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return undefined;
}

const problem = (sentence: string) => new ArchiveProblem(sentence);

/**
 * Unpacks bytes.
 * @param open reads them from the beginning, as often as it is called
 * @throws ArchiveProblem if they are damaged
 */
export async function* unpack(open: () => Chunks, compression: Compression | undefined): Chunks {
  if (!compression) return yield* open();
  if (compression === 'zstd') return yield* (await import('./zstd.ts')).unpackZstd(open(), problem);
  // The platform's decoder is the fastest, but fails after the first member. Then another skips what was already given.
  let given = 0;
  try {
    for await (const chunk of gunzip(open())) {
      given += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const { gunzipMembers } = await import('./gzip-members.ts');
  for await (const chunk of gunzipMembers(inSteps(open()), problem)) {
    const skipped = Math.min(given, chunk.length);
    given -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}

/** @throws TypeError if the decoder rejects the bytes */
async function* gunzip(packed: Chunks): Chunks {
  const steps = inSteps(packed);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value } = await steps.next();
      if (value) controller.enqueue(value as Uint8Array<ArrayBuffer>);
      else controller.close();
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { value } = await reader.read();
      if (!value) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {}); // nobody needs the rest
  }
}

/** The most bytes that are unpacked of one archive. */
export const MAX_UNPACKED = 20e9;
export const TOO_LARGE = 'It unpacks to more than 20 GB, too much for this page.';

/** This many bytes are unpacked at once: the result, at most a thousand times as many with gzip, is in memory as a whole. */
const STEP = 1 << 14;

async function* inSteps(chunks: Chunks): Chunks {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) yield chunk.slice(at, at + STEP);
  }
}
