/** The words of the site: which words it has, and which of them a reader may have meant. */
import { stem } from './words.ts';

export interface Vocabulary {
  /** Whether the site has the word in any of its forms. */
  has: (word: string) => boolean;
  /** Whether the site has the stem but not the word: a typo of "official" may have the stem of "office". */
  hasOnlyStem: (word: string) => boolean;
  /** The shortest words that begin with these letters. */
  completions: (letters: string) => string[];
  /**
   * The words of which this one may be a typo. A word of five letters or more may have one typing error, of nine
   * letters or more two. In three or four letters only a swap of neighbors or a missing letter counts, because they
   * leave every other letter in its place.
   */
  corrections: (word: string) => string[];
}

/** The stemmer may cut more than a suffix: it makes "organizer" into "organ", although they are not forms of one word. */
const MAX_SUFFIX = 3;

/** A reader who has typed two letters most likely means one of the shorter words. */
const MAX_COMPLETIONS = 20;

/** @param words every word of the site in at least one form */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const entries = [...new Set(words)].sort().map((word) => createEntry(word));
  const entriesByStem = Map.groupBy(entries, (entry) => entry.stem);
  const areForms = (a: string, b: string) => Math.abs(a.length - b.length) <= MAX_SUFFIX;

  return {
    has: (word) => entriesByStem.get(stem(word))?.some((entry) => areForms(entry.word, word)) ?? false,
    hasOnlyStem: (word) =>
      !entriesByStem.get(stem(word))?.some((entry) => entry.word.startsWith(word) || word.startsWith(entry.word)),
    completions: (letters) =>
      entries
        .map(({ word }) => word)
        .filter((word) => word.startsWith(letters))
        .sort((a, b) => a.length - b.length)
        .slice(0, MAX_COMPLETIONS),
    corrections: (word) => {
      const maxErrors = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
      const typed = createEntry(word);
      const near = entries.filter(({ letters }) => differences(letters, typed.letters) <= 2 * Math.max(maxErrors, 1));
      for (let errors = 1; errors <= maxErrors; errors++) {
        const similar = near.filter(
          (entry) =>
            isWithin(word, entry.word, errors) || (areForms(word, entry.word) && isWithin(typed.stem, entry.stem, 1)),
        );
        if (similar.length) return similar.map((entry) => entry.word);
      }
      if (word.length !== 3 && word.length !== 4) return [];
      return near.filter((entry) => isSwap(word, entry.word) || lacksLetter(word, entry.word)).map(({ word }) => word);
    },
  };
}

/** A word with its stem and the set of its letters, as bits. */
function createEntry(word: string): { word: string; stem: string; letters: number } {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) % 32);
  return { word, stem: stem(word), letters };
}

/** In how many letters two sets differ. A typing error makes at most two differences, so most words need no closer look. */
function differences(a: number, b: number): number {
  let count = 0;
  for (let bits = a ^ b; bits; bits &= bits - 1) count++;
  return count;
}

/** Whether the words differ in two neighbors that are swapped. */
const isSwap = (a: string, b: string): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- words consist of Latin letters and digits
  a !== b && isWithin(a, b, 1) && [...a].sort().join('') === [...b].sort().join('');

/** Whether a letter other than the first is missing. */
const lacksLetter = (typed: string, word: string): boolean =>
  typed.length === word.length - 1 && word.startsWith(typed.charAt(0)) && isWithin(typed, word, 1);

/** Whether at most `limit` typing errors turn one word into the other. */
function isWithin(a: string, b: string, limit: number): boolean {
  return Math.abs(a.length - b.length) <= limit && typingErrors(a, b, limit) <= limit;
}

/**
 * The fewest typing errors that turn `a` into `b`: letters inserted, dropped, replaced, or swapped with a neighbor.
 * This is the optimal string alignment distance, https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance.
 * @param limit the count stops here: if there are more errors, the result is `limit + 1`
 */
export function typingErrors(a: string, b: string, limit = Infinity): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let errors = Math.min(previous[column - 1]! + (isSame ? 0 : 1), previous[column]! + 1, current[column - 1]! + 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) errors = Math.min(errors, beforePrevious[column - 2]! + 1);
      current[column] = errors;
    }
    // A swap reaches back two rows, so both must be over the limit.
    if (Math.min(...current) > limit && Math.min(...previous) > limit) return limit + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length]!;
}
