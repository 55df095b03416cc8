/**
 * Checks and writes the record of changes. `npm run links:accept` writes it, and each build compares its words with it.
 *
 * An author may replace a day's list of what changed with a sentence, which readers are told, or with `"reworded"` if the
 * meaning is the same, and nobody is told.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS, type Part } from '../../model/changes.ts';
import { writeWhole } from '../../model/files.ts';
import type { Problem } from '../../model/problems.ts';
import {
  RECORD_FILE,
  recordSchema,
  REWORDED,
  type ChangeRecord,
  type RecordEntry,
  type Seen,
} from '../../model/record.ts';
import { currentAddress, splitAddress, type Redirects } from '../../model/redirects.ts';
import { parseYaml } from '../../model/yaml.ts';
import { checkLockFile } from '../manifest.ts';
import type { Place } from './places.ts';

/** Six characters of a SHA-256, which have 36 bits: of 69 billion changes, about one would go unseen. */
const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 6);

/** White space, places where a line may break, and marks without width: the layout sets them, not the author. */
const LAYOUT = /[\s\u00ad\u200b\u2060]+/g;

/**
 * The fragment that a place had first. It stays when the place is renamed or its page moves, since readers of what
 * contains the place see nothing of that.
 */
function firstFragment(address: string, redirects: Redirects): string {
  const former = redirects.places.find(({ from, to }) => to === address && from !== address)?.from;
  return former ? firstFragment(former, redirects) : (splitAddress(address).fragment ?? '');
}

/** Hashes what a reader sees at a place. */
export function hashPlace({ words, correction, sources, parts }: Place, redirects: Redirects): Seen {
  const texts: Record<Part, string> = {
    words: words.replace(LAYOUT, ''),
    correction: correction.replace(LAYOUT, ''),
    sources: [...sources].sort().join(' '),
    parts: parts
      .map((part) => firstFragment(part, redirects))
      .sort()
      .join(' '),
  };
  return Object.fromEntries(PARTS.filter((part) => texts[part]).map((part) => [part, shortHash(texts[part])]));
}

/** What keeps the record from being read, and what an author has written into it by mistake. @param root the project's folder */
export function checkRecord(root: string): Problem[] {
  const problems = checkLockFile(root, RECORD_FILE);
  const path = join(root, RECORD_FILE);
  if (problems.length || !existsSync(path)) return problems;
  const text = readFileSync(path, 'utf8');
  if (recordSchema.safeParse(JSON.parse(text)).success) return [];
  // JSON is YAML, whose parser knows the lines but takes ten times as long.
  return parseYaml(RECORD_FILE, text, recordSchema).problems.map((problem) => ({ ...problem, fix: FIX }));
}

const FIX =
  'Correct it, or restore the line from Git. Edit only what is recorded for a day, such as {"2026-11-30":"The limit is now 200."}.';

/** The parts of a place that differ from the record, or all of its parts if the record lacks the address. */
export const changedParts = (entry: RecordEntry | undefined, seen: Seen): Part[] =>
  PARTS.filter((part) => entry?.[part] !== seen[part]);

/**
 * Returns the record with what readers see now.
 * @param seen what they see, by address
 * @param day of the change, YYYY-MM-DD
 * @param reworded whether no meaning has changed
 */
export function updateRecord(
  record: ChangeRecord,
  seen: Record<string, Seen>,
  { day, reworded, redirects }: { day: string; reworded: boolean; redirects: Redirects },
): ChangeRecord {
  // Places that have moved keep their history.
  const newAddress = (old: string) => {
    const address = currentAddress(old, redirects);
    return seen[old] || !seen[address] || record[address] ? old : address;
  };
  const updated = Object.fromEntries(Object.entries(record).map(([old, entry]) => [newAddress(old), entry]));
  for (const [address, now] of Object.entries(seen)) {
    const entry = updated[address];
    const parts = changedParts(entry, now);
    if (entry && !parts.length) continue;
    const first = entry?.first ?? day;
    const changes = { ...entry?.changes };
    // Nothing is known of the words before the first record, nor of changes on its day.
    if (first !== day) changes[day] = mergeChange(changes[day], parts, reworded);
    updated[address] = { first, ...now, ...(Object.keys(changes).length && { changes }) };
  }
  return updated;
}

/** What is recorded for a day on which something has changed again. An author's sentence stays. */
function mergeChange(recorded: string | Part[] | undefined, parts: Part[], reworded: boolean): string | Part[] {
  if (reworded) return recorded ?? REWORDED;
  if (typeof recorded === 'string' && recorded !== REWORDED) return recorded;
  return PARTS.filter((part) => parts.includes(part) || (Array.isArray(recorded) && recorded.includes(part)));
}

/** Writes the record sorted, one address per line, so that a change is easy to review. */
export async function writeRecord(record: ChangeRecord): Promise<void> {
  const lines = Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, entry]) => `  ${JSON.stringify(address)}: ${JSON.stringify(entry)}`);
  await writeWhole(RECORD_FILE, `{\n${lines.join(',\n')}\n}\n`);
}
