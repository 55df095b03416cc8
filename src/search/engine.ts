/**
 * The search engine: finds what answers a query, best first. A query becomes concepts, the postings say which documents may
 * answer it, and the names of the best of these decide. `ranking.ts` says how results are weighed.
 */
import { matchError } from '../kinds/error/match.ts';
import { nearestName, type NearestName } from './nearest-name.ts';
import { fileOf } from './packed.ts';
import { averageWeight, createParts, documentsMatching, type Parts, type Postings, type ReadFile } from './parts.ts';
import { parseQuery, type Concept, type Wording } from './query.ts';
import { estimateOf, matchOf, rarityOf, type Hit, type Hits, type Query } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';
import type { IndexedDocument } from './unpack.ts';
import { CERTAINTY } from './weights.ts';
import { subjectOf, wordsOf } from './words.ts';

export interface Result {
  document: IndexedDocument;
  /** The stems of the words that matched: they are marked where the result is shown. */
  stems: string[];
}

export interface Results {
  /** Best first. */
  results: Result[];
  /** Whether nothing answers the query, and the results only name something that it names, too. */
  areNearest: boolean;
  /** Whether a name or the searches of the first result are so like the query that it may be called the answer. */
  isSure: boolean;
  /** The query as it was read, with its typing errors corrected. A message stays as pasted, however its words were read. */
  query: string;
}

export interface SearchEngine {
  /** @returns no results if the site has nothing on the query @throws if a file cannot be fetched */
  search: (query: string) => Promise<Results>;
  /** The name that is most like a query without results. @throws if a file cannot be fetched */
  suggest: (query: string) => Promise<NearestName | undefined>;
  /** Queries to offer while the field is empty. */
  starters: string[];
}

/** Readers do not look further. */
const MAX_RESULTS = 40;
/** If no answer is sure and there are fewer, the best of the other matches follow. */
const MIN_RESULTS = 3;
/** The documents of this many files are ranked: the files of the documents with the best estimates. */
const MAX_FILES = 13;
/** How like the query a result's name or searches must be for it to be called the answer: below this, most are wrong. */
const SURE = 0.6;
/** A message of a program begins with the program's name and a colon, or has brackets, as in `nginx: [emerg]`. */
const MESSAGE = /^\S+: |\[/;
/** A pasted log has more words. The rarest name its subject. */
const MAX_CONCEPTS = 8;

/** @param read how to fetch the parts of the index */
export function createEngine(index: SearchIndex, read: ReadFile): SearchEngine {
  const parts = createParts(index, read);
  return {
    search: (text) => search(text, index, parts),
    suggest: async (text) => nearestName(text, (await parts.loadDocuments(index.suggested)).values()),
    starters: index.starters,
  };
}

async function search(text: string, index: SearchIndex, parts: Parts): Promise<Results> {
  const parsed = parseQuery(text, index);
  const concepts = rarestOf(parsed.concepts, index);
  const postings = await parts.loadPostings(concepts.flatMap(({ wordings }) => wordings.flatMap(({ stems }) => stems)));
  const query = queryOf(parsed.spelling, concepts, postings, index);
  const hits = findHits(query, postings);
  const files = bestFiles(hits, query, index);
  for (const number of possibleErrors(text, index)) files.add(fileOf(number, index.documentStarts));
  const documents = await parts.loadDocuments(files);
  // The error that a pasted message reports is the answer, whatever else its words match.
  const error = errorOf(text, documents);
  const matches = [...documents].flatMap(([number, document]) => {
    const match = matchOf(document, hits.get(number) ?? [], query, index);
    const isError = number === error;
    if (isError)
      return {
        number,
        document,
        stems: match?.stems ?? [],
        score: Infinity,
        isAnswer: true,
        isNamed: true,
        likeness: 1,
      };
    return match ? { number, document, ...match } : [];
  });
  const ranked = matches.sort((a, b) => b.score - a.score || a.number - b.number);
  const answers = ranked.filter(({ isAnswer }) => isAnswer);
  const others = ranked.filter(({ isAnswer }) => !isAnswer);
  putPlacesFirst(answers);
  putTermFirst(answers, text);
  const isSure = answers.length > 0 && answers[0]!.likeness >= SURE;
  const results = isSure ? answers : [...answers, ...others.slice(0, Math.max(0, MIN_RESULTS - answers.length))];
  const isMessage = error !== undefined || MESSAGE.test(text);
  const shown = isMessage ? text : parsed.corrected;
  return { results: results.slice(0, MAX_RESULTS), areNearest: !answers.length, isSure, query: shown };
}

/** A question about what a word means. */
const DEFINITION = /^\s*what(['’]?s| is| are| does)\b|\bmean(s|ing)?\b/i;

/**
 * Puts first the term that a question asks for, or whose name contains the query's only word. A page about the term stays
 * first; so does any result whose title is that word.
 */
function putTermFirst(ranked: { document: IndexedDocument; likeness: number }[], query: string): void {
  const isQuestion = DEFINITION.test(query);
  const [word = '', ...otherWords] = wordsOf(query);
  if (!isQuestion && otherWords.length) return;
  const isNamed = ({ title }: IndexedDocument) => isQuestion || subjectOf(title).split(' ').includes(subjectOf(word));
  const rank = ranked.findIndex(
    (result) => result.document.suggested && result.likeness === 1 && isNamed(result.document),
  );
  const [first, term] = [ranked[0]?.document, ranked[rank]?.document];
  if (!first || !term) return;
  const isTitle = !otherWords.length && subjectOf(first.title) === subjectOf(word);
  const isPageAboutIt = first.fragment === '' && subjectOf(first.title) === subjectOf(term.title);
  if (!isTitle && !isPageAboutIt) ranked.unshift(...ranked.splice(rank, 1));
}

/**
 * A value changes places with the best result that shows it, because there readers see what it means. A value that the
 * query names keeps its place.
 */
function putPlacesFirst(ranked: { number: number; document: IndexedDocument; isNamed: boolean }[]): void {
  for (const [rank, value] of ranked.entries()) {
    if (value.isNamed) continue;
    const placeRank = ranked.findIndex(({ number }) => value.document.shownIn.includes(number));
    if (placeRank > rank) [ranked[rank], ranked[placeRank]] = [ranked[placeRank]!, value];
  }
}

/** The numbers of the errors whose message a text may be. */
function possibleErrors(text: string, { messageWords }: SearchIndex): number[] {
  const typed = new Set(wordsOf(text));
  return messageWords.filter(({ words }) => words.every((word) => typed.has(word))).map(({ number }) => number);
}

/** The number of the error that a message reports. */
function errorOf(message: string, documents: ReadonlyMap<number, IndexedDocument>): number | undefined {
  const patterns = [...documents].flatMap(([number, { pattern }]) => (pattern ? [{ number, pattern }] : []));
  const sorted = patterns.sort((a, b) => a.number - b.number);
  const id = matchError(
    message,
    sorted.map(({ number, pattern }) => [String(number), pattern]),
  );
  return id === undefined ? undefined : Number(id);
}

/** The files of the documents with the best estimates. */
function bestFiles(hits: Map<number, Hits>, query: Query, { documentStarts }: SearchIndex): Set<number> {
  const estimates = [...hits].map(([number, hits]) => ({ number, estimate: estimateOf(hits, query) }));
  const files = new Set<number>();
  for (const { number } of estimates.sort((a, b) => b.estimate - a.estimate || a.number - b.number)) {
    files.add(fileOf(number, documentStarts));
    if (files.size === MAX_FILES) break;
  }
  return files;
}

/** The concepts to look for in documents: all that a reader types or, in a pasted text, the rarest that are known. */
function rarestOf(concepts: Concept[], { frequencyOf }: SearchIndex): Concept[] {
  if (concepts.length <= MAX_CONCEPTS) return concepts;
  const frequency = ({ wordings }: Concept) =>
    Math.max(...wordings.map(({ stems }) => Math.min(...stems.map(frequencyOf))));
  const known = concepts.filter(({ wordings }) => wordings.length);
  return known.sort((a, b) => frequency(a) - frequency(b)).slice(0, MAX_CONCEPTS);
}

function queryOf(spelling: string, concepts: Concept[], postings: Postings, index: SearchIndex): Query {
  const rarities = concepts.map((concept) => rarityOf(concept, postings, index));
  return {
    concepts,
    rarities,
    total: rarities.reduce((sum, rarity) => sum + rarity, 0),
    spelling,
    hasUnknown: concepts.some(({ wordings }) => !wordings.length),
  };
}

/** For each document that has any of the concepts, how it has each of them. */
function findHits({ concepts, rarities }: Query, postings: Postings): Map<number, Hits> {
  const hitsByDocument = new Map<number, Hits>();
  for (const [position, { wordings }] of concepts.entries()) {
    for (const wording of wordings) {
      for (const number of documentsMatching(wording, postings)) {
        const hits = hitsByDocument.get(number) ?? [];
        hits[position] = betterHit(hits[position], wording, rarities[position]!, number, postings);
        hitsByDocument.set(number, hits);
      }
    }
  }
  return hitsByDocument;
}

/** The hit of a concept in a document, once one more of its wordings is found there. @param previous the hit so far */
function betterHit(
  previous: Hit | undefined,
  { stems, certainty }: Wording,
  rarity: number,
  number: number,
  postings: Postings,
): Hit {
  const isSure = certainty > CERTAINTY.typo;
  const score = rarity * certainty * averageWeight(stems, number, postings);
  const matched = previous && isSure ? [...previous.matched, stems] : [stems];
  if (previous && score <= previous.score) return isSure ? { ...previous, matched } : previous;
  const occurrences = stems.map((wordStem) => postings.get(wordStem)!.get(number)!);
  return {
    score,
    certainty,
    stems,
    share: occurrences.reduce((sum, { share }) => sum + share, 0),
    fields: occurrences.map(({ field }) => field),
    matched,
  };
}
