/**
 * Unpacks zstd: https://www.rfc-editor.org/rfc/rfc8878. Another package does the work. Here the data is cut into frames and
 * blocks for it, so that no frame asks for too much memory, and each step unpacks one block, which has at most 128 KB. It is a
 * script of its own, for the archives that need it, and must not import what the worker has: WebKit would run the worker twice.
 */
import { Decompress } from 'fzstd';
import type { Chunks, MakeProblem } from './chunks.ts';

/** The default limit of the zstd program: https://github.com/facebook/zstd/blob/v1.5.7/programs/zstd.1.md */
const MAX_WINDOW = 1 << 27;
const MAX_BLOCK = 1 << 17;
const MAGIC = 0xfd2fb528;
/** The last four bits can be anything. */
const SKIPPABLE = 0x184d2a50;

const DAMAGED = 'It is damaged or incomplete: its zstd data can’t be unpacked.';

const littleEndian = (bytes: Uint8Array) => bytes.reduceRight((value, byte) => value * 256 + byte, 0);

/** Takes as many bytes from chunks as are asked for. */
class Taker {
  readonly #chunks: Chunks;
  readonly #problem: MakeProblem;
  #rest: Uint8Array = new Uint8Array();

  constructor(chunks: Chunks, problem: MakeProblem) {
    this.#chunks = chunks;
    this.#problem = problem;
  }

  async isAtEnd(): Promise<boolean> {
    while (!this.#rest.length) {
      const { value } = await this.#chunks.next();
      if (!value) return true;
      this.#rest = value;
    }
    return false;
  }

  /** @throws the problem if there are fewer */
  async take(size: number): Promise<Uint8Array> {
    const taken = new Uint8Array(size);
    for (let filled = 0; filled < size;) {
      if (await this.isAtEnd()) throw this.#problem(DAMAGED);
      const piece = this.#rest.subarray(0, size - filled);
      taken.set(piece, filled);
      filled += piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return taken;
  }
}

/** The rest of a frame's header (section 3.1.1.1), after its descriptor. @throws the problem if its window is too large */
async function takeHeader(taker: Taker, descriptor: number, problem: MakeProblem): Promise<Uint8Array> {
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionarySize = [0, 1, 2, 4][descriptor & 3]!;
  const sizeSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  const header = await taker.take((isSingleSegment ? 0 : 1) + dictionarySize + sizeSize);
  const base = 2 ** (10 + (header[0]! >> 3));
  const window = isSingleSegment ? littleEndian(header.subarray(dictionarySize)) : base + (base / 8) * (header[0]! & 7);
  if (window > MAX_WINDOW) throw problem('Its zstd data needs more than 128 MB of memory to be unpacked.');
  return header;
}

/** Unpacks bytes. @param problem makes the error for damaged ones */
export async function* unpackZstd(packed: Chunks, problem: MakeProblem): Chunks {
  const taker = new Taker(packed, problem);
  const unpacked: Uint8Array[] = [];
  while (!(await taker.isAtEnd())) {
    const magic = await taker.take(4);
    if ((littleEndian(magic) & ~15) === SKIPPABLE) {
      const size = littleEndian(await taker.take(4));
      for (let left = size; left > 0; left -= MAX_BLOCK) await taker.take(Math.min(left, MAX_BLOCK));
      continue;
    }
    if (littleEndian(magic) !== MAGIC) throw problem(DAMAGED);
    const stream = new Decompress((bytes) => void unpacked.push(bytes));
    const push = (bytes: Uint8Array, isLast = false) => {
      try {
        stream.push(bytes, isLast);
      } catch {
        throw problem(DAMAGED);
      }
    };
    push(magic);
    const descriptor = await taker.take(1);
    push(descriptor);
    push(await takeHeader(taker, descriptor[0]!, problem));
    for (let isLast = false; !isLast;) {
      const header = await taker.take(3);
      const [type, size] = [(header[0]! >> 1) & 3, littleEndian(header) >> 3];
      if (size > MAX_BLOCK) throw problem(DAMAGED);
      isLast = (header[0]! & 1) !== 0;
      push(header);
      const stored = type === 1 ? 1 : size; // a block of type 1 repeats one byte
      const checksum = isLast && descriptor[0]! & 4 ? 4 : 0;
      push(await taker.take(stored + checksum), isLast);
      yield* unpacked.splice(0);
    }
  }
}
