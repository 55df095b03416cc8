/** What can be found, by what it is. */
export const KINDS = [
  'page',
  'section',
  'subsection',
  'table',
  'row',
  'fact',
  'term',
  'misconception',
  'error',
  'question',
  'statement',
] as const;
export type Kind = (typeof KINDS)[number];
