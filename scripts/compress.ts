/**
 * `npm run compress`: writes a .br and a .gz for each text file in `dist/`, or in the folder that OUT_DIR names, for servers
 * that send precompressed files.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from '../src/model/files.ts';
import { outDir } from '../src/model/settings.ts';
import { reasonNotBuilt } from './build-folder.ts';
import { withLock } from './lock.ts';
import { explainSystemError } from './system-errors.ts';

const COMPRESSIBLE = /\.(atom|css|csv|html|js|json|md|svg|txt|webmanifest|xml)$/;
/** The suffix of each file until all are written. Servers do not look for it. */
const UNFINISHED = '.unfinished';

/**
 * Compresses the text files in a folder, and removes the compressed copies of files that are gone.
 * @returns the number of files
 * @throws if one cannot be written; the folder is then as it was
 */
export async function compress(folder: string): Promise<number> {
  const present = new Set(listFiles(folder));
  const files = [...present].filter((file) => COMPRESSIBLE.test(file));
  const finished = files.flatMap((file) => [`${file}.br`, `${file}.gz`]);
  const results = await Promise.allSettled(
    files.map(async (file) => {
      const data = await readFile(join(folder, file));
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
      const write = (ending: string, compressed: Buffer) =>
        writeFile(join(folder, `${file}.${ending}${UNFINISHED}`), compressed);
      await write('br', await promisify(brotliCompress)(data, { params }));
      await write('gz', await promisify(gzip)(data, { level: 9 }));
    }),
  );
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) {
    for (const file of finished) await rm(join(folder, file + UNFINISHED), { force: true });
    throw failure.reason;
  }
  for (const file of finished) await rename(join(folder, file + UNFINISHED), join(folder, file));
  for (const file of present) if (isStale(file, present)) await rm(join(folder, file), { force: true });
  return files.length;
}

/** Whether a file is left over from an interrupted run, or is a compressed copy of a file that is gone. */
function isStale(file: string, present: ReadonlySet<string>): boolean {
  if (file.endsWith(UNFINISHED)) return true;
  const original = file.replace(/\.(br|gz)$/, '');
  return original !== file && COMPRESSIBLE.test(original) && !present.has(original);
}

if (import.meta.main) {
  const folder = outDir();
  const reason = reasonNotBuilt(folder);
  if (reason) {
    console.error(reason);
    process.exit(1);
  }
  try {
    const count = await withLock(() => compress(folder));
    console.log(`${count} files in ${folder}/ compressed.`);
  } catch (error) {
    const { message } = error as Error;
    console.error(
      `${explainSystemError(message, folder) ?? message}\nNothing was compressed, and ${folder}/ is unchanged.`,
    );
    process.exitCode = 1;
  }
}
