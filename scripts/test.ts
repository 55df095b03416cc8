/**
 * `npm test`: builds the site, finds a browser, runs every suite, and ends with one line, `N passed, N failed`.
 * `npm test -- unit site` runs only the suites that are named. A suite that ran no test has failed.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { getBrowser } from './browser.ts';
import { build } from './build.ts';
import { checks, runCheck } from './check.ts';

interface Result {
  passed: number;
  failed: number;
  skipped?: number;
}

/** The suites, in the order in which they run: the quick ones first. */
const suites: Record<string, () => Result | Promise<Result>> = {
  check: () => count(checks.map(runCheck)),
  unit: () => nodeTests('tests/unit/*.test.ts'),
  build: () =>
    count([
      build({ SITE_URL: '' }),
      build({ SITE_URL: 'https://docs.example.org/basics/', OUT_DIR: '.test/with-site-url' }),
    ]),
  search: () => nodeTests('tests/search/*.test.ts'),
  hosting: () => nodeTests('tests/hosting/*.test.ts'),
  authoring: () => nodeTests('tests/authoring/*.test.ts'),
  site: siteTests,
};

function count(results: boolean[]): Result {
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/** Runs tests of Node's own runner. */
async function nodeTests(pattern: string): Promise<Result> {
  const result = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files: globSync(pattern), concurrency: 2 });
  stream.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // each file has a summary too; the last one is of all
    Object.assign(result, {
      passed: counts.passed,
      failed: counts.tests - counts.passed - counts.skipped,
      skipped: counts.skipped,
    });
  });
  for await (const text of stream.compose(new spec())) process.stdout.write(String(text));
  return result;
}

/** Runs Playwright's tests on the built site. */
function siteTests(): Result {
  if (!getBrowser()) {
    console.error('No browser was found and none could be installed. Run: npx playwright install --with-deps chromium');
    return { passed: 0, failed: 1 };
  }
  const report = '.test/site.json';
  rmSync(report, { force: true });
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], { stdio: 'inherit' });
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
  } catch {
    return { passed: 0, failed: 1 }; // it did not get as far as a report
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`There is no suite "${unknown[0]}". The suites are: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, suite] of Object.entries(suites)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const result = await suite();
  if (result.passed + result.failed === 0) {
    console.error(`The suite "${name}" ran no test.`);
    result.failed = 1;
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped ?? 0;
}
if (total.skipped) console.log(`\n${total.skipped} skipped: the reason stands beside each of them above.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
