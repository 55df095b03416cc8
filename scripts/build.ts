import { spawnSync } from 'node:child_process';

/**
 * Builds the site as `npm run build` does.
 * @param env what the environment says besides, such as SITE_URL and OUT_DIR
 * @returns whether it was built
 */
export const build = (env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--force'], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status === 0;
