/** What a query asks for: concepts, each with the wordings that count as it. */
import type { Vocabulary } from './vocabulary.ts';
import { CERTAINTY } from './weights.ts';
import { isMeaningful, isWeak, meaningful, stem, wordsOf } from './words.ts';

export interface Wording {
  /** Stems that must all be there. */
  stems: string[];
  /** How sure it is that this is meant, from 0 to 1. */
  certainty: number;
}

/** Something that is asked for. */
export interface Concept {
  /** Any of these will do. Without one, nothing on the site is called so. */
  wordings: Wording[];
  /** Whether it is a word of questions, which says little of what is asked. */
  isWeak: boolean;
}

/** A pasted log is cut here: what it is about has been said by then. */
const MOST_WORDS = 40;
/** Nobody types so many words: they were copied, from where no finger slips, with names and numbers of all kinds. */
const TYPED_WORDS = 12;
const LONGEST_PHRASE = 5;
/** Sayings whose words mean nothing of their own. */
const IDIOMS = /\b(at all|in simple terms)\b/gi;

/**
 * @param text what the reader typed
 * @param synonyms groups of wordings that mean the same
 * @param vocabulary the words of the site
 * @param spelling those, the words of the synonyms, and those that say nothing: what a reader may have meant to type
 * @returns the concepts in their order; empty where the text has no words
 */
export function parseQuery(text: string, synonyms: Synonyms, vocabulary: Vocabulary, spelling: Vocabulary): Concept[] {
  const typed = wordsOf(text.replace(IDIOMS, ' ')).slice(0, MOST_WORDS);
  const isTyped = typed.length <= TYPED_WORDS;
  const words = isTyped ? typed.map((word) => corrected(word, spelling)) : typed;
  const kept = new Set(meaningful(words));
  const concepts: Concept[] = [];
  let at = 0;
  while (at < words.length) {
    const known = synonymAt(words, at, synonyms, vocabulary) ?? joinedAt(words, at, vocabulary);
    const { wordings, length } = known ?? { wordings: wordingsOf(words[at]!, vocabulary, isTyped), length: 1 };
    const word = words[at]!;
    const isSlip = words.slice(at, at + length).join() !== typed.slice(at, at + length).join();
    at += length;
    if (!known && !kept.has(word)) continue;
    const sure = isSlip ? wordings.map((one) => ({ ...one, certainty: one.certainty * CERTAINTY.typo })) : wordings;
    concepts.push({
      wordings: at < words.length ? sure : withBeginning(sure, typed.at(-1)!, vocabulary),
      isWeak: length === 1 && isWeak(word),
    });
  }
  return concepts;
}

/** The word that was meant, where there is but one that a slip makes of it. */
function corrected(word: string, spelling: Vocabulary): string {
  if (spelling.has(word)) return word;
  const near = spelling.nearest(word);
  return new Set(near.map(stem)).size === 1 ? near[0]! : word;
}

/** A word. One that the site does not use may be a slip, or two words written as one. */
function wordingsOf(word: string, vocabulary: Vocabulary, isTyped: boolean): Wording[] {
  const own = { stems: [stem(word)], certainty: CERTAINTY.own };
  if (vocabulary.has(word)) return isTyped && vocabulary.isDoubtful(word) ? [own, ...slipsOf(word, vocabulary)] : [own];
  if (!isTyped) return [];
  return [
    ...splitsOf(word, vocabulary).map((parts) => ({ stems: parts.map(stem), certainty: CERTAINTY.apart })),
    ...slipsOf(word, vocabulary),
  ];
}

/** What the reader may have meant to type. */
const slipsOf = (word: string, vocabulary: Vocabulary): Wording[] =>
  vocabulary.nearest(word).map((meant) => ({ stems: [stem(meant)], certainty: CERTAINTY.typo }));

/** The last word may not be finished yet. */
function withBeginning(wordings: Wording[], word: string, vocabulary: Vocabulary): Wording[] {
  if (word.length < 2) return wordings;
  const begun = vocabulary.beginningWith(word).map((one) => ({ stems: [stem(one)], certainty: CERTAINTY.beginning }));
  return [...wordings, ...begun];
}

/** Two words that the site writes as one. */
function joinedAt(words: string[], at: number, vocabulary: Vocabulary) {
  const parts = words.slice(at, at + 2);
  const joined = parts.join('');
  if (parts.length < 2 || !parts.every(isMeaningful) || !vocabulary.has(joined)) return undefined;
  const wordings: Wording[] = [
    { stems: [stem(joined)], certainty: CERTAINTY.own },
    { stems: parts.map(stem), certainty: CERTAINTY.apart },
  ];
  return { wordings, length: 2 };
}

/** The word cut in two words of the site: between letters of each, or where letters and digits meet. */
function splitsOf(word: string, vocabulary: Vocabulary): string[][] {
  const cuts = Array.from({ length: word.length - 1 }, (_, index) => index + 1).filter(
    (at) => (at >= 3 && word.length - at >= 2) || /^\D\d|\d\D$/.test(word.slice(at - 1, at + 1)),
  );
  return cuts
    .map((at) => meaningful([word.slice(0, at), word.slice(at)]))
    .filter((parts) => parts.every(vocabulary.has));
}

/** Groups of words that mean the same, by the stems of each wording with spaces between them. */
export type Synonyms = ReadonlyMap<string, string[][]>;

/** @param groups wordings that mean the same, as `content/synonyms.yaml` has them */
export function readSynonyms(groups: string[][]): Synonyms {
  const synonyms = new Map<string, string[][]>();
  for (const group of groups) {
    const wordings = group.map(wordsOf);
    for (const wording of wordings) {
      const key = keyOf(wording);
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...wordings]);
    }
  }
  return synonyms;
}

const keyOf = (words: string[]) => words.map(stem).join(' ');

/** The longest wording of a synonym that begins at a word of the query. */
function synonymAt(words: string[], at: number, synonyms: Synonyms, vocabulary: Vocabulary) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const own = words.slice(at, at + length);
    const same = synonyms.get(keyOf(own));
    if (!same) continue;
    // Where the site does not have the reader's own wording, it certainly has what means the same.
    const certainty = own.every(vocabulary.has) ? CERTAINTY.synonym : CERTAINTY.own;
    const wordings = [own, ...same].flatMap((wording, index): Wording[] => {
      const stems = meaningful(wording).map(stem);
      // What is left of "log in" finds every log.
      const isLeft = stems.length < wording.length && stems.length === 1;
      if (index === 0) return [{ stems, certainty: isLeft ? CERTAINTY.left : CERTAINTY.own }];
      return isLeft ? [] : [{ stems, certainty }];
    });
    return { wordings, length };
  }
  return undefined;
}
