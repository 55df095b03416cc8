/** Writes what hosts read beside the pages, headers and redirects, and what tells which build this is. */
import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { readRedirects } from '../links/redirects.ts';
import { WORKER_FILE } from '../offline/worker-file.ts';
import { SINGLE_FILE } from '../postbuild/single-file-name.ts';
import { headersFile } from './headers.ts';
import { redirectsFile } from './redirects.ts';
import { revisionOf } from './revision.ts';

const BUILD_FILE = 'build.json';

/** The step of the build that writes them. */
export const hosting = (): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const entries = await readdir(dir, { withFileTypes: true });
      const parts = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`);
      const later = [BUILD_FILE, SINGLE_FILE, WORKER_FILE]; // these are written after this
      await writeFile(new URL('_headers', dir), headersFile([...new Set([...parts, ...later])].sort()));
      await writeFile(new URL(BUILD_FILE, dir), `${JSON.stringify(revisionOf(process.env), null, 2)}\n`);
      const redirects = redirectsFile(readRedirects());
      if (redirects) await writeFile(new URL('_redirects', dir), redirects);
    },
  },
});
