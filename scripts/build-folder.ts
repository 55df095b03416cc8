/** Which folders contain a build of this site: commands that change or compare a build check this first. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_FILE } from '../src/model/published-files.ts';

/** What every build has, apart from the file that identifies it. Other tools write a file with that name, too. */
const PAGES = ['404.html', 'index.html'];

/** Whether a folder is a build of this site, of whatever age. */
export function isBuild(folder: string): boolean {
  try {
    const identity = JSON.parse(readFileSync(join(folder, BUILD_FILE), 'utf8')) as object;
    return 'revision' in identity && 'committed' in identity && PAGES.every((page) => existsSync(join(folder, page)));
  } catch {
    return false; // there is no such file, or it is of another kind
  }
}

/** What to do about a folder that is not a build; `undefined` if it is one. */
export const reasonNotBuilt = (folder: string): string | undefined =>
  isBuild(folder) ? undefined : `There is no build of this site in "${folder}". Run "npm run build" first.`;
