import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../src/model/files.ts';

/** What a system says of a folder that it cannot rename: a mount, another disk, or, on Windows, one that is in use. */
const NOT_RENAMED = ['EXDEV', 'EBUSY', 'EPERM', 'EACCES'];

/**
 * Replaces a folder with a finished one in one step: readers find either the whole old one or the whole new one. A
 * symbolic link is followed and kept, and so is a Git repository in the old folder.
 * @param finished the new folder; it is gone afterwards
 * @param target where it goes, whether or not there is a folder yet
 * @param scratch a path next to `finished` for the old folder, until it is deleted
 * @returns whether that was possible. If the target cannot be renamed, its files are replaced one after another.
 */
export function replaceFolder(finished: string, target: string, scratch: string): boolean {
  const exists = existsSync(target);
  const place = exists ? realpathSync(target) : target;
  mkdirSync(dirname(place), { recursive: true });
  rmSync(scratch, { recursive: true, force: true });
  if (existsSync(join(place, '.git'))) copyFolder(join(place, '.git'), join(finished, '.git'));
  try {
    if (exists) renameSync(place, scratch);
    renameSync(finished, place);
  } catch (error) {
    if (existsSync(scratch)) renameSync(scratch, place);
    if (!NOT_RENAMED.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    replaceFiles(finished, place);
    return false;
  }
  rmSync(scratch, { recursive: true, force: true });
  return true;
}

/** Copies a folder. @throws the error of the system: without a filter, Node.js reports a full disk as EIO */
const copyFolder = (from: string, to: string) => cpSync(from, to, { recursive: true, filter: () => true });

function replaceFiles(finished: string, place: string): void {
  const isNew = !existsSync(place);
  try {
    copyFolder(finished, place);
  } catch (error) {
    if (isNew) rmSync(place, { recursive: true, force: true });
    throw error;
  }
  const files = new Set(listFiles(finished));
  for (const file of listFiles(place)) {
    if (!files.has(file)) rmSync(join(place, file));
  }
  rmSync(finished, { recursive: true });
}
