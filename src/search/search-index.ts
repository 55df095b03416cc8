/** The index of the search as the engine reads it: the words of the site, and which file has what. */
import { decodeList, decodeWords, DIGITS, fileOf, frequencyOfLevel, type PackedIndex } from './packed.ts';
import { readSynonyms, type Synonyms } from './query.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { keywordsOf, stem, STOP_WORDS } from './words.ts';

export interface SearchIndex extends Pick<PackedIndex, 'count' | 'kinds' | 'starters'> {
  /** The stems of the words of the site, sorted. */
  stems: string[];
  /** About how many documents have a stem. */
  frequencyOf: (wordStem: string) => number;
  /** The words of the site. */
  vocabulary: Vocabulary;
  /** Words that say nothing about a subject and that the site does not have. */
  fillers: Vocabulary;
  /** The words that a reader may have meant to type: the site's words, their synonyms, and stop words. */
  spelling: Vocabulary;
  synonyms: Synonyms;
  /** The words with which a text may be the message of an error, by the number of the error. */
  messageWords: { number: number; words: string[] }[];
  /** The file of postings that has a stem, and the position in it; `undefined` if the site does not have the stem. */
  postingsOf: (wordStem: string) => { file: number; position: number } | undefined;
  /** The number of the first document of each file of documents. */
  documentStarts: number[];
  /** The numbers of the files of documents whose names may be suggested. */
  suggested: number[];
}

export function readIndex(packed: PackedIndex): SearchIndex {
  const words = decodeWords(packed.words);
  const stems = [...new Set(words.map(stem))].sort();
  const numbers = new Map(stems.map((wordStem, number) => [wordStem, number]));
  const postingStarts = decodeList(packed.postings);
  return {
    count: packed.count,
    kinds: packed.kinds,
    starters: packed.starters,
    stems,
    frequencyOf: (wordStem) => {
      const number = numbers.get(wordStem);
      return number === undefined ? packed.count : frequencyOfLevel(DIGITS.indexOf(packed.frequencies[number]!));
    },
    vocabulary: createVocabulary(words),
    fillers: createVocabulary(decodeWords(packed.fillers)),
    spelling: createVocabulary([...words, ...packed.synonyms.flat().flatMap(keywordsOf), ...STOP_WORDS]),
    synonyms: readSynonyms(packed.synonyms),
    messageWords: readMessageWords(packed),
    postingsOf: (wordStem) => {
      const number = numbers.get(wordStem);
      if (number === undefined) return undefined;
      const file = fileOf(number, postingStarts);
      return { file, position: number - postingStarts[file]! };
    },
    documentStarts: decodeList(packed.documents),
    suggested: decodeList(packed.suggested),
  };
}

function readMessageWords({ errors, messageWords }: PackedIndex): SearchIndex['messageWords'] {
  const lines = messageWords.split('\n');
  return decodeList(errors).flatMap((number, position) =>
    lines[position]!.split(' ').map((words) => ({ number, words: words.split('+').filter(Boolean) })),
  );
}
