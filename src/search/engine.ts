/**
 * Finds what answers a query. Words count the more the rarer they are, and in a title more than in a text, as in BM25F
 * (https://doi.org/10.1561/1500000019); beyond that it counts how much of the query a document has, and how much of its
 * title was asked for.
 */
import { matchError } from '../kinds/error/match.ts';
import type { Kind } from './kinds.ts';
import { decodeWords, unpack, type Found, type PackedIndex } from './packed.ts';
import { CERTAINTY, parseQuery, readSynonyms, type Concept, type Wording } from './query.ts';
import { createVocabulary } from './vocabulary.ts';
import { keywordsOf, nameIn, stem, STOP_WORDS, stemsOf, wordsOf } from './words.ts';

export interface Result {
  document: Found;
  /** The title of its page. */
  page: string;
  /** The stems of the words in it that were asked for: they are marked where it is shown. */
  stems: string[];
}

export interface SearchEngine {
  /** What answers a query, the best first; nothing where nothing does. */
  search: (query: string) => Result[];
  /** The titles and other names of all terms, with their documents: what a query without an answer is held against. */
  names: ReadonlyMap<string, Found>;
}

/** What the ranking weighs. Tuned on the questions of `tests/search/` but those held back, by `scripts/tune-search.ts`. */
export const RANKING = {
  /** How much a word counts, by where it stands. */
  title: 3.11,
  context: 1.32,
  text: 0.46,
  asked: 1.94,
  /** How much the length of a text takes from a word in it, from 0 to 1. */
  length: 0.16,
  /** The power to which the share of the query counts that a document has. */
  coverage: 3.32,
  /** What a title adds that is what was asked for, and what one adds that has, with what it is a part of, all of it. */
  titled: 2.14,
  within: 0.96,
  /** What a title adds that is spelled as the query. */
  spelled: 1.2,
  /** The share of the query that a document must have. */
  least: 0.12,
  /** How much a word of questions tells, beside another that is as rare. */
  weak: 0.39,
  /** How much a word tells that the site does not use. */
  unknown: 13.08,
  /** Of two documents that match alike, the one that more readers want. */
  kind: {
    page: 0.89,
    term: 1.06,
    row: 0.85,
    section: 1.05,
    subsection: 0.92,
    error: 0.55,
    table: 0.8,
    fact: 0.68,
    misconception: 0.85,
    question: 0.5,
    statement: 0.02,
  } satisfies Record<Kind, number>,
};

/** So many words in a row are a quotation. */
const LEAST_QUOTED = 3;

/** Readers do not look further. */
const MOST_RESULTS = 40;

/** A concept that a document has, by the best of its wordings that are there. */
interface Hit {
  score: number;
  certainty: number;
  stems: string[];
  /** The stems of all wordings that are there and sure, or else of the best one. */
  any: string[];
}

/** A document that has some of the words. */
interface Candidate {
  /** For each concept how it is there. */
  hits: (Hit | undefined)[];
}

export function createEngine(packed: PackedIndex): SearchEngine {
  const documents = unpack(packed);
  const pageTitles = new Map(documents.filter(({ kind }) => kind === 'page').map(({ path, title }) => [path, title]));
  const fields = documents.map((document) => fieldsOf(document, pageTitles.get(document.path)!));
  const postings = postingsOf(documents, fields);
  const siteWords = [
    ...decodeWords(packed.words),
    ...documents.flatMap(({ title, names, context }) => [title, ...names, context].flatMap(keywordsOf)),
  ];
  const vocabulary = createVocabulary(siteWords);
  const spelling = createVocabulary([...siteWords, ...packed.synonyms.flat().flatMap(keywordsOf), ...STOP_WORDS]);
  const synonyms = readSynonyms(packed.synonyms);
  const patterns = documents.flatMap(({ pattern }, number): [string, string][] =>
    pattern === undefined ? [] : [[String(number), pattern]],
  );

  /** How much a word tells: the rarer, the more. */
  const rarity = (one: string) => Math.log(1 + documents.length / (postings.get(one)?.size ?? documents.length));
  /** The documents that have all words of a wording. */
  const having = ({ stems }: Wording): number[] => {
    const [first, ...others] = stems.map((one) => postings.get(one));
    return [...(first?.keys() ?? [])].filter((number) => others.every((one) => one?.has(number)));
  };
  /** How much a concept tells: the fewer documents have it in any wording, the more. */
  const rarityOf = ({ wordings, isWeak }: Concept) => {
    const whole = wordings.filter(({ certainty }) => certainty > CERTAINTY.beginning);
    const count = new Set((whole.length ? whole : wordings).flatMap(having)).size;
    return (count ? Math.log(1 + documents.length / count) : RANKING.unknown) * (isWeak ? RANKING.weak : 1);
  };
  const sum = (stems: Iterable<string>) => [...stems].reduce((total, one) => total + rarity(one), 0);

  function candidates(concepts: Concept[], rarities: number[]): Map<number, Candidate> {
    const found = new Map<number, Candidate>();
    for (const [index, { wordings }] of concepts.entries()) {
      for (const wording of wordings) {
        const { stems, certainty } = wording;
        const isSure = certainty > CERTAINTY.typo;
        for (const number of having(wording)) {
          const weights = stems.map((one) => postings.get(one)!.get(number)!);
          const score = (rarities[index]! * certainty * weights.reduce((a, b) => a + b)) / weights.length;
          const candidate = found.get(number) ?? { hits: [] };
          const known = candidate.hits[index];
          const any = known && isSure ? [...known.any, ...stems] : stems;
          if (!known || score > known.score) candidate.hits[index] = { score, certainty, stems, any };
          else if (isSure) known.any = any;
          found.set(number, candidate);
        }
      }
    }
    return found;
  }

  function search(text: string): Result[] {
    const concepts = parseQuery(text, synonyms, vocabulary, spelling);
    const rarities = concepts.map(rarityOf);
    const all = rarities.reduce((a, b) => a + b, 0);
    const spelled = wordsOf(text).map(stem).join(' ');

    /** The share of the query, by what it tells, of the concepts for which `test` holds. */
    const share = (hits: Candidate['hits'], test: (stems: string[]) => boolean) =>
      rarities.reduce((total, one, index) => {
        const hit = hits[index];
        return hit && test(hit.any) ? total + one * hit.certainty : total;
      }, 0) / all;

    /** Sentences of the course say what other places say too; who copies some words of one looks for that one. */
    const isQuoted = (number: number) =>
      documents[number]!.kind === 'statement' &&
      spelled.split(' ').length >= LEAST_QUOTED &&
      fields[number]!.spellings.some((spelling) => ` ${spelling} `.includes(` ${spelled} `));

    const unknown = concepts.some(({ wordings }) => !wordings.length);
    /** One word that others asked with, or slips beside a word that the site does not have, say too little. */
    const isGuess = (number: number, hits: Candidate['hits']) => {
      const found = hits.filter((hit) => hit !== undefined);
      if (found.length > 1 && !unknown) return false;
      const { names, asked, given } = fields[number]!;
      const stems = found.flatMap((hit) => hit.stems);
      const isCalledSo = names.some((name) => [...name].every((one) => stems.includes(one)));
      const isAsked = ({ stems }: Hit) =>
        stems.every((one) => asked.has(one) || (unknown && !isCalledSo && given.has(one)));
      return found.every((hit) => isAsked(hit) || (unknown && hit.certainty <= CERTAINTY.typo));
    };

    const ranked = [...candidates(concepts, rarities)]
      .flatMap(([number, { hits }]) => {
        const covered = share(hits, () => true);
        if (covered < RANKING.least || isGuess(number, hits)) return [];
        const { names, context, spellings } = fields[number]!;
        const found = new Set(hits.flatMap((hit) => hit?.any ?? []));
        const quoted = isQuoted(number);
        const named = quoted || spellings.includes(spelled);
        const titles = names.map((name) => {
          const asked = [...name].filter((one) => found.has(one));
          const missing = all * (1 - share(hits, (stems) => stems.some((one) => name.has(one))));
          return sum(asked) / (sum(name) + missing || 1);
        });
        const titled = named ? 1 : Math.max(...titles);
        const within = Math.max(
          ...names.map((name) => share(hits, (stems) => stems.some((one) => name.has(one) || context.has(one)))),
        );
        const score =
          hits.reduce((total, hit) => total + (hit?.score ?? 0), 0) *
          covered ** RANKING.coverage *
          (1 + RANKING.titled * titled ** 2 + RANKING.within * within ** 2) *
          (named ? 1 + RANKING.spelled : 1) *
          (quoted ? 1 : RANKING.kind[documents[number]!.kind]);
        return [{ number, score, stems: hits.flatMap((hit) => hit?.stems ?? []) }];
      })
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, MOST_RESULTS);

    const error = matchError(text, patterns);
    if (error !== undefined) {
      const number = Number(error);
      const known = ranked.find((one) => one.number === number);
      ranked.splice(
        0,
        ranked.length,
        known ?? { number, score: 0, stems: [] },
        ...ranked.filter((one) => one !== known),
      );
    }
    return ranked.map(({ number, stems }) => {
      const document = documents[number]!;
      return { document, page: pageTitles.get(document.path)!, stems };
    });
  }

  const terms = documents.filter(({ kind }) => kind === 'term');
  return {
    search,
    names: new Map(terms.flatMap((term) => [term.title, ...term.names].map((name) => [name, term]))),
  };
}

function fieldsOf({ kind, title, names, context, text, asked }: Found, pageTitle: string) {
  const called = [nameIn(title), ...names];
  const [titled = [], ...given] = called.map(stemsOf);
  const own = new Set([...titled, ...text]);
  return {
    names: [titled, ...given].map((stems) => new Set(stems)),
    context: new Set(stemsOf(`${context} ${kind === 'page' ? '' : pageTitle}`)),
    spellings: called.map((name) => wordsOf(name).map(stem).join(' ')),
    asked: new Set(asked.filter((one) => !own.has(one))),
    /** The words of its other names. */
    given: new Set(given.flat().filter((one) => !own.has(one))),
  };
}

/** For each stem the documents that have it, with how much it counts in each. */
function postingsOf(documents: Found[], fields: ReturnType<typeof fieldsOf>[]): Map<string, Map<number, number>> {
  const postings = new Map<string, Map<number, number>>();
  const average = documents.reduce((total, { text }) => total + text.length, 0) / documents.length;
  for (const [number, { text, asked }] of documents.entries()) {
    const { names, context } = fields[number]!;
    const length = 1 - RANKING.length + (RANKING.length * text.length) / average;
    for (const [stems, weight] of [
      [names.flatMap((name) => [...name]), RANKING.title],
      [context, RANKING.context],
      [asked, RANKING.asked],
      [text, RANKING.text / length],
    ] as const) {
      for (const one of stems) {
        const posting = postings.get(one) ?? new Map<number, number>();
        postings.set(one, posting.set(number, Math.max(weight, posting.get(number) ?? 0)));
      }
    }
  }
  return postings;
}
