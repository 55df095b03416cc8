/** Runs a trial: its commands one after another in a new folder, with a time limit, and keeps all that they print. */
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorMessage } from '../../src/kinds/error/index.ts';
import type { RunnableTrial } from '../../src/kinds/trial/index.ts';
import { environmentOf } from './engine.ts';
import { writeFiles } from './images.ts';
import { contradictionsOf, messageContradictions, wordingOf, type StepResult } from './judge.ts';
import { linesThatMatter, makeStable } from './transcript.ts';

/** How long a trial may take. A busy machine needs many times the usual second. */
const MAX_MILLISECONDS = 60_000;

export interface TrialResult {
  /** What the engine contradicts, a sentence each, with the command. */
  contradictions: string[];
  /** The lines for the record. */
  transcript: string[];
}

export interface TrialContext {
  host: string | undefined;
  /** A folder for the trial alone, which is replaced. */
  folder: string;
  /** The file for the whole transcript. */
  log: string;
  /** The error messages that the trial proves, by their ids. */
  proven: [id: string, error: ErrorMessage][];
  /** The patterns of all error messages, in their order. */
  patterns: [id: string, pattern: string][];
}

/** Runs a trial. The engine must be as the trial expects it. */
export async function runTrial(trial: RunnableTrial, context: TrialContext): Promise<TrialResult> {
  const { folder, log, proven, patterns } = context;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'demo'), { recursive: true });
  writeFiles(join(folder, 'demo'), trial.files ?? {});
  writeFileSync(log, `${trial.claim.trim()}\n\n`);
  const shell = new Shell(context);
  const messages = proven.map(([, { text }]) => wordingOf(text));
  const result: TrialResult = { contradictions: [], transcript: [] };
  const outputs: string[] = [];
  for (const step of trial.steps) {
    const stepResult = await shell.run(step.run);
    outputs.push(stepResult.output);
    const wrong = contradictionsOf(step, stepResult);
    appendFileSync(log, `$ ${step.run.trim()}\n${stepResult.output}${wrong.map((text) => `!! ${text}\n`).join('')}`);
    if (wrong.length) result.contradictions.push([step.run.trim(), ...wrong, printed(stepResult)].join('\n    '));
    result.transcript.push(...linesThatMatter(step, stepResult, messages));
    if (wrong.length) break; // What follows would only repeat that.
  }
  shell.end();
  if (!result.contradictions.length) {
    result.contradictions.push(
      ...proven.flatMap((error) => messageContradictions(error, patterns, outputs, !trial.otherWords)),
    );
  }
  result.transcript = makeStable(result.transcript, join(folder, 'demo'));
  return result;
}

/** The most lines of a command's output to show, to explain why it contradicts the trial. */
const MAX_LINES = 10;

/** The end of what a command printed, where its message is. */
function printed({ output }: StepResult): string {
  const lines = output.trimEnd().split('\n');
  if (!output.trim()) return 'It printed nothing.';
  const shown = lines.slice(-MAX_LINES).map((line) => `\n      ${line}`);
  return `It printed${lines.length > MAX_LINES ? `, in its last ${MAX_LINES} lines` : ''}:${shown.join('')}`;
}

/** Runs the commands of one trial. What a command leaves in the background ends with the trial. */
class Shell {
  readonly #end = Date.now() + MAX_MILLISECONDS;
  readonly #groups: number[] = [];
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  constructor({ host, folder }: TrialContext) {
    this.#folder = folder;
    this.#environment = environmentOf(host, folder);
  }

  async run(command: string): Promise<StepResult> {
    // Standard output and standard error share a file, so that their lines keep their order.
    const file = join(this.#folder, 'output');
    const output = openSync(file, 'w');
    const child = spawn('sh', ['-c', command], {
      cwd: join(this.#folder, 'demo'),
      env: this.#environment,
      stdio: ['ignore', output, output],
      detached: true, // It leads a process group, which can be ended as a whole.
    });
    closeSync(output);
    if (child.pid) this.#groups.push(child.pid);
    const exit = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(
        () => {
          this.end();
          resolve(null);
        },
        Math.max(0, this.#end - Date.now()),
      );
      child.on('exit', (code, signal) => {
        clearTimeout(timer);
        resolve(signal ? 128 : code);
      });
    });
    return { exit, output: readFileSync(file, 'utf8') };
  }

  /** Ends what is still running. */
  end(): void {
    for (const group of this.#groups.splice(0)) {
      try {
        process.kill(-group, 'SIGKILL');
      } catch {
        // It has ended.
      }
    }
  }
}
