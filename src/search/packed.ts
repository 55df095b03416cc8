/**
 * The search index as it travels: titles as text, the words of what is said as lists of the documents that have them.
 * What is said itself stays behind: the browser fetches it, page by page, for the results that it shows.
 */
import { answerFiles } from './answers.ts';
import type { SearchDocument } from './documents.ts';
import { KINDS, type Kind } from './kinds.ts';
import { keywordsOf, nameIn, stem, stemsOf } from './words.ts';

/** Each of a document's properties stands beside those of the others, which are like it: so they compress best. */
export interface PackedIndex {
  /** The path of each page, and how many documents are on it. */
  pages: [path: string, documents: number][];
  /** For each document the number of its kind in {@link KINDS}, as one sign. */
  kinds: string;
  /** For each document its place on its page, without what {@link prefixOf} gives, with spaces between them. */
  fragments: string;
  /** What the places of a kind begin with. */
  prefixes: Partial<Record<Kind, string>>;
  /** The numbers of the documents with whose answer a new file of answers begins, as gaps. */
  answers: string;
  /** For each document a line with its title and its other names, with tabs between them. */
  names: string;
  /** For each error a line with its pattern. */
  patterns: string;
  /** All words of the two lists below, sorted, as {@link encodeWords} writes them; one stands for all its forms. */
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
  /** The number of the file that has its answer. */
  answers: number;
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

/** Stands for no common letter; the signs that follow it for one, two, and so on. None of them is in a word. */
const NONE_COMMON = 'A'.charCodeAt(0);
const MOST_COMMON = 25;

/** Sorted words, each as how many letters it begins with as the one before does, and the rest of it. */
function encodeWords(words: string[]): string {
  let previous = '';
  return words
    .map((word) => {
      let common = 0;
      while (common < MOST_COMMON && common < word.length && word[common] === previous[common]) common++;
      previous = word;
      return String.fromCharCode(NONE_COMMON + common) + word.slice(common);
    })
    .join('');
}

export function decodeWords(text: string): string[] {
  let word = '';
  return text
    .split(/(?=[A-Z])/)
    .map((part) => (word = word.slice(0, part.charCodeAt(0) - NONE_COMMON) + part.slice(1)));
}

/** What is left out of a document's place: that of a row begins with that of its table, others as all of their kind. */
const prefixOf = (kind: Kind, prefixes: PackedIndex['prefixes'], table: string): string =>
  kind === 'row' ? `${table}-` : (prefixes[kind] ?? '');

/** What all texts begin with, up to a hyphen. */
function commonBeginning([first = '', ...others]: string[]): string {
  const parts = first.split(/(?<=-)/).slice(0, -1);
  while (parts.length && !others.every((text) => text.startsWith(parts.join('')))) parts.pop();
  return parts.join('');
}

/** @param documents page by page, the rows of a table after it */
export function pack(documents: SearchDocument[], synonyms: string[][]): PackedIndex {
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
  const prefixes = Object.fromEntries(
    [...Map.groupBy(documents, ({ kind }) => kind)].map(([kind, all]) => [
      kind,
      all.length > 1 ? commonBeginning(all.map(({ fragment }) => fragment)) : '',
    ]),
  );
  const starts = new Set(answerFiles(documents).map(([first]) => first));
  let table = '';
  const fragments = documents.map(({ kind, fragment }) => {
    if (kind === 'table') table = fragment;
    return fragment.slice(prefixOf(kind, prefixes, table).length);
  });
  return {
    pages: [...Map.groupBy(documents, ({ path }) => path)].map(([path, all]) => [path, all.length]),
    kinds: documents.map(({ kind }) => DIGITS[KINDS.indexOf(kind)]).join(''),
    fragments: fragments.join(' '),
    prefixes,
    answers: encodeList([...documents.keys()].filter((number) => starts.has(documents[number]))),
    names: documents.map(({ title, names }) => [title, ...names].join('\t')).join('\n'),
    patterns: documents.flatMap(({ kind, pattern = '' }) => (kind === 'error' ? pattern : [])).join('\n'),
    words: encodeWords(words),
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

/** For each stem the numbers of the documents that have it, rising. */
function postingsOf(documents: string[][]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [number, words] of documents.entries()) {
    for (const one of new Set(words.map(stem))) postings.set(one, [...(postings.get(one) ?? []), number]);
  }
  return postings;
}

/** @returns the documents in the order in which they were packed */
export function unpack(packed: PackedIndex): Found[] {
  const { kinds, prefixes, words } = packed;
  const paths = packed.pages.flatMap(([path, count]) => Array.from({ length: count }, () => path));
  const fragments = packed.fragments.split(' ');
  const patterns = packed.patterns.split('\n').values();
  const starts = new Set(decodeList(packed.answers));
  let [table, caption, section, answers] = ['', '', '', -1];
  const found = packed.names.split('\n').map((line, number): Found => {
    const [title = '', ...names] = line.split('\t');
    const kind = KINDS[DIGITS.indexOf(kinds[number]!)]!;
    const fragment = prefixOf(kind, prefixes, table) + fragments[number]!;
    if (kind === 'table') [table, caption] = [fragment, title];
    if (kind === 'section') section = title;
    const pattern = kind === 'error' && patterns.next().value;
    if (starts.has(number)) answers++;
    return {
      kind,
      path: paths[number]!,
      fragment,
      title,
      names,
      ...(pattern && { pattern }),
      context: kind === 'row' ? caption : kind === 'subsection' ? section : '',
      text: [],
      asked: [],
      answers,
    };
  });
  const read = (lists: string, add: (document: Found, one: string) => void) => {
    const all = lists.split(' ');
    for (const [index, word] of decodeWords(words).entries()) {
      for (const number of decodeList(all[index]!)) add(found[number]!, stem(word));
    }
  };
  read(packed.texts, ({ text }, one) => text.push(one));
  read(packed.asked, ({ asked }, one) => asked.push(one));
  return found;
}
