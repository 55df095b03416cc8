/**
 * `npm test`: builds the site, finds a browser, runs every suite, and ends with one line, `N passed, N failed`.
 * `npm test -- unit site` runs only these suites. A suite that runs no tests fails.
 */
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import type { JSONReport } from '@playwright/test/reporter';
import { buildChangedSite } from '../tests/changed-site.ts';
import { ensureBrowser } from './browser.ts';
import { build } from './build.ts';
import { checks, runCheck } from './check.ts';
import { run } from './run.mjs';
import { runTrials } from './trials.ts';

interface SuiteResult {
  passed: number;
  failed: number;
  skipped?: number;
}

/** The suites in the order in which they run: the quick ones first. */
const suites: Record<string, () => SuiteResult | Promise<SuiteResult>> = {
  check: () => countResults(checks.map((check) => () => runCheck(check))),
  unit: () => runNodeTests('tests/unit/*.test.ts'),
  build: () =>
    countResults([
      () => build({ SITE_URL: '' }),
      () => build({ SITE_URL: 'https://docs.example.org/basics/', OUT_DIR: '.test/with-site-url' }),
    ]),
  content: () => runNodeTests('tests/content/*.test.ts'),
  search: () => runNodeTests('tests/search/*.test.ts'),
  trials: () => runTrials(),
  images: () => runNodeTests('tests/images/*.test.ts'),
  hosting: () => runNodeTests('tests/hosting/*.test.ts'),
  changed: () => countResults([buildChangedSite]),
  authoring: () => runNodeTests('tests/authoring/*.test.ts'),
  browsers: () => runNodeTests('tests/browsers/*.test.ts'),
  site: runSiteTests,
};

/** Runs tasks one after another. @param tasks return whether they succeeded */
async function countResults(tasks: (() => Promise<boolean>)[]): Promise<SuiteResult> {
  let passed = 0;
  for (const task of tasks) if (await task()) passed++;
  return { passed, failed: tasks.length - passed };
}

/** Runs test files in Node's test runner. */
async function runNodeTests(pattern: string): Promise<SuiteResult> {
  const result = { passed: 0, failed: 0, skipped: 0 };
  const stream = runTests({ files: globSync(pattern), concurrency: availableParallelism() });
  stream.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // Each file has a summary, too. The one without a file is the total.
    Object.assign(result, {
      passed: counts.passed,
      failed: counts.tests - counts.passed - counts.skipped,
      skipped: counts.skipped,
    });
  });
  for await (const text of stream.compose(new spec())) process.stdout.write(String(text));
  return result;
}

/** Runs the Playwright tests on the built site. */
async function runSiteTests(): Promise<SuiteResult> {
  if (!ensureBrowser()) {
    console.error('No browser was found and none could be installed. Run: npx playwright install --with-deps chromium');
    return { passed: 0, failed: 1 };
  }
  const report = '.test/site.json';
  rmSync(report, { force: true });
  await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test']);
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
  } catch {
    return { passed: 0, failed: 1 }; // Playwright failed before it wrote a report.
  }
}

const selected = process.argv.slice(2);
const unknown = selected.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`There is no suite "${unknown[0]!}". The suites are: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}

/** The suites that look at what another suite builds; the changed site is built from the content as it is now. */
const READERS: Record<string, string[]> = {
  changed: ['authoring', 'site'],
  build: ['dist', '.test/with-site-url'].every((folder) => existsSync(folder))
    ? []
    : ['content', 'search', 'hosting', 'authoring', 'browsers', 'site'],
};

/** Whether a suite runs: it's named, or one that is named looks at what it builds. */
const isSelected = (name: string) =>
  selected.includes(name) || (READERS[name] ?? []).some((reader) => selected.includes(reader));

const total = { passed: 0, failed: 0, skipped: 0 };
const times: string[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (selected.length && !isSelected(name)) continue;
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const result = await suite();
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (result.passed + result.failed + (result.skipped ?? 0) === 0) {
    console.error(`The suite "${name}" ran no tests.`);
    result.failed = 1;
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped ?? 0;
}
console.log(`\nTime: ${times.join(', ')}.`);
if (total.skipped) console.log(`\n${total.skipped} skipped. The reasons are above.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
