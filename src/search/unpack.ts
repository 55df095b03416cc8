/** Unpacks the search index, in the browser. `pack.ts` is the other side. */
import type { SearchKind } from '../model/kind.ts';
import type { SearchDocument } from './documents.ts';
import { decodeList, decodeWords, DIGITS, prefixOf, type PackedIndex } from './packed.ts';
import { stem } from './words.ts';

/** A document as the search knows it: words in place of text. */
export interface IndexedDocument extends Omit<SearchDocument, 'parts' | 'phrases'>, SearchKind {
  /** What the title is a part of: the caption of a row's table, the heading above a subsection. */
  context: string;
  /** The stems of the text that its names do not have. */
  text: string[];
  /** The stems of readers' phrases that its names do not have. */
  phrases: string[];
  /** The number of the file that holds its answer. */
  answers: number;
}

/** @returns the documents in the order in which they were packed */
export function unpack(packed: PackedIndex): IndexedDocument[] {
  const kinds = Object.entries(packed.kinds);
  const paths = packed.pages.flatMap(([path, count]) => Array.from({ length: count }, () => path));
  const fragments = packed.fragments.split(' ');
  const patterns = packed.patterns.split('\n').values();
  const starts = new Set(decodeList(packed.answers));
  let [table, caption, section, answers] = ['', '', '', -1];
  const documents = packed.names.split('\n').map((line, number): IndexedDocument => {
    const [title = '', ...names] = line.split('\t');
    const [kind, packedKind] = kinds[DIGITS.indexOf(packed.documentKinds[number]!)]!;
    const fragment = prefixOf(kind, packedKind, table) + fragments[number]!;
    if (kind === 'table') [table, caption] = [fragment, title];
    if (kind === 'section') section = title;
    const pattern = kind === 'error' && patterns.next().value;
    if (starts.has(number)) answers++;
    return {
      ...packedKind,
      kind,
      path: paths[number]!,
      fragment,
      title,
      names,
      ...(pattern && { pattern }),
      context: kind === 'row' ? caption : kind === 'subsection' ? section : '',
      text: [],
      phrases: [],
      answers,
    };
  });
  const readLists = (lists: string, field: 'text' | 'phrases') => {
    const listOfWord = lists.split(' ');
    for (const [index, word] of decodeWords(packed.words).entries()) {
      for (const number of decodeList(listOfWord[index]!)) documents[number]![field].push(stem(word));
    }
  };
  readLists(packed.texts, 'text');
  readLists(packed.phrases, 'phrases');
  return documents;
}
