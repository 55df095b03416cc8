/** `npm run compress`: writes a .br and a .gz for each text file in `dist/`, for servers that send precompressed files. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from '../src/model/files.ts';

const COMPRESSIBLE = /\.(css|csv|html|js|json|md|svg|txt|webmanifest|xml)$/;

/** Compresses the text files in a folder. @returns the number of files */
export async function compress(folder: string): Promise<number> {
  const files = listFiles(folder).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const data = await readFile(path);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(data, { params }));
      await writeFile(`${path}.gz`, await promisify(gzip)(data, { level: 9 }));
    }),
  );
  return files.length;
}

if (import.meta.main) console.log(`${await compress('dist')} files compressed.`);
