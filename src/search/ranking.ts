/**
 * How well a document answers a query. The rarer a word is, the more it counts, and it counts more in a title than in a
 * text, as in BM25F (https://doi.org/10.1561/1500000019). How much of the query the document has counts as well, and how much
 * of its title the query has. The first estimate knows only the postings; the names of the best documents then decide.
 */
import type { Occurrence } from './occurrences.ts';
import { rarity } from './packed.ts';
import { documentsMatching, type DocumentFields, type Postings } from './parts.ts';
import type { Concept } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { CERTAINTY, RANKING } from './weights.ts';

/** A query of at least this many words that is a part of a sentence of the course quotes it. */
const MIN_QUOTED_WORDS = 3;

/** How a document has a concept, by the best of the concept's wordings in it. */
export interface Hit {
  score: number;
  certainty: number;
  /** The stems of the best wording. */
  stems: string[];
  /** How much of a name of the document the best wording is, from 0 to 1. */
  share: number;
  /** The fields that have the stems of the best wording. */
  fields: Occurrence['field'][];
  /** The stems of all wordings that are certain, or else of the best one. */
  matched: string[][];
}

/** For each concept of the query, its hit in a document, if it has one. */
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
export function rarityOf(
  { wordings, isWeak }: Concept,
  postings: Postings,
  { count, frequencyOf }: SearchIndex,
): number {
  const whole = wordings.filter(({ certainty }) => certainty > CERTAINTY.completion);
  const counted = whole.length ? whole : wordings;
  const documents = new Set(counted.flatMap((wording) => documentsMatching(wording, postings)));
  // The postings of a word that very many documents have name only the best of them.
  const frequencies = counted.flatMap(({ stems: [first = '', ...others] }) =>
    postings.has(first) && !others.length ? frequencyOf(first) / 2 : 0,
  );
  const size = Math.max(documents.size, ...frequencies);
  return (documents.size ? rarity(size, count) : RANKING.unknownWord) * (isWeak ? RANKING.weakWord : 1);
}

/** A first estimate of the score of a document, from what its postings say. */
export function estimateOf(hits: Hits, query: Query): number {
  const coverage = coverageOf(query, hits);
  const share = Math.min(
    1,
    hits.reduce((sum, hit) => sum + (hit?.share ?? 0), 0),
  );
  return (
    wordScore(hits, coverage) *
    (1 + RANKING.titleMatch * (share * coverage) ** 2) *
    (share * coverage > 0.95 ? 1 + RANKING.exactMatch : 1)
  );
}

const wordScore = (hits: Hits, coverage: number): number =>
  hits.reduce((total, hit) => total + (hit?.score ?? 0), 0) * coverage ** RANKING.coverage;

/** A document that has some of the query. */
export interface Match {
  score: number;
  /** The stems that matched. */
  stems: string[];
  /** Whether it answers the query. Else the query only contains its name. */
  isAnswer: boolean;
  /** Whether a name of the document has every word of the query. */
  isNamed: boolean;
  /** How like the query a name of the document or what is learned for it is, from 0 to 1. */
  likeness: number;
}

/** @returns `undefined` if the document neither answers the query nor is what a part of it names */
export function matchOf(document: DocumentFields, hits: Hits, query: Query, index: SearchIndex): Match | undefined {
  const coverage = coverageOf(query, hits);
  const share = shareOf(query, hits, () => true);
  const mayAnswer = share >= RANKING.minCoverage && !isWeakMatch(hits, query, document);
  if (!mayAnswer && !isNamed(hits, document)) return undefined;

  const isQuoted = document.quotable === true && quotes(query, document);
  const isExact = isQuoted || document.spellings.includes(query.spelling);
  const title = isExact ? 1 : titleMatch(hits, query, document, index);
  const name = nameMatch(hits, query, document);
  const context = nameMatch(hits, query, document, document.contextStems);
  const phrase = title === 1 ? 1 : phraseMatch(hits, query, document, index);
  const score =
    wordScore(hits, coverage) *
    (1 + RANKING.phraseMatch * phrase) *
    (1 + RANKING.titleMatch * title ** 2 + RANKING.contextMatch * context ** 2) *
    (1 + (document.subject ?? 0) * name ** 4 * title) *
    (1 + (isExact ? RANKING.exactMatch : title > 0.99 ? RANKING.wholeName : 0)) *
    (isQuoted ? RANKING.quotation : document.weight);
  // Words have a meaning together if a name or a phrase has them together.
  const likeness = Math.max(title, phrase);
  const isLikely = likeness >= RANKING.minLikeness || coverage >= RANKING.sureCoverage;
  const isAnswer = mayAnswer && isLikely && score >= RANKING.minScore * query.total;
  return {
    score,
    stems: hits.flatMap((hit) => hit?.stems ?? []),
    isAnswer,
    isNamed: name === 1,
    likeness,
  };
}

/** The share of the query, by rarity and certainty, that the document has. */
function coverageOf({ rarities, total }: Query, hits: Hits): number {
  return rarities.reduce((sum, rarity, position) => sum + rarity * (hits[position]?.certainty ?? 0), 0) / total;
}

/**
 * The share of the query, by rarity, of the concepts that have a matched wording whose stems all pass a test. It ignores
 * certainty: which name a word with a typing error is a part of does not depend on how likely the error is.
 */
function shareOf({ rarities, total }: Query, hits: Hits, test: (wordStem: string) => boolean): number {
  const share = rarities.reduce((sum, rarity, position) => {
    const isMatched = hits[position]?.matched.some((stems) => stems.every(test));
    return isMatched ? sum + rarity : sum;
  }, 0);
  return share / total;
}

/** How much of its best name the query has, from 0 to 1. Whatever the query has beyond the name lowers it. */
const titleMatch = (hits: Hits, query: Query, { nameStems }: DocumentFields, index: SearchIndex): number =>
  overlaps(nameStems, hits, query, index).reduce(
    (best, { common, name, missing }) => Math.max(best, common / (name + missing)),
    0,
  );

/**
 * How much a document's phrases are like the query, from 0 to 1. The more a phrase is like it, by the cosine of the two, the
 * more likely they mean the same: this is how likely it is that any phrase does.
 */
const phraseMatch = (hits: Hits, query: Query, { phraseStems }: DocumentFields, index: SearchIndex): number =>
  1 -
  overlaps(phraseStems, hits, query, index).reduce(
    (none, { common, name, missing }) => none * (1 - (common ** 2 / (name * (common + missing))) ** 2),
    1,
  );

/** By rarity: what a name or phrase has, how much of that the query has, too, and what the query has beyond it. */
interface Overlap {
  name: number;
  common: number;
  missing: number;
}

/** How the query overlaps with each name or phrase that shares something with it. */
function overlaps(names: ReadonlySet<string>[], hits: Hits, query: Query, index: SearchIndex): Overlap[] {
  const matched = new Set(hits.flatMap((hit) => hit?.matched.flat() ?? []));
  const sum = (stems: Iterable<string>) =>
    [...stems].reduce((total, wordStem) => total + rarity(index.frequencyOf(wordStem), index.count), 0);
  return names.flatMap((name) => {
    const common = sum([...name].filter((wordStem) => matched.has(wordStem)));
    const missing = query.total * (1 - shareOf(query, hits, (wordStem) => name.has(wordStem)));
    return common ? { name: sum(name), common, missing } : [];
  });
}

/** How much of the query a name has, alone or together with its context, from 0 to 1. */
const nameMatch = (hits: Hits, query: Query, { nameStems }: DocumentFields, context?: ReadonlySet<string>): number =>
  Math.max(
    ...nameStems.map((name) =>
      shareOf(query, hits, (wordStem) => name.has(wordStem) || context?.has(wordStem) === true),
    ),
  );

/**
 * Whether the query is a run of words of a name. Pages say what a sentence of the course says, so the sentence itself is an
 * answer only to a reader who quotes it.
 */
const quotes = ({ spelling }: Query, { spellings }: DocumentFields): boolean =>
  spelling.split(' ').length >= MIN_QUOTED_WORDS && spellings.some((name) => ` ${name} `.includes(` ${spelling} `));

/** Whether the query has, without typing errors, every word of one of the names of a page or a term. */
function isNamed(hits: Hits, { nameStems, subject, suggested }: DocumentFields): boolean {
  const sure = hits.flatMap((hit) => (hit && hit.certainty > CERTAINTY.typo ? hit.stems : []));
  return (subject !== undefined || suggested === true) && nameStems.some((name) => name.isSubsetOf(new Set(sure)));
}

/** Whether too little matched: a single word of readers' phrases, or, if the site lacks a word, nothing but typos. */
function isWeakMatch(hits: Hits, { hasUnknown }: Query, { nameStems }: DocumentFields): boolean {
  const present = hits.filter((hit) => hit !== undefined);
  if (present.length > 1 && !hasUnknown) return false;
  const stems = new Set(present.flatMap((hit) => hit.stems));
  const hasWholeName = nameStems.some((name) => name.isSubsetOf(stems));
  const isReadersWord = ({ fields }: Hit) =>
    fields.every((field) => field === 'phrase' || (hasUnknown && !hasWholeName && field === 'otherName'));
  return present.every((hit) => isReadersWord(hit) || (hasUnknown && hit.certainty <= CERTAINTY.typo));
}
