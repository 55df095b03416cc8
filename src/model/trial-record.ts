/** `trials.lock.json`: the results of the trials' last runs, by trial and by engine. `npm run trials -- --record` writes it. */
import { z } from 'astro/zod';
import { pastDate } from './fields.ts';

export const TRIALS_FILE = 'trials.lock.json';

const runSchema = z.strictObject({
  day: pastDate.describe('the day of the run'),
  trial: z.string().describe('a hash of what was claimed and run'),
  with: z.string().optional().describe('the versions of the plugins that took part: Buildx 0.13.1'),
  agrees: z.boolean().describe('whether the engine did what the trial claims'),
  transcript: z.array(z.string()).describe('the commands, and the lines of their output that matter'),
});
export type TrialRun = z.infer<typeof runSchema>;

/** The runs of each trial by engine, such as `26.1.5 overlay2`: the version and the store of its images. */
export const trialRecordSchema = z.record(z.string(), z.record(z.string(), runSchema));
export type TrialRecord = z.infer<typeof trialRecordSchema>;
