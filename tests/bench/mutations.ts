/**
 * Whether the tests notice when something breaks. Each entry of `mutations.yaml` breaks one line of the project, and names the
 * test that must fail then. The entries are tried one at a time in two copies of the project.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { run as runNodeTests } from 'node:test';
import type { JSONReport } from '@playwright/test/reporter';
import { z } from 'astro/zod';
import { run } from '../../scripts/run.mjs';
import { readYaml } from '../../src/model/yaml.ts';
import { ProjectCopy } from '../project-copy.ts';

const FILE = 'tests/bench/mutations.yaml';
const COPIES = ['.test/mutations-1', '.test/mutations-2'];
const MIN_PERCENT = 97;

const CHANGED_SITE = '.test/changed-site';
const SITE_URL = 'https://docs.example.org/basics/';

const mutation = z.strictObject({
  notice: z.string().describe('what a user would notice'),
  file: z.string(),
  from: z.string().describe('the text to replace, which stands once in the file'),
  to: z.string(),
  test: z
    .string()
    .regex(/^(build|[a-z]+\/[\w-]+\.(spec|test)\.ts( -g ".+")?)$/)
    .describe(
      'the test that must fail: a file in tests/, with -g "PATTERN" those of its tests whose names match; or build',
    ),
});
type Mutation = z.infer<typeof mutation> & { id: string };

/** The mutations. */
export const readMutations = (): Mutation[] =>
  Object.entries(readYaml(FILE, z.record(z.string(), mutation))).map(([id, data]) => ({ id, ...data }));

/** Why a mutation can no longer be tried, if it cannot. */
export function staleness({ id, file, from, test }: Mutation): string | undefined {
  const count = existsSync(file) ? readFileSync(file, 'utf8').split(from).length - 1 : 0;
  if (count !== 1) return `${FILE}: the text of "${id}" stands ${count} times in ${file}, not once: ${from}`;
  const testFile = `tests/${test.split(' ')[0]!}`;
  return test === 'build' || existsSync(testFile) ? undefined : `${FILE}: "${id}" names ${testFile}, which is missing.`;
}

/** What a test said, or why it did not run. */
type Outcome = 'passed' | 'failed' | `broken: ${string}`;

class Workplace {
  readonly copy: ProjectCopy;
  /** The builds that are of the files as they are now. */
  readonly #built = new Map<string, boolean>();

  constructor(folder: string) {
    this.copy = new ProjectCopy(folder);
    const leftOut = ['.astro', '.git', '.test', 'dist', 'node_modules'];
    for (const name of readdirSync('.')) if (!leftOut.includes(name)) this.copy.restore(name);
    // A failure need not take a minute.
    this.copy.replace('playwright.config.ts', 'timeout: 60_000', 'timeout: 10_000');
    this.copy.replace('playwright.config.ts', 'timeout: 600_000', 'timeout: 60_000');
  }

  /** Runs the test of a mutation while the line is broken. */
  async try({ file, from, to, test }: Mutation): Promise<Outcome> {
    this.copy.write(
      file,
      this.copy.read(file).replace(from, () => to),
    );
    this.#built.clear();
    const outcome = await this.run(test);
    this.copy.restore(file);
    return outcome;
  }

  /** Builds what a test looks at, and runs it. */
  async run(test: string): Promise<Outcome> {
    const [, file, pattern] = /^(\S+)(?: -g "(.+)")?$/.exec(test)!;
    if (test === 'build') return (await this.#build('dist')) ? 'passed' : 'failed';
    const text = this.copy.read(`tests/${file!}`);
    const needed = [
      ...(/^(site|search|hosting|browsers)\//.test(test) ? ['dist'] : []),
      ...(text.includes('DIST_WITH_SITE_URL') ? ['.test/with-site-url'] : []),
      ...(text.includes('changed-site.ts') ? [CHANGED_SITE] : []),
    ];
    for (const folder of needed) if (!(await this.#build(folder))) return `broken: ${folder} was not built`;
    return test.startsWith('site/') ? this.#runPlaywright(file!, pattern) : this.#runNode(file!, pattern);
  }

  async #build(folder: string): Promise<boolean> {
    if (!this.#built.has(folder)) {
      const changed = `import { buildChangedSite } from './tests/changed-site.ts'; process.exit((await buildChangedSite()) ? 0 : 1)`;
      const status = await (folder === CHANGED_SITE
        ? this.#start(['--input-type=module', '--eval', changed])
        : this.#start(['scripts/build.ts'], { OUT_DIR: folder, SITE_URL: folder === 'dist' ? '' : SITE_URL }));
      this.#built.set(folder, status === 0);
    }
    return this.#built.get(folder)!;
  }

  async #start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
    const options = { cwd: this.copy.root, env: { ...process.env, ...env }, stdio: 'ignore' } as const;
    return (await run(process.execPath, args, options)).status;
  }

  async #runPlaywright(file: string, pattern?: string): Promise<Outcome> {
    const report = '.test/site.json';
    rmSync(this.copy.pathOf(report), { force: true });
    const filter = pattern === undefined ? [] : ['-g', pattern];
    await this.#start(['node_modules/@playwright/test/cli.js', 'test', `/${file}`, '--workers=1', ...filter]);
    if (!this.copy.exists(report)) return 'broken: Playwright wrote no report';
    const { stats, errors } = JSON.parse(this.copy.read(report)) as JSONReport;
    if (errors.length) return `broken: ${errors[0]!.message ?? ''}`;
    return stats.unexpected ? 'failed' : 'passed';
  }

  async #runNode(file: string, pattern?: string): Promise<Outcome> {
    const path = this.copy.pathOf(`tests/${file}`);
    const ran: boolean[] = [];
    const broken: string[] = [];
    const filter = pattern === undefined ? {} : { testNamePatterns: pattern };
    const stream = runNodeTests({ files: [path], cwd: this.copy.root, ...filter });
    stream.on('test:pass', ({ skip }) => {
      if (skip === undefined) ran.push(true);
    });
    // A file that ends before its tests fails under its own name.
    stream.on('test:fail', ({ name }) => {
      if (path.endsWith(name)) broken.push(name);
      else ran.push(false);
    });
    await finished(stream.resume());
    if (ran.includes(false)) return 'failed';
    return ran.length && !broken.length ? 'passed' : `broken: ${broken[0] ?? 'no test ran'}`;
  }
}

/** Does each task in one of the copies. */
async function divide<T>(tasks: T[], workplaces: Workplace[], work: (task: T, workplace: Workplace) => Promise<void>) {
  const queue = [...tasks];
  const doNext = async (workplace: Workplace) => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) await work(task, workplace);
  };
  await Promise.all(workplaces.map(doNext));
}

/** The tests of mutations, one for each file. */
function byFile(mutations: Mutation[]): string[] {
  const patterns = Map.groupBy(mutations, ({ test }) => test.split(' ')[0]!);
  return [...patterns].map(([file, ofFile]) => {
    const ofTests = ofFile.map(({ test }) => / -g "(.+)"$/.exec(test)?.[1]);
    return ofTests.includes(undefined) ? file : `${file} -g "${[...new Set(ofTests)].join('|')}"`;
  });
}

/**
 * Tries mutations and prints those that no test noticed.
 * @param ids of the mutations to try; by default, all
 * @returns whether enough were caught
 */
export async function benchMutations(ids: string[]): Promise<boolean> {
  const all = readMutations();
  const unknown = ids.find((id) => !all.some((mutation) => mutation.id === id));
  const mutations = all.filter(({ id }) => !ids.length || ids.includes(id));
  const error = unknown ? `${FILE} has no mutation "${unknown}".` : mutations.map(staleness).find(Boolean);
  if (error) {
    console.error(error);
    return false;
  }

  const workplaces = COPIES.map((folder) => new Workplace(folder));
  console.log('First, the tests as the project is: one that fails anyway notices nothing.');
  await divide(byFile(mutations), workplaces, async (test, workplace) => {
    const outcome = await workplace.run(test);
    if (outcome !== 'passed') throw new Error(`${test}: ${outcome}`);
  });
  let caught = 0;
  await divide(mutations, workplaces, async (mutation, workplace) => {
    const outcome = await workplace.try(mutation);
    const { id, notice, test } = mutation;
    if (outcome === 'failed') caught++;
    else console.log(`${id} lived: ${notice}\n    ${test}: ${outcome}`);
  });
  const percent = Math.floor((100 * caught) / mutations.length);
  console.log(`\n${caught} of ${mutations.length} caught (${percent} %)`);
  return percent >= MIN_PERCENT;
}
