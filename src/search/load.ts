/** Fetches the index and the answers, each once. What failed is asked for again the next time. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { answersFile, type Answers } from './answers.ts';
import type { Part } from './documents.ts';
import { createEngine, type SearchEngine } from './engine.ts';
import type { PackedIndex } from './packed.ts';

async function fetchJson<T>(file: string): Promise<T> {
  const response = await fetch(resolveFromRoot(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

let engine: Promise<SearchEngine> | undefined;

/** The search engine. @throws if the index cannot be fetched */
export function loadEngine(): Promise<SearchEngine> {
  engine ??= fetchJson<PackedIndex>('search/index.json').then(createEngine);
  engine.catch(() => (engine = undefined));
  return engine;
}

const answers = new Map<string, Promise<Answers>>();

/**
 * What is said at a place.
 * @param number that of the file which has its answer
 * @returns nothing where it cannot be fetched: the link leads there all the same
 */
export async function loadAnswer(number: number, address: string): Promise<Part[]> {
  const file = answersFile(number);
  let asked = answers.get(file);
  if (!asked) {
    asked = fetchJson<Answers>(file).catch(() => {
      answers.delete(file);
      return {};
    });
    answers.set(file, asked);
  }
  return (await asked)[address] ?? [];
}
