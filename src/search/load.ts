/** Fetches the index and the answers, each once. A request that has failed is made again when it is next needed. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import type { Part } from '../model/kind.ts';
import { answersFile, type Answers } from './answers.ts';
import { createEngine, type SearchEngine } from './engine.ts';
import type { PackedIndex } from './packed.ts';

async function fetchJson<T>(file: string): Promise<T> {
  const response = await fetch(resolveFromRoot(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json() as Promise<T>;
}

let engine: Promise<SearchEngine> | undefined;

/** @throws if the index cannot be fetched */
export function loadEngine(): Promise<SearchEngine> {
  engine ??= fetchJson<PackedIndex>('search/index.json').then(createEngine);
  engine.catch(() => (engine = undefined));
  return engine;
}

const requests = new Map<string, Promise<Answers>>();

/**
 * The text of a search result.
 * @param number of the file that has it
 * @param address of the result
 * @returns its parts; none if the file cannot be fetched, since the link of the result works without them
 */
export async function loadAnswer(number: number, address: string): Promise<Part[]> {
  const file = answersFile(number);
  let request = requests.get(file);
  if (!request) {
    request = fetchJson<Answers>(file).catch(() => {
      requests.delete(file);
      return {};
    });
    requests.set(file, request);
  }
  return (await request)[address] ?? [];
}
