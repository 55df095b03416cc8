/** The index of the search engine: what each document is called, and which documents have a word. */
import { decodeWords, type PackedIndex } from './packed.ts';
import { readSynonyms, type Synonyms, type Wording } from './query.ts';
import { unpack, type IndexedDocument } from './unpack.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { RANKING } from './weights.ts';
import { keywordsOf, stem, STOP_WORDS, stemsOf, titleWithoutPlaceholders, wordsOf } from './words.ts';

/** The names of a document, as sets of stems. */
export interface Fields {
  /** Its title first, then its other names. */
  names: Set<string>[];
  /** What the title is a part of, and the title of the page. */
  context: Set<string>;
  /** The names as they are spelled, word by word as stems. */
  spellings: string[];
  /** The stems of readers' phrases that it does not have itself. */
  phrases: Set<string>;
  /** The stems of its other names that it does not have itself. */
  otherNames: Set<string>;
}

export interface EngineIndex {
  documents: IndexedDocument[];
  fields: Fields[];
  /** The titles of pages by path. */
  pageTitles: Map<string, string>;
  /** For each stem the documents that have it, with its weight in each. */
  postings: Map<string, Map<number, number>>;
  /** The weights of stems in a document that has them all. */
  weightsIn: (number: number, stems: string[]) => number[];
  /** The words of the site. */
  vocabulary: Vocabulary;
  /** The words that a reader may have meant to type: the site's words, their synonyms, and stop words. */
  spelling: Vocabulary;
  synonyms: Synonyms;
  /** The patterns of error messages, by the number of their document. */
  patterns: [number: string, pattern: string][];
}

export function createIndex(packed: PackedIndex): EngineIndex {
  const documents = unpack(packed);
  const pageTitles = new Map(documents.filter(({ kind }) => kind === 'page').map(({ path, title }) => [path, title]));
  const fields = documents.map((document) => fieldsOf(document, pageTitles.get(document.path)!));
  const postings = postingsOf(documents, fields);
  const siteWords = [
    ...decodeWords(packed.words),
    ...documents.flatMap(({ title, names, context }) => [title, ...names, context].flatMap(keywordsOf)),
  ];
  return {
    documents,
    fields,
    pageTitles,
    postings,
    weightsIn: (number, stems) => stems.map((wordStem) => postings.get(wordStem)!.get(number)!),
    vocabulary: createVocabulary(siteWords),
    spelling: createVocabulary([...siteWords, ...packed.synonyms.flat().flatMap(keywordsOf), ...STOP_WORDS]),
    synonyms: readSynonyms(packed.synonyms),
    patterns: documents.flatMap(({ pattern }, number): [string, string][] =>
      pattern === undefined ? [] : [[String(number), pattern]],
    ),
  };
}

/** The numbers of the documents that have all stems of a wording. */
export function documentsMatching({ stems }: Wording, { postings }: EngineIndex): number[] {
  const [first, ...others] = stems.map((wordStem) => postings.get(wordStem));
  return [...(first?.keys() ?? [])].filter((number) => others.every((posting) => posting?.has(number)));
}

function fieldsOf({ kind, title, names, context, text, phrases }: IndexedDocument, pageTitle: string): Fields {
  const allNames = [titleWithoutPlaceholders(title), ...names];
  const [titleStems = [], ...otherNames] = allNames.map(stemsOf);
  const itsStems = new Set([...titleStems, ...text]);
  return {
    names: [titleStems, ...otherNames].map((stems) => new Set(stems)),
    context: new Set(stemsOf(`${context} ${kind === 'page' ? '' : pageTitle}`)),
    spellings: allNames.map((name) => wordsOf(name).map(stem).join(' ')),
    phrases: new Set(phrases.filter((wordStem) => !itsStems.has(wordStem))),
    otherNames: new Set(otherNames.flat().filter((wordStem) => !itsStems.has(wordStem))),
  };
}

function postingsOf(documents: IndexedDocument[], fields: Fields[]): EngineIndex['postings'] {
  const postings: EngineIndex['postings'] = new Map();
  const averageLength = documents.reduce((total, { text }) => total + text.length, 0) / documents.length;
  for (const [number, { text, phrases }] of documents.entries()) {
    const { names, context } = fields[number]!;
    const length = 1 - RANKING.length + (RANKING.length * text.length) / averageLength;
    for (const [stems, weight] of [
      [names.flatMap((name) => [...name]), RANKING.title],
      [context, RANKING.context],
      [phrases, RANKING.phrases],
      [text, RANKING.text / length],
    ] as const) {
      for (const wordStem of stems) {
        const posting = postings.get(wordStem) ?? new Map<number, number>();
        postings.set(wordStem, posting.set(number, Math.max(weight, posting.get(number) ?? 0)));
      }
    }
  }
  return postings;
}
