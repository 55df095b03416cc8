/** How a document has a word: in which field, and how much of the field it is. */
import { RANKING } from './weights.ts';

export interface Occurrence {
  /**
   * - `name`: in the title, or in another name and in the text
   * - `otherName`: in another name only
   * - `phrase`: in readers' phrases only; `phraseAndText`: also in the text
   * - `context`: in what the title is a part of, or in the title of the page
   * - `text`: in the text, or only in asides
   */
  field: 'name' | 'otherName' | 'phrase' | 'phraseAndText' | 'context' | 'text';
  /** In a name: how much of the name the word is, by rarity, from 0 to 1. */
  share: number;
  /** In a text: the number of its words, relative to the average. */
  length: number;
}

const SHARES = [1, 7 / 8, 6 / 8, 5 / 8, 4 / 8, 3 / 8, 2 / 8, 1 / 8];
const LENGTHS = [1 / 4, 1 / 2, 1, 2, 4];

/** All occurrences that the index distinguishes, the heaviest first. */
export const OCCURRENCES: readonly Occurrence[] = [
  ...SHARES.map((share): Occurrence => ({ field: 'name', share, length: 0 })),
  ...SHARES.map((share): Occurrence => ({ field: 'otherName', share, length: 0 })),
  { field: 'phrase', share: 0, length: 0 },
  { field: 'phraseAndText', share: 0, length: 0 },
  { field: 'context', share: 0, length: 0 },
  ...LENGTHS.map((length): Occurrence => ({ field: 'text', share: 0, length })),
];

/** The number of the occurrence that is most like this one. */
export function occurrenceNumber({ field, share, length }: Occurrence): number {
  const distances = OCCURRENCES.map((occurrence) =>
    occurrence.field === field
      ? Math.abs(occurrence.share - share) + (length && Math.abs(Math.log2(occurrence.length / length)))
      : Infinity,
  );
  return distances.indexOf(Math.min(...distances));
}

/** How much a word counts that occurs in this way. */
export function weightOf({ field, length }: Occurrence): number {
  if (field === 'name') return RANKING.title;
  if (field === 'otherName') return RANKING.otherName;
  if (field === 'context') return RANKING.context;
  if (field === 'text') return RANKING.text / (1 - RANKING.length + RANKING.length * length);
  return RANKING.phrases;
}
