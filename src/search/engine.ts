/** The search engine: finds what answers a query, best first. `ranking.ts` says how results are weighed. */
import { matchError } from '../kinds/error/match.ts';
import { createIndex, documentsMatching, type EngineIndex } from './engine-index.ts';
import type { PackedIndex } from './packed.ts';
import { parseQuery, type Wording } from './query.ts';
import { matchOf, rarityOf, type Hit, type Hits, type Query } from './ranking.ts';
import type { IndexedDocument } from './unpack.ts';
import { CERTAINTY } from './weights.ts';
import { stem, wordsOf } from './words.ts';

export interface Result {
  document: IndexedDocument;
  /** The title of its page. */
  page: string;
  /** The stems of the words that matched: they are marked where the result is shown. */
  stems: string[];
}

export interface SearchEngine {
  /** The results for a query, best first; empty if nothing answers it. */
  search: (query: string) => Result[];
  /** Names with their documents, to suggest for a query without results. */
  names: ReadonlyMap<string, IndexedDocument>;
  /** Queries to offer while the field is empty. */
  starters: string[];
}

/** Readers do not look further. */
const MAX_RESULTS = 40;

export function createEngine(packed: PackedIndex): SearchEngine {
  const index = createIndex(packed);
  const suggested = index.documents.filter((document) => document.suggested);
  return {
    search: (text) => search(text, index),
    starters: packed.starters,
    names: new Map(
      suggested.flatMap((document) => [document.title, ...document.names].map((name) => [name, document])),
    ),
  };
}

function search(text: string, index: EngineIndex): Result[] {
  const query = queryOf(text, index);
  const ranked = [...findHits(query, index)]
    .flatMap(([number, hits]) => {
      const match = matchOf(number, hits, query, index);
      return match ? [{ number, ...match }] : [];
    })
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, MAX_RESULTS);

  const error = matchError(text, index.patterns);
  if (error !== undefined) {
    // The error that a pasted message reports is the answer, whatever else its words match.
    const number = Number(error);
    const position = ranked.findIndex((match) => match.number === number);
    const [match = { number, score: 0, stems: [] }] = position < 0 ? [] : ranked.splice(position, 1);
    ranked.unshift(match);
  }
  return ranked.map(({ number, stems }) => {
    const document = index.documents[number]!;
    return { document, page: index.pageTitles.get(document.path)!, stems };
  });
}

function queryOf(text: string, index: EngineIndex): Query {
  const concepts = parseQuery(text, index.synonyms, index.vocabulary, index.spelling);
  const rarities = concepts.map((concept) => rarityOf(concept, index));
  return {
    concepts,
    rarities,
    total: rarities.reduce((sum, rarity) => sum + rarity, 0),
    spelling: wordsOf(text).map(stem).join(' '),
    hasUnknown: concepts.some(({ wordings }) => !wordings.length),
  };
}

/** For each document that has any of the concepts, how it has each of them. */
function findHits({ concepts, rarities }: Query, index: EngineIndex): Map<number, Hits> {
  const hitsByDocument = new Map<number, Hits>();
  for (const [position, { wordings }] of concepts.entries()) {
    for (const wording of wordings) {
      for (const number of documentsMatching(wording, index)) {
        const hits = hitsByDocument.get(number) ?? [];
        hits[position] = betterHit(
          hits[position],
          wording,
          rarities[position]!,
          index.weightsIn(number, wording.stems),
        );
        hitsByDocument.set(number, hits);
      }
    }
  }
  return hitsByDocument;
}

/** The hit of a concept in a document, once one more of its wordings is found there. @param previous the hit so far */
function betterHit(previous: Hit | undefined, { stems, certainty }: Wording, rarity: number, weights: number[]): Hit {
  const isSure = certainty > CERTAINTY.typo;
  const score = (rarity * certainty * weights.reduce((sum, weight) => sum + weight)) / weights.length;
  const matched = previous && isSure ? [...previous.matched, ...stems] : stems;
  if (!previous || score > previous.score) return { score, certainty, stems, matched };
  return isSure ? { ...previous, matched } : previous;
}
