/** The commit that a build is made from, from the environment or from git. */
import { execFileSync } from 'node:child_process';

export interface Revision {
  /** The hash of the commit, with `-dirty` at its end if a file of the build is not as in the commit; null if it is unknown. */
  revision: string | null;
  /** When it was committed, in the format of RFC 3339. Unlike the time of the build, it makes builds reproducible. */
  committed: string | null;
}

/** What a build reads. If only other files differ from the commit, the site is the same. */
const READ_BY_BUILD = [
  'astro.config.mjs',
  'changes.lock.json',
  'content',
  'links.lock.json',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
];

/**
 * @param env REVISION and COMMITTED take precedence over git, for builds without a repository, such as an image's
 * @param folder of the project
 */
export function findRevision({ REVISION, COMMITTED }: NodeJS.ProcessEnv, folder = '.'): Revision {
  const git = (...args: string[]): string | null => {
    try {
      return (
        execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
      );
    } catch {
      return null; // git is not installed, or there is no repository
    }
  };
  const commit = () => {
    const hash = git('rev-parse', 'HEAD');
    return hash && git('status', '--porcelain', '--', ...READ_BY_BUILD) ? `${hash}-dirty` : hash;
  };
  return {
    revision: REVISION || commit(),
    committed: COMMITTED || git('log', '-1', '--format=%cI'),
  };
}
