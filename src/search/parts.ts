/** The parts of the search that a query needs: postings and documents. Each file is unpacked once. */
import { OCCURRENCES, weightOf, type Occurrence } from './occurrences.ts';
import { decodeList, DIGITS, searchFile, type PackedDocuments, type PackedPostings } from './packed.ts';
import type { Wording } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { fieldsOf, unpackDocuments, type Fields, type IndexedDocument } from './unpack.ts';

/** Gives a file of the search by its path, the same object each time. */
export type ReadFile = (path: string) => Promise<unknown>;

/** For each stem, the documents that have it, by their number. */
export type Postings = ReadonlyMap<string, ReadonlyMap<number, Occurrence>>;

export type DocumentFields = IndexedDocument & Fields;

export interface Parts {
  /** The postings of stems; none for a stem that the site does not have. */
  loadPostings: (stems: Iterable<string>) => Promise<Postings>;
  /** The documents of some files, by their number. */
  loadDocuments: (files: Iterable<number>) => Promise<Map<number, DocumentFields>>;
}

export function createParts(index: SearchIndex, read: ReadFile): Parts {
  const { postingsOf, documentStarts } = index;
  const postingsIn = once(unpackPostings);
  const documentsIn = once((file: PackedDocuments) =>
    unpackDocuments(file, index).map((document) => ({ ...document, ...fieldsOf(document) })),
  );
  const numberedDocuments = async (file: number) =>
    documentsIn((await read(searchFile('documents', file))) as PackedDocuments).map(
      (document, position) => [documentStarts[file]! + position, document] as const,
    );
  return {
    loadPostings: async (stems) => {
      const lists = [...new Set(stems)].map(async (wordStem) => {
        const place = postingsOf(wordStem);
        if (!place) return [];
        const file = (await read(searchFile('postings', place.file))) as PackedPostings;
        return [[wordStem, postingsIn(file)[place.position]!] as const];
      });
      return new Map((await Promise.all(lists)).flat());
    },
    loadDocuments: async (wanted) => new Map((await Promise.all([...wanted].map(numberedDocuments))).flat()),
  };
}

/** Unpacks each file once. */
function once<Packed extends object, T>(unpack: (packed: Packed) => T): (packed: Packed) => T {
  const unpacked = new WeakMap<Packed, T>();
  return (packed) => {
    const known = unpacked.get(packed) ?? unpack(packed);
    unpacked.set(packed, known);
    return known;
  };
}

/** For each stem of a file, the documents that have it. */
function unpackPostings({ documents, occurrences }: PackedPostings): Map<number, Occurrence>[] {
  let position = 0;
  const nextOccurrence = () => OCCURRENCES[DIGITS.indexOf(occurrences[position++]!)]!;
  return documents.split(' ').map((list) => new Map(decodeList(list).map((number) => [number, nextOccurrence()])));
}

/** The numbers of the documents that have all stems of a wording. */
export function documentsMatching({ stems }: Wording, postings: Postings): number[] {
  const [first, ...others] = stems.map((wordStem) => postings.get(wordStem));
  return [...(first?.keys() ?? [])].filter((number) => others.every((documents) => documents?.has(number)));
}

/** How much the stems of a wording count in a document that has them all, on average. */
export function averageWeight(stems: string[], number: number, postings: Postings): number {
  return stems.reduce((sum, wordStem) => sum + weightOf(postings.get(wordStem)!.get(number)!), 0) / stems.length;
}
