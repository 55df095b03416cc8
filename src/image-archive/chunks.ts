/** Bytes that come one chunk after another. */
export type Chunks = AsyncGenerator<Uint8Array, void>;

/** Makes an error out of a sentence for the person who chose an archive. */
export type MakeProblem = (sentence: string) => Error;

/** Joins chunks. */
export function join(chunks: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
