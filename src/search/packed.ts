/**
 * The form in which the search index travels. A first file has the words of the site. The others are small, and the browser
 * fetches those that a query needs: postings, which say where its words are, then the documents that may answer it. Each
 * property of all documents of a file is one string, since like values compress best together.
 */
import type { SearchKind } from '../model/kind.ts';

interface PackedKind extends SearchKind {
  prefix?: string;
}

export interface PackedIndex {
  /** How many documents there are. */
  count: number;
  /** The kinds of the documents, each with the common prefix of its fragments, if they have one. */
  kinds: Record<string, PackedKind>;
  /** The words of the site, sorted, as {@link encodeWords} writes them. */
  words: string;
  /** For each stem of these words, sorted, about how many documents have it: a digit, the {@link frequencyLevel}. */
  frequencies: string;
  /** Words that say nothing about a subject and that the site does not have, sorted, as {@link encodeWords} writes them. */
  fillers: string;
  /** The number of the first stem of each file of postings, as {@link encodeList} writes them. */
  postings: string;
  /** The number of the first document of each file of documents, as {@link encodeList} writes them. */
  documents: string;
  /** The numbers of the errors, as {@link encodeList} writes them. */
  errors: string;
  /** A line for each error: the words of each alternative of its pattern, joined by "+", separated by spaces. */
  messageWords: string;
  /** The numbers of the files of documents whose names may be suggested, as {@link encodeList} writes them. */
  suggested: string;
  /** Words that mean the same, from `content/synonyms.yaml`. */
  synonyms: string[][];
  /** What the search offers while its field is empty, from `content/site.yaml`. */
  starters: string[];
}

/** Where the stems of a file are. */
export interface PackedPostings {
  /** For each stem, the numbers of its documents, as {@link encodeList} writes them, separated by spaces. */
  documents: string;
  /** For each of these numbers, how the document has the stem: a digit, the number in `OCCURRENCES`. */
  occurrences: string;
}

/** The documents of a file, without their text. */
export interface PackedDocuments {
  /** What precedes the first document: the fragment and caption of the last table, and the last section, if there are any. */
  before: [table: string, caption: string, section: string];
  /** The pages, and how many documents of each are in this file. */
  pages: [path: string, title: string, count: number][];
  /** The kind of each document, by its number among the kinds, as one digit. */
  kinds: string;
  /** The fragment of each document, without the {@link prefixOf} it, separated by spaces. */
  fragments: string;
  /** A line for each document: its title and other names, separated by tabs. */
  names: string;
  /** A line for each document: what is shown before its title. Missing if none has such words. */
  leads?: string;
  /** The numbers of the stems of all phrases, as {@link encodeList} writes them. */
  stems: string;
  /** A line for each document: its phrases, separated by spaces: the {@link letterOf} each stem's position in `stems`. */
  phrases: string;
  /** A line for each document: the pattern of an error. Missing if none is an error. */
  patterns?: string;
  /** The numbers of the documents that show each one as a value, as {@link encodeList} writes them, separated by spaces. */
  shownIn: string;
  /** The number of the file that has the answer of the first document. */
  firstAnswer: number;
  /** The documents with which the next file of answers begins, counted within this file, as {@link encodeList} writes them. */
  answers: string;
}

/** The folders of the files that have a number. */
type Folder = 'postings' | 'documents' | 'answers';

export const INDEX_FILE = 'search/index.json';

/** The path of a file, by its folder and number. */
export const searchFile = (folder: Folder, number: number): string => `search/${folder}/${number}.json`;

/** All files of the index. */
export interface PackedSearch {
  index: PackedIndex;
  postings: PackedPostings[];
  documents: PackedDocuments[];
}

/** Printable characters without the two that JSON escapes. The first half ends a number, the second continues it. */
export const DIGITS = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index)).filter(
  (character) => character !== '\\',
);
const BASE = 45;

function encodeNumber(number: number): string {
  const rest = Math.floor(number / BASE);
  return rest ? DIGITS[BASE + (number % BASE)]! + encodeNumber(rest) : DIGITS[number]!;
}

/** Rising numbers as the gaps between them. */
export const encodeList = (numbers: number[]): string =>
  numbers.map((number, index) => encodeNumber(number - (numbers[index - 1] ?? -1))).join('');

export function decodeList(text: string): number[] {
  const numbers: number[] = [];
  let [last, gap, place] = [-1, 0, 1];
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    gap += (digit % BASE) * place;
    place *= BASE;
    if (digit >= BASE) continue;
    numbers.push((last += gap));
    [gap, place] = [0, 1];
  }
  return numbers;
}

/** The first position that has no digit. */
const BEYOND_DIGITS = 0x100;

/** One character for a position in a list. */
export const letterOf = (position: number): string => DIGITS[position] ?? String.fromCharCode(BEYOND_DIGITS + position);

export const positionOf = (letter: string): number => {
  const code = letter.charCodeAt(0);
  return code < BEYOND_DIGITS ? DIGITS.indexOf(letter) : code - BEYOND_DIGITS;
};

/** "A" says that a word shares no letters with the one before, "B" one, and so on. Words are in lower case. */
const NONE_SHARED = 'A'.charCodeAt(0);
const MAX_SHARED = 25;

/** Sorted words, each as the number of first letters that it shares with the word before, and the rest of its letters. */
export function encodeWords(words: string[]): string {
  let previous = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < MAX_SHARED && shared < word.length && word[shared] === previous[shared]) shared++;
      previous = word;
      return String.fromCharCode(NONE_SHARED + shared) + word.slice(shared);
    })
    .join('');
}

export function decodeWords(text: string): string[] {
  let word = '';
  return text
    .split(/(?=[A-Z])/)
    .filter(Boolean)
    .map((part) => (word = word.slice(0, part.charCodeAt(0) - NONE_SHARED) + part.slice(1)));
}

/** A level is this much of a power of two, so a frequency is wrong by a tenth at most. */
const LEVELS_PER_POWER = 4;
export const frequencyLevel = (frequency: number): number => Math.round(LEVELS_PER_POWER * Math.log2(frequency));
export const frequencyOfLevel = (level: number): number => 2 ** (level / LEVELS_PER_POWER);

/** How much a word says if this many of `count` documents have it: the fewer, the more. */
export const rarity = (frequency: number, count: number): number => Math.log(1 + count / frequency);

/** The part of a fragment that is left out: the name of a row's table, or what all fragments of the kind begin with. */
export const prefixOf = (kind: string, { prefix = '' }: PackedKind, table: string): string =>
  kind === 'row' ? `${table}-` : prefix;

/** The position of the last of some rising starts that is not beyond a number: the file that has the number. */
export function fileOf(number: number, starts: number[]): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= number) low = middle;
    else high = middle;
  }
  return low;
}
