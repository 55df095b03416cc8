/**
 * What has changed at the addresses of the site, as `changes.json` publishes it. Browsers use this module too.
 *
 * These days come only from the record of changes, see `src/links/changes/record.ts`: no date of a review, a file or a commit
 * plays a part.
 */

/** The name of the published file, at the site's root. It's here so the citing panel, which reads it, needs no other module. */
export const CHANGES_FILE = 'changes.json';

/** What can change at an address: the words, the correction of a wording, the cited sources, and the addresses within it. */
export const PARTS = ['words', 'correction', 'sources', 'parts'] as const;
export type Part = (typeof PARTS)[number];

/** What has changed: parts that a build has compared, or a sentence by an author. */
export type Change = Part[] | string;

/** The changes at an address by their days, YYYY-MM-DD, the oldest first. */
export type History = Record<string, Change>;

/** The content of `changes.json`. An address that has been there since the record began, and has not changed, is not in it. */
export interface Changes {
  /** The day on which the record began, YYYY-MM-DD. It knows nothing of the time before. */
  first: string;
  /** The days on which later addresses were first recorded. */
  later: Record<string, string>;
  /** The changes at each address that has any. Those within a page, a section or a table are its changes too. */
  changes: Record<string, History>;
  /** How many places of this build the record doesn't have as they are now: the author has yet to accept them. */
  unrecorded: number;
  /** The path of the page that lists all changes, if the site has one. */
  page?: string;
}

/** A change for readers. */
export interface RecordedChange {
  /** The day, YYYY-MM-DD. */
  on: string;
  /** What has changed, as a sentence. */
  what: string;
}

/**
 * The day of the last change at an address.
 * @param record the content of `changes.json`
 * @param address a promised address from the site's root, such as `/concepts/what-is-docker/#container`
 * @returns the day, YYYY-MM-DD; `first` if nothing has changed since the address was first recorded on that day
 */
export function lastChange({ first, later, changes }: Changes, address: string): { on: string; first: boolean } {
  const on = Object.keys(changes[address] ?? {}).at(-1);
  return on ? { on, first: false } : { on: later[address] ?? first, first: true };
}

/**
 * The changes at an address on a day and after it, the newest first. A day before the record began has no answer but the
 * recorded changes: compare it with `lastChange`.
 * @param record the content of `changes.json`
 * @param address a promised address from the site's root
 * @param day YYYY-MM-DD
 */
export const changesSince = ({ changes }: Changes, address: string, day: string): RecordedChange[] =>
  Object.entries(changes[address] ?? {})
    .filter(([on]) => on >= day)
    .map(([on, change]) => ({ on, what: describeChange(change) }))
    .reverse();

const NAMES: Record<Part, string> = {
  words: 'the wording',
  correction: 'the correction',
  sources: 'the sources',
  parts: 'something within it',
};

/** A change as a sentence: the author's, or "Changed: the wording, the sources." */
export const describeChange = (change: Change): string =>
  typeof change === 'string' ? change : `Changed: ${change.map((part) => NAMES[part]).join(', ')}.`;
