import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** The error codes of systems for a lock that another process has. */
const TAKEN = ['EADDRINUSE', 'EAGAIN'];

/** On macOS and BSD, opens a file only if no other process has it open in this way: https://man.freebsd.org/open(2) */
const O_EXLOCK = 0x20;

/**
 * Does some work while no other process works under this lock in the same checkout; waits for others to finish if it must.
 * The lock is a name that the system forgets when the process that has it ends, however it ends. It isn't a file in the
 * checkout, since network drives and shared folders may not support locks, nor a temporary file, since other users and
 * services have their own folders for those.
 */
export async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const name = `build-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 16)}`;
  let release = await tryToLock(name);
  if (!release) console.log('Another build is running in this folder. Waiting for it to finish.');
  while (!release) {
    await setTimeout(200);
    release = await tryToLock(name);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** Takes a lock. @returns what releases it; `undefined` if another process has it */
async function tryToLock(name: string): Promise<(() => void) | undefined> {
  try {
    // On Linux, a name that begins this way isn't a file either: https://man7.org/linux/man-pages/man7/unix.7.html
    if (process.platform === 'linux') return await listenAt(`\0${name}`);
    if (process.platform === 'win32') return await listenAt(`\\\\.\\pipe\\${name}`);
    const file = openSync(`/tmp/${name}.lock`, constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK);
    return () => closeSync(file);
  } catch (error) {
    if (TAKEN.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Takes the name of a socket, to which nobody connects. */
async function listenAt(name: string): Promise<() => void> {
  const server = createServer().listen(name);
  await once(server, 'listening');
  return () => void server.close();
}
