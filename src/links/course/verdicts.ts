/**
 * What the checker says of a link, the class of its chip, whose color and sign are those of the verdicts on a wording, and
 * what precedes the better address in the advice. The page has them, and the script reads them there.
 */
export const VERDICTS = {
  fine: ['Fine', 'holds', 'Nothing to do.'],
  changed: ['Changed since', 'correction outdated', 'Read it again at'],
  former: ['Old address', 'correction inexact', 'On this site, it’s at'],
  moved: ['Moved', 'correction inexact', 'It’s now at'],
  gone: ['Gone', 'correction wrong', 'Use instead:'],
  capitals: ['Wrong capitalization', 'correction wrong', 'It works only with this capitalization:'],
  unknown: [
    'Never promised',
    'correction wrong',
    'It isn’t one of the addresses that this site promises to keep. Did you mean',
  ],
} as const;
export type Verdict = keyof typeof VERDICTS;
