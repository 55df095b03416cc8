/**
 * `npm run trials`: runs the trials of `content/trials/` with a Docker Engine of its own, which it starts and removes.
 * `npm run trials -- NAME…` runs only these. `--host unix:///var/run/docker.sock`, or DOCKER_HOST, names another engine, which
 * must be empty. `--record` writes the results to `trials.lock.json`. `--store containerd` runs them all with that image store.
 * `--missing` runs nothing, and lists the places that have neither a trial nor a reason why they can't be run.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errorMessage } from '../src/kinds/error/index.ts';
import { errorsOf, isRunnable, markOf, trial as trialKind, type RunnableTrial } from '../src/kinds/trial/index.ts';
import { placesToTry } from '../src/kinds/trial/places.ts';
import { standIn } from '../src/kinds/trial/stand-in.ts';
import { writeWhole } from '../src/model/files.ts';
import type { Content } from '../src/model/kind.ts';
import { similarPaths } from '../src/model/similar-paths.ts';
import { TRIALS_FILE } from '../src/model/trial-record.ts';
import { loadContent } from './load-content.ts';
import { clear, clearBuildCache, describeEngine, isEmpty, reasonAgainst, type Engine } from './trials/engine.ts';
import { Images } from './trials/images.ts';
import { reasonAgainstOwnEngine, runIsolated, startOwnEngine, STORES, type Store } from './trials/own-engine.ts';
import { formatRecord, mergeRuns, type EngineRuns } from './trials/record.ts';
import { runTrial } from './trials/run-trial.ts';

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

/** The store with which the inner process starts its engine. */
const INSIDE = 'TRIALS_STORE';
/** The folder for transcripts, logs and results. */
const RESULTS = 'TRIALS_FOLDER';

interface Options {
  /** The ids of the trials; none means all. */
  names?: string[];
  /** The address of an engine that is there already. */
  host?: string | undefined;
  /** The image store for all trials. Without it, each runs with the one that it needs. */
  store?: Store | undefined;
  /** Whether the results are written to the record. */
  record?: boolean;
}

/** A trial with its id. */
type Named = [id: string, trial: RunnableTrial];

/**
 * Runs trials, and prints what came of them.
 * @returns how many agreed, disagreed, and were skipped
 */
export async function runTrials({ names = [], host, store, record }: Options = {}): Promise<Outcome> {
  const content = loadContent();
  const trials = select(content, names);
  const reason = host ? undefined : reasonAgainstOwnEngine();
  if (reason) {
    console.log(`Skipped, because no Docker Engine can be started here. ${reason}`);
    return { passed: 0, failed: 0, skipped: trials.length };
  }
  const folder = mkdtempSync(join(tmpdir(), 'trials-'));
  const results = host ? [await runOn(host, trials, content, folder)] : await runOnOwnEngines(trials, store, folder);
  if (record) await writeRecord(results, content);
  console.log(`The transcripts are in ${folder}`);
  const runs = results.flatMap(({ runs }) => Object.values(runs));
  const passed = runs.filter(({ agrees }) => agrees).length;
  return { passed, failed: runs.length - passed, skipped: trials.length - runs.length };
}

/** The trials with these names, or all. An unknown name ends the process. */
function select(content: Content, names: string[]): Named[] {
  const trials = [...content.byId(trialKind)].filter((entry): entry is Named => isRunnable(entry[1]));
  const known = trials.map(([id]) => id);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) {
    const [nearest] = similarPaths(unknown, known, 1);
    console.error(`There is no trial "${unknown}" to run.${nearest ? ` Did you mean "${nearest}"?` : ''}`);
    process.exit(1);
  }
  return names.length ? trials.filter(([id]) => names.includes(id)) : trials;
}

/** Starts an engine for each image store that the trials need, one after another, and runs its trials there. */
async function runOnOwnEngines(trials: Named[], store: Store | undefined, folder: string) {
  const storeOf = ({ needs = [] }: RunnableTrial): Store =>
    store ?? (needs.includes('containerd-store') ? 'containerd' : 'older');
  const results: EngineRuns[] = [];
  for (const store of STORES) {
    const ids = trials.filter(([, trial]) => storeOf(trial) === store).map(([id]) => id);
    if (!ids.length) continue;
    const command = [process.execPath, 'scripts/trials.ts', ...ids];
    const status = await runIsolated(command, { [INSIDE]: store, [RESULTS]: folder });
    if (status)
      throw new Error(`The trials with the ${store} image store stopped. The output of its programs is in ${folder}`);
    results.push(JSON.parse(readFileSync(join(folder, `${store}.json`), 'utf8')) as EngineRuns);
  }
  return results;
}

/** Runs trials with the engine at an address; without one, with our own, which has a registry. */
async function runOn(host: string | undefined, trials: Named[], content: Content, folder: string): Promise<EngineRuns> {
  const engine = describeEngine(host, host === undefined);
  if (host && !isEmpty(host)) {
    console.error(
      'This engine has containers, images, volumes or networks, and trials remove all of them. Use an empty one.',
    );
    process.exit(1);
  }
  console.log(`Docker Engine ${engine.version}, ${engine.store}`);
  const work = mkdtempSync(join(tmpdir(), 'trial-'));
  const images = new Images(engine, [...content.byId(standIn).values()], work);
  if (!host) images.publish(trials.flatMap(([, { images = [] }]) => images));
  const runs: EngineRuns['runs'] = {};
  for (const [id, trial] of trials) {
    const reason = reasonAgainst(trial, engine);
    if (reason) console.log(`- ${id}: skipped because it ${reason}`);
    else runs[id] = await runOne(id, trial, { engine, images, content, work, folder });
  }
  clear(engine, new Map());
  return { engine: `${engine.version} ${engine.store}`, runs };
}

interface Surroundings {
  engine: Engine;
  images: Images;
  content: Content;
  work: string;
  folder: string;
}

/**
 * Runs a trial, and once more if it doesn't agree: about once in a thousand times, `docker run` prints nothing from a
 * container that ends at once. A false claim fails the second time, too.
 */
async function runOne(id: string, trial: RunnableTrial, surroundings: Surroundings) {
  const first = await attempt(id, trial, surroundings);
  if (first.agrees) return first;
  console.log('  Again:');
  return attempt(`${id}.again`, trial, surroundings);
}

/** @param name of the file with the transcript */
async function attempt(name: string, trial: RunnableTrial, { engine, images, content, work, folder }: Surroundings) {
  const start = performance.now();
  images.provide(trial.images ?? []);
  const { contradictions, transcript } = await runTrial(trial, {
    host: engine.host,
    folder: join(work, 'home'),
    log: join(folder, `${name}.txt`),
    proven: errorsOf(trial, content),
    patterns: [...content.byId(errorMessage)].map(([id, { pattern }]) => [id, pattern]),
  });
  if (trial.steps.some(({ run }) => run.includes('build'))) clearBuildCache(engine);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${contradictions.length ? '✗' : '✓'} ${name} (${seconds} s)`);
  for (const text of contradictions) console.log(`  $ ${text}`);
  const plugins = (trial.needs ?? []).flatMap((need) => engine.plugins.get(need) ?? []).join(', ');
  return { ...(plugins && { with: plugins }), agrees: !contradictions.length, transcript };
}

async function writeRecord(results: EngineRuns[], content: Content): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const record = results.reduce((record, runs) => mergeRuns(record, runs, day, content), content.runs.data);
  await writeWhole(TRIALS_FILE, formatRecord(record));
  console.log(`The results are in ${TRIALS_FILE}.`);
}

/** In the namespaces of {@link runIsolated}: starts the engine, runs the trials, and leaves the results in a file. */
async function runInside(store: Store, names: string[], folder: string): Promise<void> {
  await startOwnEngine(store, folder);
  const content = loadContent();
  const results = await runOn(undefined, select(content, names), content, folder);
  writeFileSync(join(folder, `${store}.json`), JSON.stringify(results));
  process.exit(0); // The engine ends with its namespaces.
}

/** Prints the places with commands, misconceptions and messages that no trial is about. */
function listMissing(): void {
  const content = loadContent();
  const missing = placesToTry(content).filter((address) => !markOf(address, content));
  console.log([...missing, `${missing.length.toString()} places have no trial.`].join('\n'));
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      host: { type: 'string' },
      missing: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      store: { type: 'string' },
    },
  });
  const store = STORES.find((store) => store === values.store);
  if (values.store && !store) {
    throw new Error(`There is no image store "${values.store}". The stores are: ${STORES.join(', ')}.`);
  }
  const host = (values.host ?? process.env['DOCKER_HOST']) || undefined;
  return { names: positionals, host, store, record: values.record, missing: values.missing };
}

if (import.meta.main) {
  const inside = process.env[INSIDE];
  try {
    const options = readOptions();
    if (inside) await runInside(inside as Store, options.names, process.env[RESULTS]!);
    if (options.missing) {
      listMissing();
      process.exit();
    }
    const { passed, failed, skipped } = await runTrials(options);
    console.log(`\n${passed} agree, ${failed} don't${skipped ? `, ${skipped} skipped` : ''}.`);
    process.exitCode = failed ? 1 : 0;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
