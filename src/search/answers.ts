/**
 * What is said at each place, in files of a few places each: the browser fetches those of the results that it shows.
 * The places are named in them: should the index be of another build, a text never stands under a wrong title.
 */
import { addressOf } from './address.ts';
import type { Part, SearchDocument } from './documents.ts';

/** By address. */
export type Answers = Record<string, Part[]>;

/** So many neighbors share a file: few enough to be small, many enough that there are not too many files. */
const PLACES_A_FILE = 5;

/** The name of the file that has the answer of a document, by the document's place in the index. */
export const answersFile = (place: number): string => `search/answers/${Math.floor(place / PLACES_A_FILE)}.json`;

/** All files, by their name. */
export function answerFiles(documents: SearchDocument[]): Map<string, Answers> {
  const files = Map.groupBy(documents.entries(), ([place]) => answersFile(place));
  return new Map(
    [...files].map(([file, entries]) => [
      file,
      Object.fromEntries(entries.map(([, document]) => [addressOf(document), document.parts])),
    ]),
  );
}
