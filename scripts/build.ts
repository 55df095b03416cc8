/**
 * `npm run build`: builds the site into `dist/`, or into the folder that OUT_DIR names. The build is written aside and put
 * in place when it is complete; a build that fails leaves what was there.
 */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { listFiles } from '../src/model/files.ts';
import { outDir } from '../src/model/settings.ts';
import { isBuild } from './build-folder.ts';
import { withLock } from './lock.ts';
import { folderNear, replaceFolder } from './replace-folder.ts';
import { run } from './run.mjs';
import { explainSystemError } from './system-errors.ts';

/** Where a build is written. Astro resolves packages from there, so it is inside the project. */
const ASIDE = '.astro/build';
/** Where the last build is until it is deleted. */
const REPLACED = '.astro/replaced';

/** Vite reads paths as addresses and patterns, in which these characters mean something else. */
const UNREADABLE = /[#%?*"]/;

/**
 * Builds the site as `npm run build` does. Waits for any other build in this checkout.
 * @param env additions to the environment, such as SITE_URL and OUT_DIR
 * @returns whether the build succeeded; the output says why not
 */
export async function build(env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const [sign] = UNREADABLE.exec(process.cwd()) ?? [];
  if (sign) {
    console.error(
      `This project is in "${process.cwd()}". Vite finds no files below a folder whose name has ${sign}: rename it.`,
    );
    return false;
  }
  const folder = env['OUT_DIR'] ?? outDir();
  const reason = reasonAgainst(folder);
  if (reason) {
    const isChosen = env['OUT_DIR'] ?? process.env['OUT_DIR'];
    console.error(`${isChosen ? 'OUT_DIR is' : 'The folder of the build is'} "${folder}", which ${reason}.`);
    return false;
  }
  if (isOnAnotherDisk(folder)) folderNear(folder); // what is in the way should stop the build before it begins
  return withLock(async () => {
    const start = performance.now();
    makeFolderAside();
    try {
      if (!(await buildAside(env))) {
        if (existsSync(folder)) console.error(`The build failed, and left ${folder}/ as it was.`);
        return false;
      }
      const removed = removedNames(folder);
      if (!replaceFolder(ASIDE, folder, REPLACED)) {
        console.log(`${folder}/ is a mount or in use, so its files were replaced one by one.`);
      }
      if (removed.length)
        console.log(`Removed from the top of ${folder}/, because the site doesn't have them: ${removed.join(', ')}`);
    } finally {
      rmSync(ASIDE, { recursive: true, force: true });
    }
    const files = listFiles(folder);
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `The site is in ${folder}/: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, built in ${seconds.toFixed(1)} s.`,
    );
    return true;
  });
}

/** Folders of the project that the next build reads. */
const READ = ['content', 'public', 'src'];

/** Why no build can be written into a folder, and what to do, as the rest of a sentence; `undefined` if one can. */
function reasonAgainst(folder: string): string | undefined {
  const read = READ.find((name) => `${relative('.', folder)}/`.startsWith(`${name}/`));
  if (/^[~$]/.test(folder)) return 'no shell has expanded: write the whole path';
  if (read) return `is in ${read}/, which the next build reads: choose another folder`;
  if (existsSync(folder) && !statSync(folder).isDirectory()) return 'is a file: choose a folder';
  const reason =
    existsSync(folder) && !isReplaceable(folder)
      ? 'contains something other than a build of this site. A build would replace it all'
      : isInBuild(folder) && 'is inside another build. The next build there would delete it';
  return reason ? `${reason}: choose another folder, or remove what is there` : writeError(folder);
}

/** Whether a build may take the place of what is in a folder: nothing, the files of an empty mount, or an earlier build. */
const isReplaceable = (folder: string): boolean =>
  isBuild(folder) || readdirSync(folder).every((name) => name === '.git' || name === 'lost+found');

/** What only some builds make: with SITE_URL, or compressed. */
const OPTIONAL = /^(social\.png|opensearch\.xml|sitemap.*|.*\.(br|gz))$/;

/** The names at the top of a folder, such as its owner's files, that won't be there once the new build replaces it. */
const removedNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => name !== '.git' && !OPTIONAL.test(name) && !existsSync(join(ASIDE, name)))
    : [];

/** Creates a folder. `recursive` would try forever in /proc. @returns the first of the folders that it had to create */
function createFolder(folder: string): string {
  const parent = dirname(folder);
  const first = existsSync(parent) ? folder : createFolder(parent);
  mkdirSync(folder);
  return first;
}

/** Why a folder cannot be written, checked before the build. The check leaves no folder that wasn't there before. */
function writeError(folder: string): string | undefined {
  try {
    if (existsSync(folder)) accessSync(folder, constants.W_OK);
    else rmSync(createFolder(resolve(folder)), { recursive: true });
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const isInProject = !relative('.', folder).startsWith('..');
    // Then the whole project can't be written, and the build says so at once.
    if (isInProject && (code === 'EROFS' || code === 'EACCES')) return undefined;
    const reasons: Record<string, string> = {
      EROFS: 'is on a read-only file system',
      EACCES: "you can't write to",
      EEXIST: "is, or is below, a symbolic link to a folder that doesn't exist",
      ENOTDIR: 'is below a file',
    };
    return `${reasons[code] ?? `can't be created (${code})`}: choose another folder`;
  }
}

/** Whether a folder, which may not be there yet, is on a different disk from the project. */
function isOnAnotherDisk(folder: string): boolean {
  const existing = [folder, dirname(folder)].find((path) => existsSync(path));
  return existing !== undefined && statSync(existing).dev !== statSync('.').dev;
}

/** Whether a folder of the project is in a build. */
function isInBuild(folder: string): boolean {
  for (let parent = dirname(relative('.', folder)); parent !== dirname(parent); parent = dirname(parent)) {
    if (isBuild(parent)) return true;
  }
  return false;
}

/** Fails at once where nobody may write. `recursive` would report a read-only file system as a missing folder. */
function makeFolderAside(): void {
  if (!existsSync(dirname(ASIDE))) mkdirSync(dirname(ASIDE));
  rmSync(ASIDE, { recursive: true, force: true });
  mkdirSync(ASIDE);
}

/** `--force` clears Astro's cache, which looks for a page at its old place after its file has moved. */
async function buildAside(env: NodeJS.ProcessEnv): Promise<boolean> {
  const astro = ['--import', './scripts/end-with-parent.mjs', 'node_modules/astro/bin/astro.mjs'];
  const args = [...astro, 'build', '--force', '--outDir', ASIDE];
  const { status, stderr } = await run(process.execPath, args, {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ...env },
  });
  const sentence = status ? explainSystemError(stderr, resolve(ASIDE)) : undefined;
  if (sentence) console.error(sentence);
  else process.stderr.write(stderr);
  return status === 0;
}

if (import.meta.main && !(await build())) process.exitCode = 1;
