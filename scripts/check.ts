/** `npm run check`: format, types, spelling and content, without a browser. */
import { spawnSync } from 'node:child_process';

export interface Check {
  name: string;
  args: string[];
  /** What to do when it fails, where its own output does not say so. */
  mend?: string;
}

export const checks: Check[] = [
  {
    name: 'format',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    mend: '"npm run format" mends the format.',
  },
  { name: 'types', args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'] },
  {
    name: 'spelling',
    args: ['node_modules/cspell/bin.mjs', '--no-progress', '--quiet'],
    mend: 'A word that is right goes into .cspell-words.txt.',
  },
  { name: 'content', args: ['scripts/validate.ts'] },
];

/** Runs a check with its output on the terminal. @returns whether it passed */
export function runCheck({ args, mend }: Check): boolean {
  const passed = spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
  if (!passed && mend) console.log(mend);
  return passed;
}

if (import.meta.main) {
  const failed = checks.filter((check) => !runCheck(check)).map(({ name }) => name);
  console.log(failed.length ? `\nNot in order: ${failed.join(', ')}.` : '\nAll in order.');
  process.exitCode = failed.length ? 1 : 0;
}
