/** `npm run check`: format, types, spelling and content, without a browser. */
import { spawnSync } from 'node:child_process';

export interface Check {
  name: string;
  args: string[];
}

export const checks: Check[] = [
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'types', args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'] },
  { name: 'spelling', args: ['node_modules/cspell/bin.mjs', '--no-progress', '--quiet'] },
  { name: 'content', args: ['scripts/validate.ts'] },
];

/** Runs a check with its output on the terminal. @returns whether it passed */
export const runCheck = ({ args }: Check): boolean =>
  spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;

if (import.meta.main) {
  const failed = checks.filter((check) => !runCheck(check)).map(({ name }) => name);
  console.log(
    failed.length ? `\nNot in order: ${failed.join(', ')}. "npm run format" mends the format.` : '\nAll in order.',
  );
  process.exitCode = failed.length ? 1 : 0;
}
