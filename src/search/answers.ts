/**
 * What is said at each place, in files of a few places each: the browser fetches those of the results that it shows.
 * The places are named in them: should the index be of another build, a text never stands under a wrong title.
 */
import { addressOf } from './address.ts';
import type { Part, SearchDocument } from './documents.ts';

/** By address. */
export type Answers = Record<string, Part[]>;

/** Neighbors share a file up to this length: few files, and none that is long for the sake of another place. */
const MOST_CHARACTERS = 1000;

/** The name of a file of answers, by its number. */
export const answersFile = (number: number): string => `search/answers/${number}.json`;

/** The documents whose answers share a file, file by file. */
export function answerFiles(documents: SearchDocument[]): SearchDocument[][] {
  const files: SearchDocument[][] = [];
  let length = Infinity;
  for (const document of documents) {
    const own = JSON.stringify(partsOf(document)).length;
    length += own;
    if (length > MOST_CHARACTERS) {
      files.push([]);
      length = own;
    }
    files.at(-1)!.push(document);
  }
  return files;
}

/** What is written to a file. */
export const answersOf = (documents: SearchDocument[]): Answers =>
  Object.fromEntries(documents.map((document) => [addressOf(document), partsOf(document)]));

const partsOf = ({ parts, aside = [] }: SearchDocument): Part[] => [...parts, ...aside];
