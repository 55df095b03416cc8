/** `npm run check`: format, types, lint, unused code, spelling, prose and content, without a browser. */
import { run } from './run.mjs';

export interface Check {
  name: string;
  args: string[];
  /** What to do about a failure, if the tool does not say so. */
  fix?: string;
}

export const checks: Check[] = [
  {
    name: 'format',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    fix: 'Run "npm run format".',
  },
  { name: 'types', args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'] },
  // After the type check, in which Astro writes the types of pages and CSS: the rules need them.
  {
    name: 'lint',
    args: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0'],
  },
  {
    name: 'unused',
    args: ['node_modules/knip/bin/knip.js'],
    fix: 'Remove what nothing uses, and add each imported package to package.json.',
  },
  {
    name: 'spelling',
    args: ['node_modules/cspell/bin.mjs', '--no-progress', '--quiet', '--show-suggestions'],
    fix: 'Use the American spelling. If a word is right, add it to .cspell-words.txt.',
  },
  { name: 'prose', args: ['scripts/prose.ts'] },
  { name: 'content', args: ['scripts/validate.ts'] },
];

/** Runs a check with its output on the terminal. @returns whether it passed */
export async function runCheck({ args, fix }: Check): Promise<boolean> {
  const passed = (await run(process.execPath, args)).status === 0;
  if (!passed && fix) console.log(fix);
  return passed;
}

if (import.meta.main) {
  const failed: string[] = [];
  for (const check of checks) if (!(await runCheck(check))) failed.push(check.name);
  console.log(failed.length ? `\nFailed: ${failed.join(', ')}.` : '\nEverything passed.');
  process.exitCode = failed.length ? 1 : 0;
}
