/** What the checker says of a link. Both the page and its worker import this file, so it imports nothing. */
export const VERDICT_LABELS = {
  fine: 'Fine',
  changed: 'Changed since',
  former: 'Old address',
  moved: 'Leads on',
  gone: 'Gone',
  unknown: 'Never promised',
} as const;
export type Verdict = keyof typeof VERDICT_LABELS;
