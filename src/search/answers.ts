/**
 * The texts of the search results, in files of a few texts each: the browser fetches the files of the results that it
 * shows. The file has the address of each text, so that an index of another build never pairs a title with the wrong text.
 */
import type { Part } from '../model/kind.ts';
import { addressOf } from './address.ts';
import type { SearchDocument } from './documents.ts';

/** The parts of each text, by its address. */
export type Answers = Record<string, Part[]>;

/** Neighbors share a file up to this length. Longer files would delay each result, shorter ones would be too many. */
const MAX_CHARACTERS = 950;

/** Groups the documents whose answers share a file, in the order of the files. */
export function answerFiles(documents: SearchDocument[]): SearchDocument[][] {
  const files: SearchDocument[][] = [];
  let fileLength = Infinity;
  for (const document of documents) {
    const length = JSON.stringify(partsOf(document)).length;
    fileLength += length;
    if (fileLength > MAX_CHARACTERS) {
      files.push([]);
      fileLength = length;
    }
    files.at(-1)!.push(document);
  }
  return files;
}

/** The content of a file of answers. */
export const answersOf = (documents: SearchDocument[]): Answers =>
  Object.fromEntries(documents.map((document) => [addressOf(document), partsOf(document)]));

const partsOf = ({ parts, aside = [] }: SearchDocument): Part[] => [...parts, ...aside];
