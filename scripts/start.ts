/**
 * `npm start`: builds the site and serves what it built until it ends. PORT and HOST choose the address. It has a folder of
 * its own: `dist/` may be a build that is yet to be published, and another build must not change what is served.
 */
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parsePort } from '../src/model/settings.ts';
import { build } from './build.ts';
import { exitCodeOf, SIGNALS } from './run.mjs';
import { isPublic, serve } from './serve.ts';

const port = parsePort(process.env['PORT'] || '4321');
const host = process.env['HOST'] || 'localhost';

/** Where the folders of running servers are. */
const PARENT = '.astro';
const folder = `${PARENT}/served-${process.pid}`;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

try {
  // A port that is taken should fail here, not after the build.
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  if (!(await build({ OUT_DIR: folder }))) process.exit(1);
  // The build stops on a signal by itself.
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      console.log('\nThe server has stopped.');
      process.exit(exitCodeOf(signal));
    });
  }
  removeOldFolders();
  const { address } = await serve({ folder, port, host });
  console.log(`\nThe site is at ${address} – press Ctrl+C to stop.`);
  if (isPublic(host)) console.log('Other machines on the network can reach it, too.');
} catch (error) {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    fail(`Another program is using port ${port}. Choose another port: PORT=${port + 1} npm start`);
  if (code === 'EACCES' && syscall === 'listen')
    fail(`You aren't allowed to use port ${port}. Choose one above 1023: PORT=4321 npm start`);
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    fail(`HOST is "${host}", which isn't an address of this machine. Try HOST=localhost or HOST=0.0.0.0.`);
  throw error;
}

/** Removes the folders of servers that ended without doing so. */
function removeOldFolders(): void {
  for (const name of readdirSync(PARENT)) {
    const pid = /^served-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(`${PARENT}/${name}`, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0); // signal 0 only asks
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
