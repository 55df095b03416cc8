/** Packs the search index, in the build. `unpack.ts` and `packed.ts` read it. */
import { addressOf } from './address.ts';
import { answerFiles } from './answers.ts';
import type { SearchDocument } from './documents.ts';
import { FILLER_WORDS } from './filler-words.ts';
import { messageWords } from './message-words.ts';
import { occurrenceNumber, type Occurrence } from './occurrences.ts';
import {
  DIGITS,
  encodeList,
  encodeWords,
  fileOf,
  frequencyLevel,
  INDEX_FILE,
  letterOf,
  prefixOf,
  rarity,
  searchFile,
  type PackedDocuments,
  type PackedIndex,
  type PackedPostings,
  type PackedSearch,
} from './packed.ts';
import { SEARCH_KINDS } from './search-kinds.ts';
import { fieldsOf, unpackDocuments, type Fields } from './unpack.ts';
import { createVocabulary } from './vocabulary.ts';
import { keywordsOf, needsContext, stem, stemsOf, titleWithoutPlaceholders, wordsOf } from './words.ts';

/** A file of documents ends after this many characters of names and phrases. */
const NAMES_PER_FILE = 420;
/** A file of postings ends after this many characters. */
const CHARACTERS_PER_FILE = 200;
/** The best documents of a word are enough: a word that more documents have says little. */
const MAX_DOCUMENTS_OF_WORD = 1000;

/**
 * @param documents page by page, the rows of a table after it
 * @param synonyms groups of words that mean the same
 * @param starters what the search offers while its field is empty
 */
export function pack(documents: SearchDocument[], synonyms: string[][], starters: string[] = []): PackedSearch {
  const kinds = packKinds(documents);
  const texts = documents.map((document) => wordsNotInTitle(document, document.parts.flat().join(' ')));
  const nameWords = documents.flatMap(({ title, names }) => [title, ...names].flatMap(keywordsOf));
  const phrases = dropRareWords(
    documents.map((document) => wordsNotInTitle(document, document.phrases.join(' '))),
    [...texts.flat(), ...nameWords],
  );
  const asides = wordsOnlyInAsides(documents, [...texts.flat(), ...nameWords, ...phrases.flat()]);
  const words = [...new Set([...commonestForms([...texts, ...phrases, ...asides].flat()), ...nameWords])].sort();
  const stems = [...new Set(words.map(stem))].sort();
  const phraseLists = phrasesOf(documents, stems, asides);
  const starts = documentStarts(documents, phraseLists);
  const files = packDocuments(documents, starts, kinds, phraseLists);
  const fields = files.flatMap((file) => unpackDocuments(file, { kinds, stems })).map(fieldsOf);
  const occurrences = occurrencesOf(fields, texts, phrases, asides);
  const postings = packPostings(stems.map((wordStem) => occurrences.get(wordStem) ?? new Map<number, number>()));
  const numbersOf = (test: (document: SearchDocument) => boolean) =>
    documents.flatMap((document, number) => (test(document) ? [number] : []));
  const errors = numbersOf(({ pattern }) => pattern !== undefined);
  const frequencyOf = typedFrequency(documents);
  const suggested = numbersOf(({ kind }) => SEARCH_KINDS[kind]!.suggested === true);
  return {
    index: {
      count: documents.length,
      kinds,
      words: encodeWords(words),
      frequencies: stems.map((wordStem) => DIGITS[frequencyLevel(occurrences.get(wordStem)?.size ?? 1)]).join(''),
      fillers: encodeWords(fillersFor(words)),
      postings: encodeList(postings.starts),
      documents: encodeList(starts),
      errors: encodeList(errors),
      messageWords: errors.map((number) => packMessageWords(documents[number]!, frequencyOf)).join('\n'),
      suggested: encodeList([...new Set(suggested.map((number) => fileOf(number, starts)))]),
      synonyms,
      starters,
    },
    postings: postings.files,
    documents: files,
  };
}

/** The files of a packed search, by their paths. */
export const packedFiles = ({ index, postings, documents }: PackedSearch): [path: string, content: object][] => [
  [INDEX_FILE, index],
  ...postings.map((file, number): [string, object] => [searchFile('postings', number), file]),
  ...documents.map((file, number): [string, object] => [searchFile('documents', number), file]),
];

function packKinds(documents: SearchDocument[]): PackedIndex['kinds'] {
  return Object.fromEntries(
    Object.entries(SEARCH_KINDS).map(([name, kind]) => {
      const prefix = commonPrefix(documents.filter(({ kind }) => kind === name).map(({ fragment }) => fragment));
      return [name, { ...kind, ...(prefix && { prefix }) }];
    }),
  );
}

/** The longest prefix, up to a hyphen, that several fragments share. */
function commonPrefix([first = '', ...others]: string[]): string {
  const parts = others.length ? first.split(/(?<=-)/).slice(0, -1) : [];
  while (parts.length && !others.every((fragment) => fragment.startsWith(parts.join('')))) parts.pop();
  return parts.join('');
}

/** The number of the first document of each file. */
function documentStarts(documents: SearchDocument[], phrases: Phrase[][]): number[] {
  const starts: number[] = [];
  let length = Infinity;
  for (const [number, { title, names }] of documents.entries()) {
    const lettersOfPhrases = phrases[number]!.reduce((sum, phrase) => sum + phrase.length + 1, 0);
    const added = [title, ...names].join(' ').length + lettersOfPhrases;
    length += added;
    if (length > NAMES_PER_FILE && (length = added)) starts.push(number);
  }
  return starts;
}

/** A phrase as the numbers of its stems, rising. */
type Phrase = number[];

/**
 * For each document, its phrases; none twice, and none that is a name. They leave out words that only asides have, which
 * would make a phrase less like queries without those words.
 */
function phrasesOf(documents: SearchDocument[], stems: string[], asides: string[][]): Phrase[][] {
  const numbers = new Map(stems.map((wordStem, number) => [wordStem, number]));
  for (const word of asides.flat()) numbers.delete(stem(word));
  const read = (text: string): Phrase =>
    [...new Set(stemsOf(text).flatMap((wordStem) => numbers.get(wordStem) ?? []))].sort((a, b) => a - b);
  return documents.map(({ title, names, phrases }) => {
    const known = new Set(['', ...[titleWithoutPlaceholders(title), ...names].map((name) => read(name).join())]);
    const unique = new Map(phrases.map(read).map((phrase) => [phrase.join(), phrase]));
    return [...unique].filter(([key]) => !known.has(key)).map(([, phrase]) => phrase);
  });
}

/** The phrases of the documents of a file. What they share compresses best if the commonest stems of a phrase come first. */
function packPhrases(phrases: Phrase[][]): Pick<PackedDocuments, 'stems' | 'phrases'> {
  const counts = new Map<number, number>();
  for (const number of phrases.flat(2)) counts.set(number, (counts.get(number) ?? 0) + 1);
  const stems = [...counts.keys()].sort((a, b) => a - b);
  const letters = new Map(stems.map((number, position) => [number, letterOf(position)]));
  const pack = (phrase: Phrase) =>
    phrase
      .toSorted((a, b) => counts.get(b)! - counts.get(a)!)
      .map((number) => letters.get(number)!)
      .join('');
  const lines = phrases.map((ofDocument) => ofDocument.map(pack).sort().join(' '));
  return { stems: encodeList(stems), phrases: lines.join('\n') };
}

function packDocuments(
  documents: SearchDocument[],
  starts: number[],
  kinds: PackedIndex['kinds'],
  phrases: Phrase[][],
): PackedDocuments[] {
  const kindNames = Object.keys(kinds);
  const fragments = fragmentsOf(documents, kinds);
  const shownIn = placesOfValues(documents);
  const titles = new Map(documents.filter(({ kind }) => kind === 'page').map(({ path, title }) => [path, title]));
  const answerStarts = new Set(answerFiles(documents).map(([first]) => first!));
  let answers = -1;
  let before: PackedDocuments['before'] = ['', '', ''];
  return starts.map((start, file) => {
    const inFile = documents.slice(start, starts[file + 1]);
    const preceding = before;
    before = whatPrecedes(inFile, preceding);
    const answersBegin = [...inFile.keys()].filter((position) => answerStarts.has(inFile[position]!));
    const firstAnswer = answersBegin[0] === 0 ? answers + 1 : answers;
    answers += answersBegin.length;
    return {
      before: preceding,
      pages: [...Map.groupBy(inFile, ({ path }) => path)].map(([path, onPage]) => [
        path,
        titles.get(path)!,
        onPage.length,
      ]),
      kinds: inFile.map(({ kind }) => DIGITS[kindNames.indexOf(kind)]).join(''),
      fragments: fragments.slice(start, starts[file + 1]).join(' '),
      names: inFile.map(({ title, names }) => [title, ...names].join('\t')).join('\n'),
      ...(inFile.some(({ lead }) => lead) && { leads: inFile.map(({ lead = '' }) => lead).join('\n') }),
      ...packPhrases(phrases.slice(start, starts[file + 1])),
      ...(inFile.some(({ pattern }) => pattern) && { patterns: inFile.map(({ pattern = '' }) => pattern).join('\n') }),
      shownIn: inFile.map((document) => encodeList(shownIn.get(addressOf(document)) ?? [])).join(' '),
      firstAnswer,
      answers: encodeList(answersBegin.filter((position) => position > 0)),
    };
  });
}

/** For the address of each value, the numbers of the documents that show it. */
function placesOfValues(documents: SearchDocument[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [number, { values = [] }] of documents.entries())
    for (const value of new Set(values)) places.set(value, [...(places.get(value) ?? []), number]);
  return places;
}

function fragmentsOf(documents: SearchDocument[], kinds: PackedIndex['kinds']): string[] {
  let table = '';
  return documents.map(({ kind, fragment }) => {
    if (kind === 'table') table = fragment;
    return fragment.slice(prefixOf(kind, kinds[kind]!, table).length);
  });
}

/** What precedes the documents that follow these. @param before what precedes these */
function whatPrecedes(documents: SearchDocument[], before: PackedDocuments['before']): PackedDocuments['before'] {
  const table = documents.findLast(({ kind }) => kind === 'table');
  const section = documents.findLast(({ kind }) => kind === 'section');
  return [table?.fragment ?? before[0], table?.title ?? before[1], section?.title ?? before[2]];
}

/** For each stem, the documents that have it, with the number of the occurrence. */
function occurrencesOf(
  fields: Fields[],
  texts: string[][],
  phrases: string[][],
  asides: string[][],
): Map<string, Map<number, number>> {
  const stemsOfTexts = texts.map((words) => words.map(stem));
  const stemsOfPhrases = phrases.map((words) => new Set(words.map(stem)));
  const averageLength = stemsOfTexts.reduce((total, { length }) => total + length, 0) / texts.length || 1;
  const stemSets = fields.map(
    ({ nameStems, contextStems }, number) =>
      new Set([
        ...nameStems.flatMap((name) => [...name]),
        ...contextStems,
        ...stemsOfTexts[number]!,
        ...stemsOfPhrases[number]!,
        ...asides[number]!.map(stem),
      ]),
  );
  const frequencies = new Map<string, number>();
  for (const wordStem of stemSets.flatMap((stems) => [...stems]))
    frequencies.set(wordStem, (frequencies.get(wordStem) ?? 0) + 1);
  const rarityOf = (wordStem: string) => rarity(frequencies.get(wordStem)!, fields.length);

  const occurrences = new Map<string, Map<number, number>>();
  for (const [number, { nameStems, contextStems }] of fields.entries()) {
    const text = new Set(stemsOfTexts[number]);
    const length = stemsOfTexts[number]!.length / averageLength;
    for (const wordStem of stemSets[number]!) {
      const shares = nameStems.map((name) => {
        const total = [...name].reduce((sum, nameStem) => sum + rarityOf(nameStem), 0);
        return name.has(wordStem) ? rarityOf(wordStem) / total : 0;
      });
      const share = Math.max(...shares);
      const isInText = text.has(wordStem);
      const fieldOf = (): Occurrence['field'] => {
        if (share) return nameStems[0]!.has(wordStem) || isInText ? 'name' : 'otherName';
        if (stemsOfPhrases[number]!.has(wordStem)) return isInText ? 'phraseAndText' : 'phrase';
        return contextStems.has(wordStem) ? 'context' : 'text';
      };
      const field = fieldOf();
      const occurrence = { field, share, length: field === 'text' ? length : 0 };
      const documents = occurrences.get(wordStem) ?? new Map<number, number>();
      occurrences.set(wordStem, documents.set(number, occurrenceNumber(occurrence)));
    }
  }
  return occurrences;
}

/** Groups the stems whose postings share a file. @returns the files, and the number of the first stem of each */
function packPostings(documentsOfStems: Map<number, number>[]): { files: PackedPostings[]; starts: number[] } {
  const files: PackedPostings[] = [];
  const starts: number[] = [];
  let length = Infinity;
  for (const [number, occurrences] of documentsOfStems.entries()) {
    const best = [...occurrences].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, MAX_DOCUMENTS_OF_WORD);
    const sorted = best.sort((a, b) => a[0] - b[0]);
    const documents = encodeList(sorted.map(([document]) => document));
    const digits = sorted.map(([, occurrence]) => DIGITS[occurrence]).join('');
    length += documents.length + digits.length;
    if (length > CHARACTERS_PER_FILE && (length = documents.length + digits.length)) {
      files.push({ documents, occurrences: digits });
      starts.push(number);
    } else {
      const file = files.at(-1)!;
      file.documents += ` ${documents}`;
      file.occurrences += digits;
    }
  }
  return { files, starts };
}

const packMessageWords = ({ pattern = '' }: SearchDocument, frequencyOf: (word: string) => number): string =>
  messageWords(pattern, frequencyOf)
    .map((words) => words.join('+'))
    .join(' ');

/** How often readers type a word, as far as searches are learned. */
function typedFrequency(documents: SearchDocument[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const word of documents.flatMap(({ phrases }) => phrases).flatMap(wordsOf))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => counts.get(word) ?? 0;
}

/** The words of a text that the title and the other names of its document do not have in any form. */
function wordsNotInTitle({ title, names }: SearchDocument, text: string): string[] {
  const nameStems = new Set([titleWithoutPlaceholders(title), ...names].flatMap(stemsOf));
  return keywordsOf(text).filter((word) => !nameStems.has(stem(word)));
}

/**
 * For each document, the words that only asides have, such as the name of a program in the fix of an error. No other word leads
 * to more documents because of them.
 * @param searched the words of titles, names, texts and phrases
 */
function wordsOnlyInAsides(documents: SearchDocument[], searched: string[]): string[][] {
  const known = new Set([...searched, ...FILLER_WORDS].map(stem));
  const isNew = (word: string) => !known.has(stem(word)) && !needsContext(word);
  return documents.map(({ aside = [] }) => keywordsOf(aside.flat().join(' ')).filter(isNew));
}

/** A word of phrases that the site does not use must lead to this many documents. */
const MIN_DOCUMENTS = 2;
/** A word that leads to this many isn't a typing error, however similar another word is. */
const MIN_DOCUMENTS_OF_SIMILAR = 5;

/**
 * Drops words of phrases that the site does not use and that lead to few documents, or look like typing errors.
 * @param used the words of the site
 */
function dropRareWords(phrases: string[][], used: string[]): string[][] {
  const onSite = createVocabulary(used);
  const stemsOfPhrases = phrases.map((words) => [...new Set(words.map(stem))]);
  const counts = Map.groupBy(stemsOfPhrases.flat(), (wordStem) => wordStem);
  const kept = new Set(
    [...new Set(phrases.flat())].filter(
      (word) =>
        onSite.has(word) ||
        counts.get(stem(word))!.length >= (onSite.corrections(word).length ? MIN_DOCUMENTS_OF_SIMILAR : MIN_DOCUMENTS),
    ),
  );
  return phrases.map((words) => words.filter((word) => kept.has(word)));
}

/** The words without a subject that the site does not have, sorted. */
function fillersFor(words: string[]): string[] {
  const { has } = createVocabulary(words);
  return FILLER_WORDS.filter((word) => !has(word)).sort();
}

/** The most common of the words with the same stem. */
function commonestForms(words: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const forms = Map.groupBy([...counts].sort(), ([word]) => stem(word));
  return [...forms.values()].map((counted) => counted.reduce((best, form) => (form[1] > best[1] ? form : best))[0]);
}
