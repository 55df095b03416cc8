/** Reads a query as concepts, each with the wordings that match it. */
import type { Vocabulary } from './vocabulary.ts';
import { CERTAINTY } from './weights.ts';
import { dropStopWords, dropWords, isStopWord, isWeak, spellingOf, stem, wordsOf } from './words.ts';

export interface Wording {
  /** The stems that a document must have, all of them. */
  stems: string[];
  /** How certain it is that the reader means this wording, from 0 to 1. */
  certainty: number;
}

/** One of the things that a query asks for. */
export interface Concept {
  /** The alternatives, of which a document needs one. Empty if the site has no word for the concept. */
  wordings: Wording[];
  /** Whether it is a word that many questions share, which says little about the subject. */
  isWeak: boolean;
}

/** What a query is read with. */
interface QueryWords {
  synonyms: Synonyms;
  vocabulary: Vocabulary;
  fillers: Vocabulary;
  spelling: Vocabulary;
}

/** A concept, and how many words of the query it takes up. */
interface Phrase {
  wordings: Wording[];
  length: number;
}

/** A pasted log has named its subject by then. */
const MAX_WORDS = 40;
/** A longer query was pasted: it has no typos, and its names and numbers must not be read as typos. */
const MAX_TYPED_WORDS = 12;
const MAX_SYNONYM_WORDS = 5;
/** Phrases whose words mean nothing outside them. */
const IDIOMS = /\b(at all|in simple terms|meaning( of)?)\b/gi;
/** A version after a name: `24.04` of "ubuntu 24.04". */
const VERSION = /(?<=\w\s+)\d+(\.\d+)+\b/g;

/** Begins a command whose next words may be names, such as a container's or a registry's. */
const NAMES_SOMETHING =
  /^\W*(?:sudo\s+)?docker(?:\s+(?:attach|commit|cp|create|exec|inspect|kill|log(?:in|out|s)|port|pull|push|rename|restart|rmi?|run|save|start|stats|stop|tag|top)|[\s-]compose\s+\w+|\s+(?:container|image|network|volume)\s+\w+)\s+\S/i;
/** A command with an option, or with a name such as `acme/shop:1.0`. */
const HAS_OPTION_OR_PATH = /^\W*(?:sudo\s+)?(?:docker|docker-compose|aws)\s.*(?:\s--?[a-z]|\S[/:=]\S)/i;
/** Whether a query looks like a command: its unknown words are taken for the reader's own names. */
const isCommand = (text: string): boolean => NAMES_SOMETHING.test(text) || HAS_OPTION_OR_PATH.test(text);

/**
 * @param text what the reader typed
 * @param index.synonyms the groups of wordings that mean the same
 * @param index.vocabulary the words of the site
 * @param index.fillers the words that say nothing about a subject, and that the site does not have
 * @param index.spelling the words that a reader may have meant to type: the site's words, synonyms and stop words
 * @returns the concepts in the order of the query, none if the text has no words; its words as stems, corrected; and the
 * text with its typing errors corrected
 */
export function parseQuery(
  text: string,
  { synonyms, vocabulary, fillers, spelling: knownWords }: QueryWords,
): { concepts: Concept[]; spelling: string; corrected: string } {
  // A version that the site doesn't mention says nothing about the subject.
  const known = text.replace(VERSION, (version) => (wordsOf(version).every(vocabulary.has) ? version : ' '));
  const given = wordsOf(known.replace(IDIOMS, ' ')).slice(0, MAX_WORDS);
  const isKnown = (word: string) => knownWords.has(word) || knownWords.corrections(word).length > 0;
  const typed = isCommand(text) ? given.filter(isKnown) : given;
  const isTyped = typed.length <= MAX_TYPED_WORDS;
  const isFiller = (word: string) => !vocabulary.has(word) && fillers.has(word);
  const isUnfinished = isBeginning(typed, vocabulary);
  const completion = isUnfinished ? CERTAINTY.beginning : CERTAINTY.completion;
  const isMeant = (word: string) => isUnfinished || isFiller(word) || splitsOf(word, vocabulary).length > 0;
  const words = isTyped ? typed.map((word) => (isMeant(word) ? word : correctTypo(word, knownWords))) : typed;
  const keywords = new Set(dropWords(dropStopWords(words), isFiller));
  const concepts: Concept[] = [];
  let start = 0;
  while (start < words.length) {
    const word = words[start]!;
    const phrase = synonymAt(words, start, synonyms, vocabulary) ?? compoundAt(words, start, vocabulary);
    const { wordings, length } = phrase ?? { wordings: wordingsOf(word, vocabulary, isTyped), length: 1 };
    const end = start + length;
    const isCorrected = words.slice(start, end).join() !== typed.slice(start, end).join();
    start = end;
    if (!phrase && !keywords.has(word)) continue;
    const likely = isCorrected
      ? wordings.map((wording) => ({ ...wording, certainty: wording.certainty * CERTAINTY.typo }))
      : wordings;
    concepts.push({
      wordings: end < words.length ? likely : addCompletions(likely, typed.at(-1)!, vocabulary, completion),
      isWeak: length === 1 && isWeak(word),
    });
  }
  const corrected = typed.reduce(
    (result, word, index) =>
      words[index] === word ? result : result.replace(new RegExp(`\\b${word}\\b`, 'i'), words[index]!),
    text,
  );
  return { concepts, spelling: spellingOf(words), corrected };
}

/** Whether a single word, which the site lacks, is the beginning of words that it has: it's unfinished, not a typing error. */
const isBeginning = ([word = '', ...others]: string[], { has, completions }: Vocabulary): boolean =>
  !others.length && !has(word) && completions(word).length > 0;

/** Corrects a word if all its corrections are forms of one word: to the form that ends like it. */
function correctTypo(word: string, spelling: Vocabulary): string {
  if (spelling.has(word)) return word;
  const corrections = spelling.corrections(word);
  if (new Set(corrections.map(stem)).size !== 1) return word;
  return corrections.find((correction) => correction.at(-1) === word.at(-1)) ?? corrections[0]!;
}

/** The wordings of a single word. A word that the site does not have may be a typo, or two words written as one. */
function wordingsOf(word: string, vocabulary: Vocabulary, isTyped: boolean): Wording[] {
  const exact = { stems: [stem(word)], certainty: CERTAINTY.exact };
  if (vocabulary.has(word)) {
    return isTyped && vocabulary.hasOnlyStem(word) ? [exact, ...correctionsOf(word, vocabulary)] : [exact];
  }
  if (!isTyped) return [];
  return [
    ...splitsOf(word, vocabulary).map((parts) => ({ stems: parts.map(stem), certainty: CERTAINTY.split })),
    ...correctionsOf(word, vocabulary),
  ];
}

const correctionsOf = (word: string, vocabulary: Vocabulary): Wording[] =>
  vocabulary.corrections(word).map((correction) => ({ stems: [stem(correction)], certainty: CERTAINTY.typo }));

/** The reader may not have finished the last word. */
function addCompletions(wordings: Wording[], word: string, vocabulary: Vocabulary, certainty: number): Wording[] {
  if (word.length < 2) return wordings;
  const completions = vocabulary.completions(word).map((completion) => ({ stems: [stem(completion)], certainty }));
  return [...wordings, ...completions];
}

/** Two words of the query that the site writes as one. */
function compoundAt(words: string[], start: number, vocabulary: Vocabulary): Phrase | undefined {
  const parts = words.slice(start, start + 2);
  const compound = parts.join('');
  if (parts.length < 2 || parts.some(isStopWord) || !vocabulary.has(compound)) return undefined;
  const wordings: Wording[] = [
    { stems: [stem(compound)], certainty: CERTAINTY.exact },
    { stems: parts.map(stem), certainty: CERTAINTY.split },
  ];
  return { wordings, length: 2 };
}

/** The ways to split a word into two words of the site: between letters, or where letters and digits meet. */
function splitsOf(word: string, vocabulary: Vocabulary): string[][] {
  const positions = Array.from({ length: word.length - 1 }, (_, index) => index + 1).filter(
    (position) =>
      (position >= 3 && word.length - position >= 2) || /^\D\d|\d\D$/.test(word.slice(position - 1, position + 1)),
  );
  return positions
    .map((position) => dropStopWords([word.slice(0, position), word.slice(position)]))
    .filter((parts) => parts.every(vocabulary.has));
}

/** The wordings that mean the same as a wording, by the stems of its words with spaces between them. */
export type Synonyms = ReadonlyMap<string, string[][]>;

/** @param groups wordings that mean the same, as in `content/synonyms.yaml` */
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

/** The longest wording with synonyms that begins at a word of the query. */
function synonymAt(words: string[], start: number, synonyms: Synonyms, vocabulary: Vocabulary): Phrase | undefined {
  for (let length = Math.min(MAX_SYNONYM_WORDS, words.length - start); length > 0; length--) {
    const typed = words.slice(start, start + length);
    const group = synonyms.get(keyOf(typed));
    if (!group) continue;
    // If the site lacks the reader's wording, the reader certainly means one of its synonyms.
    const certainty = typed.every(vocabulary.has) ? CERTAINTY.synonym : CERTAINTY.exact;
    const wordings = [typed, ...group].flatMap((wording, index): Wording[] => {
      const stems = dropStopWords(wording).map(stem);
      // Without its stop word, "log in" matches every log.
      const isRest = stems.length < wording.length && stems.length === 1;
      if (index === 0) return [{ stems, certainty: isRest ? CERTAINTY.rest : CERTAINTY.exact }];
      return isRest ? [] : [{ stems, certainty }];
    });
    return { wordings, length };
  }
  return undefined;
}
