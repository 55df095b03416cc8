/** Unpacks documents of the search index. `pack.ts` packs them. */
import type { SearchKind } from '../model/kind.ts';
import type { SearchDocument } from './documents.ts';
import { decodeList, DIGITS, positionOf, prefixOf, type PackedDocuments } from './packed.ts';
import type { SearchIndex } from './search-index.ts';
import { spellingOf, stemsOf, titleWithoutPlaceholders, wordsOf } from './words.ts';

/** A document as the search knows it, without its text. */
export interface IndexedDocument extends Pick<SearchDocument, 'path' | 'fragment' | 'title' | 'names'>, SearchKind {
  kind: string;
  /** What is shown before the title. */
  lead: string | undefined;
  /** The title of its page. */
  page: string;
  /** What the title is a part of: the caption of a row's table, the heading above a subsection. */
  context: string;
  /** The stems of each of its phrases. */
  phraseStems: Set<string>[];
  /** The pattern that the message of an error matches. */
  pattern: string | undefined;
  /** The numbers of the documents that show it as a value. */
  shownIn: number[];
  /** The number of the file that contains its answer. */
  answers: number;
}

/** @returns the documents in the order in which they were packed */
export function unpackDocuments(
  packed: PackedDocuments,
  { kinds: packedKinds, stems }: Pick<SearchIndex, 'kinds' | 'stems'>,
): IndexedDocument[] {
  const kinds = Object.entries(packedKinds);
  const pages = packed.pages.flatMap(([path, page, count]) => Array.from({ length: count }, () => ({ path, page })));
  const fragments = packed.fragments.split(' ');
  const shownIn = packed.shownIn.split(' ').map(decodeList);
  const phraseStems = decodeList(packed.stems).map((number) => stems[number]!);
  const phrases = packed.phrases.split('\n').map((line) => line.split(' ').filter(Boolean));
  const leads = packed.leads?.split('\n');
  const patterns = packed.patterns?.split('\n');
  const starts = new Set(decodeList(packed.answers));
  let [table, caption, section] = packed.before;
  let answers = packed.firstAnswer;
  return packed.names.split('\n').map((line, number): IndexedDocument => {
    const [title = '', ...names] = line.split('\t');
    const [kind, packedKind] = kinds[DIGITS.indexOf(packed.kinds[number]!)]!;
    const fragment = prefixOf(kind, packedKind, table) + fragments[number]!;
    if (kind === 'table') [table, caption] = [fragment, title];
    if (kind === 'section') section = title;
    if (starts.has(number)) answers++;
    return {
      ...packedKind,
      ...pages[number]!,
      kind,
      fragment,
      title,
      lead: leads?.[number] || undefined,
      names,
      phraseStems: phrases[number]!.map(
        (phrase) => new Set(Array.from(phrase, (letter) => phraseStems[positionOf(letter)]!)),
      ),
      pattern: patterns?.[number] || undefined,
      shownIn: shownIn[number]!,
      context: kind === 'row' ? caption : kind === 'subsection' ? section : '',
      answers,
    };
  });
}

/** What a document is called. */
export interface Fields {
  /** The stems of its title, then of each other name. */
  nameStems: Set<string>[];
  /** The stems of what the title is a part of, and of the title of the page. */
  contextStems: Set<string>;
  /** The {@link spellingOf} each name. */
  spellings: string[];
}

export function fieldsOf({ kind, title, names, context, page }: IndexedDocument): Fields {
  const allNames = [titleWithoutPlaceholders(title), ...names];
  return {
    nameStems: allNames.map((name) => new Set(stemsOf(name))),
    contextStems: new Set(stemsOf(`${context} ${kind === 'page' ? '' : page}`)),
    spellings: allNames.map((name) => spellingOf(wordsOf(name))),
  };
}
