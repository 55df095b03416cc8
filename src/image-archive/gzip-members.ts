/** Unpacks gzip files that have several members, as estargz has. It is a script of its own, as zstd.ts is. */
import { Gunzip } from 'fflate';
import type { Chunks, MakeProblem } from './chunks.ts';

const DAMAGED = 'It is damaged or incomplete: its gzip data can’t be unpacked.';

/**
 * Unpacks all members of a gzip file.
 * @param packed in small steps: what comes of each is in memory as a whole
 * @param problem makes the error for damaged ones
 */
export async function* gunzipMembers(packed: Chunks, problem: MakeProblem): Chunks {
  const unpacked: Uint8Array[] = [];
  const stream = new Gunzip((bytes) => void unpacked.push(bytes));
  const push = (bytes: Uint8Array, isLast: boolean) => {
    try {
      stream.push(bytes, isLast);
    } catch {
      throw problem(DAMAGED);
    }
  };
  for await (const bytes of packed) {
    push(bytes, false);
    yield* unpacked.splice(0);
  }
  push(new Uint8Array(), true);
  yield* unpacked.splice(0);
}
