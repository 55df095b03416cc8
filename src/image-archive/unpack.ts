/** Unpacks gzip (https://www.rfc-editor.org/rfc/rfc1952) and zstd (https://www.rfc-editor.org/rfc/rfc8878) in chunks. */
import { ArchiveProblem } from './types.ts';

export type Chunks = AsyncGenerator<Uint8Array, void>;
export type Compression = 'gzip' | 'zstd';

/** How something is compressed, by its first bytes; `undefined` if it isn't. */
export function compressionOf(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return undefined;
}

const damaged = (compression: Compression) =>
  new ArchiveProblem(`It is damaged or incomplete: its ${compression} data can’t be unpacked.`);

/**
 * Unpacks bytes.
 * @param open reads them from the beginning, as often as it is called
 * @throws ArchiveProblem if they are damaged
 */
export async function* unpack(open: () => Chunks, compression: Compression | undefined): Chunks {
  if (!compression) return yield* open();
  if (compression === 'zstd') return yield* pushThrough(open(), await zstdDecoder(), compression);
  // The browser's decoder is the fastest, and stops after the first member of a gzip file. Then another skips what came already.
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
  for await (const chunk of pushThrough(open(), await gzipDecoder(), compression)) {
    const skipped = Math.min(given, chunk.length);
    given -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}

/** @throws TypeError if the decoder does not like the bytes */
async function* gunzip(packed: Chunks): Chunks {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value } = await packed.next();
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

/** A decoder that is fed by calls. @param emit is given what it unpacks */
type Decoder = (emit: (bytes: Uint8Array) => void) => { push: (chunk: Uint8Array, isLast: boolean) => void };

async function zstdDecoder(): Promise<Decoder> {
  const { Decompress } = await import('fzstd');
  return (emit) => new Decompress(emit);
}

async function gzipDecoder(): Promise<Decoder> {
  const { Gunzip } = await import('fflate');
  return (emit) => new Gunzip(emit);
}

/** So much is pushed at once, in bytes: what a decoder unpacks of it is in memory as a whole. */
const STEP = 1 << 14;

async function* pushThrough(packed: Chunks, decoder: Decoder, compression: Compression): Chunks {
  const unpacked: Uint8Array[] = [];
  const stream = decoder((bytes) => void unpacked.push(bytes));
  const push = (bytes: Uint8Array, isLast: boolean) => {
    try {
      stream.push(bytes, isLast);
    } catch {
      throw damaged(compression);
    }
  };
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += STEP) {
      push(chunk.slice(at, at + STEP), false);
      yield* unpacked.splice(0);
    }
  }
  push(new Uint8Array(), true);
  yield* unpacked.splice(0);
}
