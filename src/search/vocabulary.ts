/** The words that the site uses, and which of them a reader may have meant. */
import { stem } from './words.ts';

export interface Vocabulary {
  /** Whether the site has the word in one of its forms. */
  has: (word: string) => boolean;
  /** Whether it only looks like a form of a word of the site: a slip of “official” can have the stem of “office”. */
  isDoubtful: (word: string) => boolean;
  /** The words that begin with these letters, the shortest first, some of them. */
  beginningWith: (letters: string) => string[];
  /**
   * The words that this one is a slip of: one typing error in five letters and more, two in nine and more; in three
   * and four letters two neighbors that are swapped, since that keeps them all.
   */
  nearest: (word: string) => string[];
}

/** Stems cut more than endings at times: that of “organizer” is “organ”. */
const LONGEST_ENDING = 3;

/** Of all words that begin with two letters, readers mean one of the shorter ones. */
const MOST_ENDINGS = 20;

/** @param words some form of every word of the site */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const all = [...new Set(words)].sort().map((word) => ({ word, stem: stem(word) }));
  const forms = Map.groupBy(all, (one) => one.stem);
  const isForm = (a: string, b: string) => Math.abs(a.length - b.length) <= LONGEST_ENDING;

  return {
    has: (word) => forms.get(stem(word))?.some((form) => isForm(form.word, word)) ?? false,
    isDoubtful: (word) =>
      !forms.get(stem(word))?.some((form) => form.word.startsWith(word) || word.startsWith(form.word)),
    beginningWith: (letters) =>
      all
        .map(({ word }) => word)
        .filter((word) => word.startsWith(letters))
        .sort((a, b) => a.length - b.length)
        .slice(0, MOST_ENDINGS),
    nearest: (word) => {
      const allowed = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
      const stemmed = stem(word);
      for (let edits = 1; edits <= allowed; edits++) {
        const found = all.filter(
          (one) => isWithin(word, one.word, edits) || (isForm(word, one.word) && isWithin(stemmed, one.stem, 1)),
        );
        if (found.length) return found.map((one) => one.word);
      }
      return word.length === 3 || word.length === 4
        ? all.filter((one) => isSwapped(word, one.word)).map((one) => one.word)
        : [];
    },
  };
}

/** Whether two neighbors are swapped. */
const isSwapped = (a: string, b: string): boolean =>
  a !== b && isWithin(a, b, 1) && [...a].sort().join('') === [...b].sort().join('');

/** Whether at most `most` letters were inserted, dropped, replaced or swapped with their neighbor. */
function isWithin(a: string, b: string, most: number): boolean {
  return Math.abs(a.length - b.length) <= most && typingErrors(a, b, most) <= most;
}

/**
 * The fewest slips that turn `a` into `b`: letters inserted, dropped, replaced, or swapped with their neighbor.
 * Known as the optimal string alignment distance.
 * @param most where it is certain that there are more, one more than this is the answer
 */
export function typingErrors(a: string, b: string, most = Infinity): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(previous[column - 1]! + (same ? 0 : 1), previous[column]! + 1, current[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, before[column - 2]! + 1);
      current[column] = least;
    }
    // A swap reaches back two rows, and no further.
    if (Math.min(...current) > most && Math.min(...previous) > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}
