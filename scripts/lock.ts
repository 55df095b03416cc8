import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { plainError } from '../src/model/problems.ts';

/** SQLite's code for a database that another process has locked: https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * Does some work while no other process does work under this lock in the same checkout; waits for that if it must.
 * The lock is SQLite's on an empty database. The system itself releases it when a process ends, however it ends.
 * The database is among the temporary files, since network drives and shared folders may not know locks.
 */
export async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 16);
  const database = openDatabase(join(tmpdir(), `build-${process.getuid?.() ?? ''}-${checkout}.lock`));
  let isWaiting = false;
  while (!tryToLock(database)) {
    if (!isWaiting) console.log('Another build is running in this folder. Waiting for it to finish.');
    isWaiting = true;
    await setTimeout(200);
  }
  try {
    return await work();
  } finally {
    database.close();
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw explain(error as Error);
  }
}

function tryToLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw explain(error as Error);
  }
}

/** What to do about an error of SQLite, which names no folder: that of the temporary files is full, read-only or missing. */
const explain = ({ message }: Error): Error =>
  plainError(
    `${tmpdir()}: Temporary files can't be written here (${message}). Free up some space, or name another folder in ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'}, then run the command again.`,
  );
