/** Writes the service worker of a finished build, and fills the size of the offline copy into the pages. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Step } from '../pipeline/built-site.ts';
import { listFiles } from '../model/files.ts';
import {
  BUILD_FILE,
  FEED_FILE,
  LLMS_FILE,
  OPENSEARCH_FILE,
  SINGLE_FILE,
  SIZE_PLACEHOLDER,
  SOCIAL_PICTURE_FILE,
  WORKER_FILE,
} from '../model/published-files.ts';

/**
 * Whether the offline copy leaves out a file. It leaves out what only hosts, search engines and other sites read, and the
 * single-file site. The handout page also repeats the whole site, but it is in the menu and works offline, so it is kept.
 */
const isLeftOut = (file: string) =>
  [SOCIAL_PICTURE_FILE, FEED_FILE].includes(basename(file)) || LEFT_OUT.includes(file);
const LEFT_OUT = [
  BUILD_FILE,
  LLMS_FILE,
  OPENSEARCH_FILE,
  SINGLE_FILE,
  WORKER_FILE,
  '_headers',
  '_redirects',
  'robots.txt',
  'sitemap.xml',
];

/** Compiles a script of this folder to JavaScript. @param name of the script, without its ending */
const compile = async (name: string) => {
  const text = await readFile(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), 'utf8');
  const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target, module, removeComments: true } });
  return outputText.replace(/^export \{\};$/m, ''); // a worker is a classic script, which cannot export
};

/** Returns the source of the worker that removes the offline copy. */
export const killSwitch = (): Promise<string> => compile('kill-switch');

/** Writes the worker last: it lists the hash of every file of the site. */
export const writeOfflineWorker: Step = async ({ content, folder }) => {
  if (!content.parsed.site.data.offline) {
    await writeFile(join(folder, WORKER_FILE), await killSwitch());
    return 'a worker that removes saved copies';
  }
  const files = listFiles(folder).filter((file) => !isLeftOut(file));
  const read = (file: string) => readFile(join(folder, file));
  const sizes = await Promise.all(files.map(async (file) => (await read(file)).length));
  await fillInSize(
    folder,
    files,
    sizes.reduce((sum, size) => sum + size, 0),
  );

  const hashes: Record<string, string> = {};
  for (const file of files) {
    hashes[file.replace(/(^|\/)index\.html$/, '$1')] = createHash('sha256')
      .update(await read(file))
      .digest('base64');
  }
  const list = JSON.stringify(hashes);
  const source = await compile('worker');
  const worker = source
    .replace('%REVISION%', createHash('sha256').update(source).update(list).digest('hex').slice(0, 16))
    .replace('%FILES%', () => list);
  await writeFile(join(folder, WORKER_FILE), worker);
  return `${files.length} files to save for offline reading`;
};

async function fillInSize(folder: string, files: string[], bytes: number): Promise<void> {
  const size = `${Math.round(bytes / 1e6)} MB`; // on each page, where every digit costs a byte
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8');
    if (html.includes(SIZE_PLACEHOLDER)) await writeFile(join(folder, file), html.replace(SIZE_PLACEHOLDER, size));
  }
}
