/** Which commit was built. It is told by git, or where the history is left out by the environment. */
import { execFileSync } from 'node:child_process';

export interface Revision {
  /** The hash of the commit; null where it cannot be told. */
  revision: string | null;
  /** When it was committed, as RFC 3339 has it: the same for each build of it. */
  committed: string | null;
}

function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null; // no git, or no repository
  }
}

/** @param env REVISION and COMMITTED say it where there is no history, as in the build of an image */
export const revisionOf = ({ REVISION, COMMITTED }: NodeJS.ProcessEnv): Revision => ({
  revision: REVISION || git('rev-parse', 'HEAD'),
  committed: COMMITTED || git('log', '-1', '--format=%cI'),
});
