/** Writes what the trials gave into `trials.lock.json`. */
import { trialHash, trial as trialKind } from '../../src/kinds/trial/index.ts';
import type { Content } from '../../src/model/kind.ts';
import type { TrialRecord, TrialRun } from '../../src/model/trial-record.ts';

/** The runs of one engine, by trial. */
export interface EngineRuns {
  /** The version and the store: `26.1.5 overlay2`. */
  engine: string;
  runs: Record<string, Omit<TrialRun, 'day' | 'trial'>>;
}

/**
 * Adds runs to a record. Leaves out runs that no longer prove anything: runs of trials that are gone, and other engines' runs
 * from before a trial was changed.
 * @param day of the new runs
 */
export function mergeRuns(
  record: TrialRecord,
  { engine, runs }: EngineRuns,
  day: string,
  content: Content,
): TrialRecord {
  const merged: TrialRecord = {};
  for (const { id, data } of content.entries(trialKind).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const trial = trialHash(data, content);
    const kept = Object.entries(record[id] ?? {}).filter(([, run]) => !runs[id] || run.trial === trial);
    const all = kept.filter(([name]) => name !== engine || !runs[id]);
    if (runs[id]) all.push([engine, { day, trial, ...runs[id] }]);
    if (all.length) merged[id] = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return merged;
}

/** A record as a file: sorted, so that a change is easy to review. */
export const formatRecord = (record: TrialRecord): string => `${JSON.stringify(record, null, 2)}\n`;
