/**
 * The weights of the search. `scripts/tune-search.ts` found those for the ranking. How much each kind of result counts is in
 * the folders of the kinds and, for pages and sections, in `search-kinds.ts`.
 */

/** How a result is ranked. */
export const RANKING = {
  /** How much a word counts, by the field that has it. */
  title: 3.67,
  otherName: 2.1,
  context: 1.33,
  text: 0.35,
  phrases: 1.43,
  /** How much of a word's weight a long text loses, from 0 to 1. */
  length: 0.12,
  /** The exponent of the share of the query that a document has. */
  coverage: 2.8,
  /** The bonus for a name that the query contains in full. */
  titleMatch: 3.5,
  /** The bonus for a name that, with its context, contains the whole query. */
  contextMatch: 0.89,
  /** The bonus for a name spelled like the query. */
  exactMatch: 3.1,
  /** The bonus for a name that has the words of the query and no others. */
  wholeName: 0.5,
  /** The bonus for phrases or learned searches that are like the query. */
  phraseMatch: 8,
  /** The weight of a sentence that the query quotes, in place of the weight of its kind. */
  quotation: 2,
  /** The share of the query that a result must have. */
  minCoverage: 0.3,
  /** How much a name of a result, or what is learned for it, must be like the query. */
  minLikeness: 0.08,
  /** The share of the query that a result must have if no name or phrase of it is like the query. */
  sureCoverage: 0.9,
  /** The score that a result must have, relative to the rarity of the query. */
  minScore: 0.1,
  /** The rarity of a word that many questions share, relative to other words that are as rare. */
  weakWord: 0.61,
  /** The rarity of a word that the site does not have. */
  unknownWord: 20,
};

/** How certain it is that a reader means a wording, by how it follows from the words of the query. */
export const CERTAINTY = {
  /** The words themselves. */
  exact: 1,
  /** Words that mean the same. */
  synonym: 0.98,
  /** Two words for one that joins them. */
  split: 0.96,
  /** The rest of a phrase without its stop words, if that is a single word. */
  rest: 0.9,
  /** A word of which the typed one may be a typo. */
  typo: 0.6,
  /** A word that begins with the typed letters. */
  completion: 0.15,
  /** A word that begins with the typed letters, if they are the whole query and not a word. */
  beginning: 0.8,
};
