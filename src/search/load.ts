/** Fetches the files of the search, each once. A request that has failed is made again when it is next needed. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import type { Part } from '../model/kind.ts';
import type { Answers } from './answers.ts';
import { createEngine, type SearchEngine } from './engine.ts';
import { INDEX_FILE, searchFile, type PackedIndex } from './packed.ts';
import { readIndex } from './search-index.ts';

const requests = new Map<string, Promise<unknown>>();

function fetchOnce(file: string): Promise<unknown> {
  const request = requests.get(file) ?? fetchJson(file);
  requests.set(file, request);
  request.catch(() => requests.delete(file));
  return request;
}

async function fetchJson(file: string): Promise<unknown> {
  const response = await fetch(resolveFromRoot(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

let engine: SearchEngine | undefined;

/** @throws if the index cannot be fetched */
export async function loadEngine(): Promise<SearchEngine> {
  const packed = (await fetchOnce(INDEX_FILE)) as PackedIndex;
  return (engine ??= createEngine(readIndex(packed), fetchOnce));
}

/**
 * The text of a search result.
 * @param number of the file that has it
 * @param address of the result
 * @returns its parts; none if the file cannot be fetched, since the link of the result works without them
 */
export async function loadAnswer(number: number, address: string): Promise<Part[]> {
  const answers = (await fetchOnce(searchFile('answers', number)).catch(() => ({}))) as Answers;
  return answers[address] ?? [];
}
