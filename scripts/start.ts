/** `npm start`: builds the site and serves what it built until it ends. PORT and HOST choose the address. */
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parsePort } from '../src/model/settings.ts';
import { build } from './build.ts';
import { copyFolder } from './replace-folder.ts';
import { exitCodeOf, SIGNALS } from './run.mjs';
import { serve } from './serve.ts';

const port = parsePort(process.env['PORT'] || '4321');
const host = process.env['HOST'] || 'localhost';

/** Where the copies of running servers are. A later build replaces `dist/`, and must not change what is served. */
const COPIES = '.astro';
const copy = `${COPIES}/served-${process.pid}`;

try {
  // A port that is taken should fail here, not after the build.
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  const isBuilt = await build({ OUT_DIR: 'dist' }, (folder) => {
    removeOldCopies();
    process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
    for (const signal of SIGNALS) process.on(signal, () => process.exit(exitCodeOf(signal)));
    copyFolder(folder, copy);
  });
  if (!isBuilt) process.exit(1);
  const { address } = await serve({ folder: copy, port, host });
  console.log(`\nThe site is at ${address} – press Ctrl+C to stop.`);
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

/** Removes the copies of servers that ended without doing so. */
function removeOldCopies(): void {
  for (const name of readdirSync(COPIES)) {
    const pid = /^served-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(`${COPIES}/${name}`, { recursive: true, force: true });
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
