import { spawnSync } from 'node:child_process';

/**
 * Builds the site as `npm run build` does. `--force` clears Astro's cache, which looks for a page at its old place after
 * its file has moved.
 * @param env additions to the environment, such as SITE_URL and OUT_DIR
 * @returns whether the build succeeded
 */
export const build = (env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--force'], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status === 0;
