import { readdirSync, type Dirent } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Problem } from './problems.ts';

/** The paths of the entries in a folder and below it that `isWanted` accepts, sorted, relative to it, with `/`. */
const listEntries = (folder: string, isWanted: (entry: Dirent) => boolean): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isWanted)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** The files in a folder and below it, as sorted paths relative to it, with `/`. @param ending of their names */
export const listFiles = (folder: string, ending = ''): string[] =>
  listEntries(folder, (entry) => entry.isFile() && entry.name.endsWith(ending));

/** Whether macOS, Windows, Vim, Emacs or another editor left a file behind for itself. */
export const isLeftBehind = (path: string): boolean =>
  /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|[^/]*~|\.[^/]*\.sw[a-p]|\.?#[^/]*)$/i.test(path);

/**
 * A problem for each symbolic link in a folder: it could publish any file of the machine, and Windows does not keep it.
 * @param root the project's folder
 * @param folder in it
 */
export const findLinks = (root: string, folder: string): Problem[] =>
  listEntries(join(root, folder), (entry) => entry.isSymbolicLink()).map((path) => ({
    file: `${folder}/${path}`,
    message: 'This is a symbolic link, not a file.',
    fix: 'Replace it with the file itself.',
  }));

/** Writes a file whole, or leaves what was there. @throws the error of the system, for example if the disk is full */
export async function writeWhole(file: string, text: string): Promise<void> {
  const aside = `${file}.unfinished`;
  try {
    await writeFile(aside, text);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
