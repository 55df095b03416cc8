/** The commit that a build is made from, from the environment or from git. */
import { execFileSync } from 'node:child_process';

export interface Revision {
  /** The hash of the commit; null if it is unknown. */
  revision: string | null;
  /** When it was committed, in the format of RFC 3339. Unlike the time of the build, it makes builds reproducible. */
  committed: string | null;
}

function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null; // git is not installed, or there is no repository
  }
}

/** @param env REVISION and COMMITTED take precedence over git, for builds without a repository, such as an image's */
export const findRevision = ({ REVISION, COMMITTED }: NodeJS.ProcessEnv): Revision => ({
  revision: REVISION || git('rev-parse', 'HEAD'),
  committed: COMMITTED || git('log', '-1', '--format=%cI'),
});
