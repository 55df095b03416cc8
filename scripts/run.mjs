/** Runs programs that end with this process, and ends with npm. Plain JavaScript, since `install-and-run.mjs` imports it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {NodeJS.Signals} signal @returns the exit code of a process that a signal has ended */
export const exitCodeOf = (signal) => 128 + constants.signals[signal];

// npm passes a signal to the shell in which it runs a script, and the shell may end without passing it on.
if (process.env['npm_lifecycle_event']) await import('./end-with-parent.mjs');

/**
 * Runs a program on this terminal. If a signal comes meanwhile, the program gets it, and this process ends with it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ status: number, stderr: string }>} its exit code, and what it wrote to a stderr that is a pipe
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @type {NodeJS.Signals | undefined} */
    let received;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      received = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    const chunks = /** @type {Buffer[]} */ ([]);
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.on('error', ({ message }) => console.error(message));
    child.on('close', (status, signal) => {
      for (const name of SIGNALS) process.off(name, passOn);
      if (received) process.exit(exitCodeOf(received));
      // A program that did not start has a negative status.
      const code = signal ? exitCodeOf(signal) : status !== null && status >= 0 ? status : 1;
      resolve({ status: code, stderr: Buffer.concat(chunks).toString() });
    });
  });
}
