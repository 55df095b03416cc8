/** Writes the service worker of a finished build, and says in its pages how large that is. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Step } from '../pipeline/site.ts';
import { listFiles } from '../model/files.ts';
import { SINGLE_FILE } from '../model/published-files.ts';
import { SIZE_PLACEHOLDER, WORKER_FILE } from '../model/published-files.ts';

/**
 * What only hosts, search engines and other sites read, and the site as one file. The page of handouts, which holds the
 * site a second time too, is left in: it is in the menu, and works without a network.
 */
const isLeftOut = (file: string) =>
  file === WORKER_FILE ||
  /^(embed\/|(_headers|_redirects|robots\.txt|llms\.txt|sitemap\.xml|opensearch\.xml|social\.png)$)/.test(file) ||
  file === SINGLE_FILE;

const sourceOf = async (name: string) => {
  const text = await readFile(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), 'utf8');
  const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target, module, removeComments: true } });
  return outputText.replace(/^export \{\};$/m, ''); // a worker is a classic script
};

/** The worker that removes what has been saved. */
export const killSwitch = (): Promise<string> => sourceOf('kill-switch');

/** Of the site nothing changes any more but the sizes in its pages. */
export const writeOfflineWorker: Step = async ({ content, folder }) => {
  if (!content.parsed.site.data.offline) return writeFile(join(folder, WORKER_FILE), await killSwitch());
  const files = listFiles(folder).filter((file) => !isLeftOut(file));
  const read = (file: string) => readFile(join(folder, file));
  const sizes = await Promise.all(files.map(async (file) => (await read(file)).length));
  await writeSize(
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
  const source = await sourceOf('worker');
  const worker = source
    .replace('%REVISION%', createHash('sha256').update(source).update(list).digest('hex').slice(0, 16))
    .replace('%FILES%', () => list);
  await writeFile(join(folder, WORKER_FILE), worker);
};

async function writeSize(folder: string, files: string[], bytes: number): Promise<void> {
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8');
    if (html.includes(SIZE_PLACEHOLDER)) await writeFile(join(folder, file), html.replace(SIZE_PLACEHOLDER, size));
  }
}
