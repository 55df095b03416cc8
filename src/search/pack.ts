/** Packs the search index, in the build. `unpack.ts` is the other side. */
import { answerFiles } from './answers.ts';
import type { SearchDocument } from './documents.ts';
import { SEARCH_KINDS } from './search-kinds.ts';
import { DIGITS, encodeList, encodeWords, prefixOf, type PackedIndex } from './packed.ts';
import { keywordsOf, stem, stemsOf, titleWithoutPlaceholders } from './words.ts';

/**
 * @param documents page by page, the rows of a table after it
 * @param synonyms groups of words that mean the same
 * @param starters what the search offers while its field is empty
 */
export function pack(documents: SearchDocument[], synonyms: string[][], starters: string[] = []): PackedIndex {
  const texts = documents.map((document) => wordsNotInTitle(document, document.parts.flat().join(' ')));
  const phrases = dropRareWords(
    documents.map((document) => wordsNotInTitle(document, document.phrases.join(' '))),
    [...texts.flat(), ...documents.flatMap(({ title, names }) => keywordsOf([title, ...names].join(' ')))],
  );
  const words = commonestForms([...texts, ...phrases].flat());
  const listsOf = (wordsOfDocuments: string[][]) => {
    const postings = postingsOf(wordsOfDocuments);
    return words.map((word) => encodeList(postings.get(stem(word)) ?? [])).join(' ');
  };
  const kinds = Object.fromEntries(
    Object.entries(SEARCH_KINDS).map(([name, kind]) => {
      const prefix = commonPrefix(documents.filter(({ kind }) => kind === name).map(({ fragment }) => fragment));
      return [name, { ...kind, ...(prefix && { prefix }) }];
    }),
  );
  const kindNames = Object.keys(kinds);
  const starts = new Set(answerFiles(documents).map(([first]) => first));
  return {
    pages: [...Map.groupBy(documents, ({ path }) => path)].map(([path, onPage]) => [path, onPage.length]),
    kinds,
    documentKinds: documents.map(({ kind }) => DIGITS[kindNames.indexOf(kind)]).join(''),
    fragments: fragmentsOf(documents, kinds),
    answers: encodeList([...documents.keys()].filter((number) => starts.has(documents[number]))),
    names: documents.map(({ title, names }) => [title, ...names].join('\t')).join('\n'),
    patterns: documents.flatMap(({ kind, pattern = '' }) => (kind === 'error' ? pattern : [])).join('\n'),
    words: encodeWords(words),
    texts: listsOf(texts),
    phrases: listsOf(phrases),
    synonyms,
    starters,
  };
}

function fragmentsOf(documents: SearchDocument[], kinds: PackedIndex['kinds']): string {
  let table = '';
  const fragments = documents.map(({ kind, fragment }) => {
    if (kind === 'table') table = fragment;
    return fragment.slice(prefixOf(kind, kinds[kind]!, table).length);
  });
  return fragments.join(' ');
}

/** The longest prefix, up to a hyphen, that several fragments share. */
function commonPrefix([first = '', ...others]: string[]): string {
  const parts = others.length ? first.split(/(?<=-)/).slice(0, -1) : [];
  while (parts.length && !others.every((fragment) => fragment.startsWith(parts.join('')))) parts.pop();
  return parts.join('');
}

/** The words of a text that the title and the other names of its document do not have in any form. */
function wordsNotInTitle({ title, names }: SearchDocument, text: string): string[] {
  const nameStems = new Set([titleWithoutPlaceholders(title), ...names].flatMap(stemsOf));
  return keywordsOf(text).filter((word) => !nameStems.has(stem(word)));
}

/** A readers' word that the site does not use must lead to this many documents: it costs bytes, and few type it. */
const MIN_DOCUMENTS = 20;

/** Drops words of phrases that the site does not use and that lead to few documents. @param used the words of the site */
function dropRareWords(phrases: string[][], used: string[]): string[][] {
  const onSite = new Set(used.map(stem));
  const postings = postingsOf(phrases);
  return phrases.map((words) =>
    words.filter((word) => onSite.has(stem(word)) || postings.get(stem(word))!.length >= MIN_DOCUMENTS),
  );
}

/** Of the words with the same stem the commonest, sorted. */
function commonestForms(words: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const forms = Map.groupBy([...counts].sort(), ([word]) => stem(word));
  return [...forms.values()]
    .map((counted) => counted.reduce((best, form) => (form[1] > best[1] ? form : best))[0])
    .sort();
}

/** For each stem the numbers of the documents that have it, rising. */
function postingsOf(wordsOfDocuments: string[][]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [number, words] of wordsOfDocuments.entries()) {
    for (const wordStem of new Set(words.map(stem))) {
      postings.set(wordStem, [...(postings.get(wordStem) ?? []), number]);
    }
  }
  return postings;
}
