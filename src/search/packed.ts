/**
 * The form in which the search index travels. Each property of all documents is one string, since like values compress
 * best together. The text of the documents is not in it, only their words: the browser fetches the answers it shows.
 */
import type { SearchKind } from '../model/kind.ts';

interface PackedKind extends SearchKind {
  prefix?: string;
}

export interface PackedIndex {
  /** The path of each page, and how many documents are on it. */
  pages: [path: string, documents: number][];
  /** The kinds of the documents, each with the common prefix of its fragments, if they have one. */
  kinds: Record<string, PackedKind>;
  /** The kind of each document, by its number among the kinds, as one digit. */
  documentKinds: string;
  /** The fragment of each document, without the {@link prefixOf} it, separated by spaces. */
  fragments: string;
  /** The numbers of the first document of each file of answers, as {@link encodeList} writes them. */
  answers: string;
  /** A line for each document: its title and other names, separated by tabs. */
  names: string;
  /** A line for each error: its pattern. */
  patterns: string;
  /** The words of the two lists below, each in a single form, sorted, as {@link encodeWords} writes them. */
  words: string;
  /** For each word the numbers of the documents whose text has it, as {@link encodeList} writes them. */
  texts: string;
  /** The same for the words of readers' phrases. */
  phrases: string;
  /** Words that mean the same, from `content/synonyms.yaml`. */
  synonyms: string[][];
  /** What the search offers while its field is empty, from `content/site.yaml`. */
  starters: string[];
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

/** "A" says that a word shares no letters with the one before, "B" one, and so on. Words are in lower case. */
const NONE_SHARED = 'A'.charCodeAt(0);
const MAX_SHARED = 25;

/** Sorted words, each as the number of its first letters that the one before has too, and the rest of it. */
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
    .map((part) => (word = word.slice(0, part.charCodeAt(0) - NONE_SHARED) + part.slice(1)));
}

/** The part of a fragment that is left out: the name of a row's table, or what all fragments of the kind begin with. */
export const prefixOf = (kind: string, { prefix = '' }: PackedKind, table: string): string =>
  kind === 'row' ? `${table}-` : prefix;
