/**
 * The search index as it travels: titles as text, the words of what is said as lists of the documents that have them.
 * What is said itself stays behind: the browser fetches it, page by page, for the results that it shows.
 */
import type { Kind, SearchDocument } from './documents.ts';
import { keywordsOf, nameIn, stem, stemsOf } from './words.ts';

/** A document without what is said: its kind, its place, its title, and its other names or the pattern of an error. */
type Entry = [kind: Kind, fragment: string, title: string, extra?: string[] | string];

export interface PackedIndex {
  pages: { path: string; entries: Entry[] }[];
  /** All words of the two lists below, sorted, with spaces between them; one stands for all its forms. */
  words: string;
  /** For each word the numbers of the documents whose text has it, as gaps, with spaces between the words. */
  texts: string;
  /** The same for the words with which readers ask for a document. */
  asked: string;
  /** Words that mean the same, from `content/synonyms.yaml`. */
  synonyms: string[][];
}

/** A document as the search finds it. */
export interface Found extends Omit<SearchDocument, 'parts' | 'asked'> {
  /** What its title is a part of: the caption of a row's table, the heading above. */
  context: string;
  /** The stems of what is said there, beside those of its names. */
  text: string[];
  /** The stems with which readers ask for it, beside those of its names. */
  asked: string[];
}

/** Printable, and without the two signs that JSON escapes. The first half ends a number, the second continues it. */
const DIGITS = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index)).filter(
  (sign) => sign !== '\\',
);
const BASE = 45;

function encode(number: number): string {
  const rest = Math.floor(number / BASE);
  return rest ? DIGITS[BASE + (number % BASE)] + encode(rest) : DIGITS[number]!;
}

/** Rising numbers as the gaps between them. */
const encodeList = (numbers: number[]): string =>
  numbers.map((number, index) => encode(number - (numbers[index - 1] ?? -1))).join('');

function decodeList(text: string): number[] {
  const numbers: number[] = [];
  let [last, gap, place] = [-1, 0, 1];
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    gap += (digit % BASE) * place;
    place *= BASE;
    if (digit >= BASE) continue;
    numbers.push((last += gap));
    [gap, place] = [0, 1];
  }
  return numbers;
}

/** @param documents page by page, the rows of a table after it */
export function pack(documents: SearchDocument[], synonyms: string[][]): PackedIndex {
  const pages = Map.groupBy(documents, ({ path }) => path);
  const texts = documents.map((document) => beside(document, document.parts.flat().join(' ')));
  const asked = worthAsking(
    documents.map((document) => beside(document, document.asked.join(' '))),
    [...texts.flat(), ...documents.flatMap(({ title, names }) => keywordsOf([title, ...names].join(' ')))],
  );
  const words = oneOfEachStem([...texts, ...asked].flat());
  const listsOf = (documents: string[][]) => {
    const postings = postingsOf(documents);
    return words.map((word) => encodeList(postings.get(stem(word)) ?? [])).join(' ');
  };
  return {
    pages: [...pages].map(([path, found]) => ({ path, entries: found.map(entryOf) })),
    words: words.join(' '),
    texts: listsOf(texts),
    asked: listsOf(asked),
    synonyms,
  };
}

/** Of how many places a word must be asked that the site itself does not have: each costs bytes, and few readers type it. */
const LEAST_PLACES = 3;

/** The words with which readers ask, without those that hardly anybody would. */
function worthAsking(asked: string[][], used: string[]): string[][] {
  const site = new Set(used.map(stem));
  const places = postingsOf(asked);
  return asked.map((words) =>
    words.filter((word) => site.has(stem(word)) || places.get(stem(word))!.length >= LEAST_PLACES),
  );
}

/** The words of a text that its document's title and other names do not have in any form. */
function beside({ title, names }: SearchDocument, text: string): string[] {
  const known = new Set([nameIn(title), ...names].flatMap(stemsOf));
  return keywordsOf(text).filter((word) => !known.has(stem(word)));
}

/** Of all words with the same stem the most frequent one, sorted. */
function oneOfEachStem(words: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const forms = Map.groupBy([...counts].sort(), ([word]) => stem(word));
  return [...forms.values()].map((same) => same.reduce((best, one) => (one[1] > best[1] ? one : best))[0]).sort();
}

function entryOf({ kind, fragment, title, names, pattern }: SearchDocument): Entry {
  const extra = pattern ?? (names.length ? names : undefined);
  return extra === undefined ? [kind, fragment, title] : [kind, fragment, title, extra];
}

/** For each stem the numbers of the documents that have it, rising. */
function postingsOf(documents: string[][]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [number, words] of documents.entries()) {
    for (const one of new Set(words.map(stem))) postings.set(one, [...(postings.get(one) ?? []), number]);
  }
  return postings;
}

/** @returns the documents in the order in which they were packed */
export function unpack({ pages, words, texts, asked }: PackedIndex): Found[] {
  let [caption, section] = ['', ''];
  const found = pages.flatMap(({ path, entries }) =>
    entries.map(([kind, fragment, title, extra]): Found => {
      if (kind === 'table') caption = title;
      if (kind === 'section') section = title;
      return {
        kind,
        path,
        fragment,
        title,
        names: Array.isArray(extra) ? extra : [],
        ...(typeof extra === 'string' && { pattern: extra }),
        context: kind === 'row' ? caption : kind === 'subsection' ? section : '',
        text: [],
        asked: [],
      };
    }),
  );
  const read = (lists: string, add: (document: Found, one: string) => void) => {
    const all = lists.split(' ');
    for (const [index, word] of words.split(' ').entries()) {
      for (const number of decodeList(all[index]!)) add(found[number]!, stem(word));
    }
  };
  read(texts, ({ text }, one) => text.push(one));
  read(asked, ({ asked }, one) => asked.push(one));
  return found;
}
