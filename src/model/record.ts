/**
 * The record of changes, `changes.lock.json`: for each address, hashes of what a reader sees there, and the days on which
 * that changed. `src/links/changes/` writes it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { PARTS, type Part } from './changes.ts';
import { dayThatHasCome } from './fields.ts';

export const RECORD_FILE = 'changes.lock.json';

/** Takes the place of what changed if the meaning is the same. */
export const REWORDED = 'reworded';

const hash = z.string().regex(/^[\w-]{6}$/, { error: 'must be a hash: "npm run links:accept" writes it' });
const CHANGE_ERROR = `must be a sentence, "${REWORDED}", or a list of ${PARTS.map((part) => `"${part}"`).join(', ')}`;

/** A single word is "reworded" with a typing error, or the name of a part outside a list. */
const sentence = z.string().regex(/\S\s+\S/, { error: CHANGE_ERROR });
const change = z.union([z.array(z.enum(PARTS)).min(1), z.literal(REWORDED), sentence], { error: CHANGE_ERROR });
/** A day of the record. */
export const recordedDay = dayThatHasCome('when readers saw something new');
const entrySchema = z
  .strictObject({
    first: recordedDay.describe('the day on which the address was first recorded'),
    ...(Object.fromEntries(PARTS.map((part) => [part, hash.optional()])) as Record<Part, z.ZodOptional<typeof hash>>),
    changes: z.record(recordedDay, change).optional(),
  })
  .superRefine(({ first, changes = {} }, context) => {
    for (const day of Object.keys(changes).filter((day) => day < first)) {
      const message = `must not be before ${first}, the day on which the address was first recorded`;
      context.addIssue({ code: 'custom', path: ['changes', day], message });
    }
  });
export const recordSchema = z.record(z.string(), entrySchema);

/** Hashes of the parts that a reader sees at an address. What is not there has none. */
export type Seen = Partial<Record<Part, string>>;
export type RecordEntry = z.infer<typeof entrySchema>;
export type ChangeRecord = Record<string, RecordEntry>;

/** Reads the record. Without a file, it is empty. */
export const readRecord = (): ChangeRecord =>
  existsSync(RECORD_FILE) ? (JSON.parse(readFileSync(RECORD_FILE, 'utf8')) as ChangeRecord) : {};

/** Returns a function that gives the day of the last recorded change at an address, apart from the addresses within it. */
export const daysOfChange =
  (record: ChangeRecord) =>
  (address: string): string | undefined =>
    Object.entries(record[address]?.changes ?? {})
      .flatMap(([on, what]) => (what === REWORDED ? [] : on))
      .sort()
      .at(-1);

/** Returns a function that gives the day of the last recorded change at an address, or else of its first record. */
export const recordedDays = (record: ChangeRecord) => {
  const dayOfChange = daysOfChange(record);
  return (address: string): string | undefined => dayOfChange(address) ?? record[address]?.first;
};
