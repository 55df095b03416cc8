import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../src/model/files.ts';
import { plainError } from '../src/model/problems.ts';

/** What a system says of a folder that it cannot rename: a mount, another disk, or, on Windows, one that is in use. */
const NOT_RENAMED = ['EXDEV', 'EBUSY', 'EPERM', 'EACCES'];

/** The note in a folder next to the target, by which the next build recognizes what a killed one left behind. */
const NOTE = 'A build of the site is being put together here. If no build is running, you can delete this folder.\n';
const NOTE_FILE = 'README.txt';

/**
 * Replaces a folder with a finished one in one step: readers find either the whole old one or the whole new one. A
 * symbolic link is followed and kept, and so is a Git repository in the old folder.
 * @param finished the new folder; it is gone afterwards
 * @param target where it goes, whether or not there is a folder yet
 * @param scratch a path next to `finished` for the old folder, until it is deleted
 * @returns whether that was possible. If the target cannot be renamed, its files are replaced one after another.
 * @throws an error of the system, or if something else is where the files would be copied; the target is then as it was
 */
export function replaceFolder(finished: string, target: string, scratch: string): boolean {
  const place = placeOf(target);
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(join(place, '.git'))) copyFolder(join(place, '.git'), join(finished, '.git'));
  if (swap(finished, place, scratch)) return true;
  const isSwapped = swapNear(finished, place);
  if (!isSwapped) replaceFiles(finished, place);
  rmSync(finished, { recursive: true });
  return isSwapped;
}

/** Where a folder is, or will be: a symbolic link leads elsewhere. */
const placeOf = (target: string): string => (existsSync(target) ? realpathSync(target) : target);

/**
 * Where a build for a folder on another disk is put together: next to it.
 * @throws if something else is there
 */
export function folderNear(target: string): string {
  const place = placeOf(target);
  const near = `${place}.unfinished`;
  if (!isFree(near))
    throw plainError(
      `A build for "${place}" is put together in "${near}", which holds something else. Move or delete that, then run the command again.`,
    );
  return near;
}

/** Replaces a folder on another disk, where a folder can be renamed to one next to it. @returns whether that was possible */
function swapNear(finished: string, place: string): boolean {
  const near = folderNear(place);
  removeNear(near);
  const isSwapped = copies(finished, near) && swap(join(near, 'new'), place, join(near, 'old'));
  removeNear(near);
  return isSwapped;
}

/** Whether there is nothing at a path, or only what a killed build left behind. */
function isFree(near: string): boolean {
  const entry = lstatSync(near, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return !entry;
  const note = join(near, NOTE_FILE);
  return existsSync(note) ? readFileSync(note, 'utf8') === NOTE : readdirSync(near).length === 0;
}

/** Removes the note last, so that the next build knows what is left if this one is killed meanwhile. */
function removeNear(near: string): void {
  for (const name of ['new', 'old', '']) rmSync(join(near, name), { recursive: true, force: true });
}

/** Puts a folder in the place of another by renaming both. @returns whether the system allows that */
function swap(finished: string, place: string, scratch: string): boolean {
  rmSync(scratch, { recursive: true, force: true });
  try {
    if (existsSync(place)) renameSync(place, scratch);
    renameSync(finished, place);
  } catch (error) {
    if (existsSync(scratch)) renameSync(scratch, place);
    if (!NOT_RENAMED.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
  rmSync(scratch, { recursive: true, force: true });
  return true;
}

/** Copies a folder. @throws the error of the system: without a filter, Node.js reports a full disk as EIO */
const copyFolder = (from: string, to: string) => cpSync(from, to, { recursive: true, filter: () => true });

/** Copies a build to a folder of its own. @returns whether there is enough space and permission for it */
function copies(finished: string, near: string): boolean {
  try {
    mkdirSync(near);
    writeFileSync(join(near, NOTE_FILE), NOTE);
    copyFolder(finished, join(near, 'new'));
    return true;
  } catch {
    return false;
  }
}

function replaceFiles(finished: string, place: string): void {
  const isNew = !existsSync(place);
  if (!isNew) checkSpace(finished, place);
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
}

/** @throws if the disk would be full before all files are replaced: a site would be half the old one and half the new one */
function checkSpace(finished: string, place: string): void {
  const { bavail, bsize } = statfsSync(place);
  const blocksOf = (path: string) => Math.ceil((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / bsize);
  const added = listFiles(finished).reduce(
    (sum, file) => sum + blocksOf(join(finished, file)) - blocksOf(join(place, file)),
    0,
  );
  if (added > bavail)
    throw Object.assign(new Error(`ENOSPC: no space left on device, replace '${place}'`), { stack: '' });
}
