/**
 * How well a document answers a query. Words count the more the rarer they are, and in a title more than in a text, as in
 * BM25F (https://doi.org/10.1561/1500000019). Beyond that it counts how much of the query the document has, and how much
 * of its title the query has.
 */
import { documentsMatching, type EngineIndex, type Fields } from './engine-index.ts';
import type { Concept } from './query.ts';
import { CERTAINTY, RANKING } from './weights.ts';

/** From this many words on, a query that is a part of a sentence of the course quotes it. */
const MIN_QUOTED_WORDS = 3;

/** How a document has a concept, by the best of the concept's wordings in it. */
export interface Hit {
  score: number;
  certainty: number;
  /** The stems of the best wording. */
  stems: string[];
  /** The stems of all wordings that are certain, or else of the best one. */
  matched: string[];
}

/** For each concept of the query its hit in a document, if it has one. */
export type Hits = (Hit | undefined)[];

export interface Query {
  concepts: Concept[];
  /** How rare each concept is: rare words say most of what is meant. */
  rarities: number[];
  /** The sum of the rarities. */
  total: number;
  /** The words of the query as stems. */
  spelling: string;
  /** Whether the site has no wording for some concept. */
  hasUnknown: boolean;
}

/** How rare a concept is: the fewer documents have it in any wording, the more it says. */
export function rarityOf({ wordings, isWeak }: Concept, index: EngineIndex): number {
  const whole = wordings.filter(({ certainty }) => certainty > CERTAINTY.completion);
  const count = new Set((whole.length ? whole : wordings).flatMap((wording) => documentsMatching(wording, index))).size;
  const rarity = count ? Math.log(1 + index.documents.length / count) : RANKING.unknownWord;
  return rarity * (isWeak ? RANKING.weakWord : 1);
}

/** The score of a document, and the stems that matched; `undefined` if it isn't an answer. @param number of the document */
export function matchOf(
  number: number,
  hits: Hits,
  query: Query,
  index: EngineIndex,
): { score: number; stems: string[] } | undefined {
  const document = index.documents[number]!;
  const fields = index.fields[number]!;
  const coverage = shareOf(query, hits, () => true);
  if (coverage < RANKING.minCoverage || isWeakMatch(hits, query, fields)) return undefined;

  const isQuoted = document.quotable === true && quotes(query, fields);
  const isExact = isQuoted || fields.spellings.includes(query.spelling);
  const title = isExact ? 1 : titleMatch(hits, query, fields, index);
  const context = contextMatch(hits, query, fields);
  const score =
    hits.reduce((total, hit) => total + (hit?.score ?? 0), 0) *
    coverage ** RANKING.coverage *
    (1 + RANKING.titleMatch * title ** 2 + RANKING.contextMatch * context ** 2) *
    (isExact ? 1 + RANKING.exactMatch : 1) *
    (isQuoted ? 1 : document.weight);
  return { score, stems: hits.flatMap((hit) => hit?.stems ?? []) };
}

/** The share of the query, by rarity, of the concepts whose matched stems pass a test. */
function shareOf({ rarities, total }: Query, hits: Hits, test: (stems: string[]) => boolean): number {
  const share = rarities.reduce((sum, rarity, position) => {
    const hit = hits[position];
    return hit && test(hit.matched) ? sum + rarity * hit.certainty : sum;
  }, 0);
  return share / total;
}

/** How much of its best name the query has, from 0 to 1. What the query has beyond the name takes from it. */
function titleMatch(hits: Hits, query: Query, { names }: Fields, index: EngineIndex): number {
  const matched = new Set(hits.flatMap((hit) => hit?.matched ?? []));
  const rarity = (wordStem: string) =>
    Math.log(1 + index.documents.length / (index.postings.get(wordStem)?.size ?? index.documents.length));
  const sum = (stems: Iterable<string>) => [...stems].reduce((total, wordStem) => total + rarity(wordStem), 0);
  const matches = names.map((name) => {
    const missing = query.total * (1 - shareOf(query, hits, (stems) => stems.some((wordStem) => name.has(wordStem))));
    return sum([...name].filter((wordStem) => matched.has(wordStem))) / (sum(name) + missing || 1);
  });
  return Math.max(...matches);
}

/** How much of the query a name has together with its context, from 0 to 1. */
const contextMatch = (hits: Hits, query: Query, { names, context }: Fields): number =>
  Math.max(
    ...names.map((name) =>
      shareOf(query, hits, (stems) => stems.some((wordStem) => name.has(wordStem) || context.has(wordStem))),
    ),
  );

/**
 * Whether the query is a run of words of a name. Pages say what a sentence of the course says, so the sentence itself is an
 * answer only to a reader who quotes it.
 */
const quotes = ({ spelling }: Query, { spellings }: Fields): boolean =>
  spelling.split(' ').length >= MIN_QUOTED_WORDS && spellings.some((name) => ` ${name} `.includes(` ${spelling} `));

/** Whether too little matched: a single word of readers' phrases, or, if the site lacks a word, nothing but typos. */
function isWeakMatch(hits: Hits, { hasUnknown }: Query, { names, phrases, otherNames }: Fields): boolean {
  const present = hits.filter((hit) => hit !== undefined);
  if (present.length > 1 && !hasUnknown) return false;
  const stems = present.flatMap((hit) => hit.stems);
  const hasWholeName = names.some((name) => [...name].every((wordStem) => stems.includes(wordStem)));
  const isReadersWord = (hit: Hit) =>
    hit.stems.every((wordStem) => phrases.has(wordStem) || (hasUnknown && !hasWholeName && otherNames.has(wordStem)));
  return present.every((hit) => isReadersWord(hit) || (hasUnknown && hit.certainty <= CERTAINTY.typo));
}
