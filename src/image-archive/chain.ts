/**
 * Why a digest names content: what one changed byte of a config does to all digests above it. It's loaded when it's needed, so
 * it imports nothing: WebKit runs a worker once more if what it loads imports it.
 */
import type { FoundImage } from './layout.ts';
import type { Parts } from './parts.ts';
import type { ChainLink } from './types.ts';

const utf8 = new TextDecoder();

/** The JSON object around a place that is not in a string of another object, as its beginning and end. */
function objectAround(json: string, place: number): [start: number, end: number] {
  const starts: number[] = [];
  let around: number | undefined;
  for (const { 0: token, index } of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/g)) {
    if (token === '{') starts.push(index);
    else if (token === '}') {
      const start = starts.pop();
      if (start !== undefined && start === around) return [start, index + 1];
    } else if (index <= place && place < index + token.length) around = starts.at(-1);
  }
  return [0, json.length];
}

/** Writes a new digest and a new size into JSON that names the content. All other bytes stay as they are. */
function rename(json: string, before: string, after: string, size: number): string {
  const place = json.indexOf(`"${before}"`);
  if (place < 0) return json;
  const [start, end] = objectAround(json, place);
  const descriptor = json
    .slice(start, end)
    .replaceAll(`"${before}"`, `"${after}"`)
    .replace(/("size"\s*:\s*)\d+/, (_, key: string) => `${key}${size}`);
  return json.slice(0, start) + descriptor + json.slice(end);
}

/** Writes a new digest into the list of docker save, where it is a part of the name of a file. */
const renameFile = (json: string, before: string, after: string): string =>
  json.replaceAll(before.replace('sha256:', ''), after.replace('sha256:', ''));

/**
 * The digests that change if the config of an image has other bytes, from the config up to the first index.
 * @param parts of the archive
 * @param config the new bytes
 * @param digestOf computes the digest of bytes
 */
export function chainOf(
  { trail }: FoundImage,
  parts: Parts,
  config: Uint8Array,
  digestOf: (bytes: Uint8Array) => string,
): ChainLink[] {
  const links: ChainLink[] = [];
  let bytes = config;
  let below: ChainLink | undefined;
  for (const { kind, path } of trail.toReversed()) {
    const part = parts.get(path);
    if (!part?.json) break;
    if (below) {
      const json = utf8.decode(part.json);
      const { before, after } = below;
      const isList = json.trimStart().startsWith('['); // of docker save
      const renamed = isList ? renameFile(json, before, after) : rename(json, before, after, bytes.length);
      bytes = new TextEncoder().encode(renamed);
    }
    below = { kind, path, before: part.digest, after: digestOf(bytes) };
    links.push(below);
  }
  return links;
}
