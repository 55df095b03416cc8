/**
 * What the checker says of a link, and the class of its chip, whose color and sign are those of the verdicts on a wording.
 * Both the page and its worker import this file, so it imports nothing.
 */
export const VERDICTS = {
  fine: ['Fine', 'holds'],
  changed: ['Changed since', 'correction outdated'],
  former: ['Old address', 'correction inexact'],
  moved: ['Moved', 'correction inexact'],
  gone: ['Gone', 'correction wrong'],
  unknown: ['Never promised', 'correction wrong'],
} as const;
export type Verdict = keyof typeof VERDICTS;
