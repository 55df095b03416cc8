/** The text of a part, with one character for each byte, and as a reader sees it. */

const utf8 = new TextDecoder();
/** A function takes only so many arguments. */
const CHUNK = 8192;

/** Bytes as text. `TextDecoder` has no Latin-1: its `latin1` is Windows-1252, whose texts take twice the memory. */
export function textOf(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    chunks.push(String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]));
  }
  return chunks.join('');
}

/** A text as a reader sees it. */
export const readable = (text: string): string =>
  utf8.decode(Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)));
