/** Which folders hold a build of this site: a command that changes or compares one makes sure of that first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_FILE } from '../src/model/published-files.ts';

/** Whether a folder is a build. Each one has a file that identifies it. */
export const isBuild = (folder: string): boolean => existsSync(join(folder, BUILD_FILE));

/** What to do about a folder that is not a build; `undefined` if it is one. */
export const reasonNotBuilt = (folder: string): string | undefined =>
  isBuild(folder) ? undefined : `There is no build of this site in "${folder}". Run "npm run build" first.`;
