/** Writes what hosts read beside the pages, headers and redirects, and what tells which build this is. */
import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { readRedirects } from '../links/redirects.ts';
import { headersFile } from './headers.ts';
import { redirectsFile } from './redirects.ts';
import { revisionOf } from './revision.ts';

export const hosting = (): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const entries = await readdir(dir, { withFileTypes: true });
      const parts = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`).sort();
      await writeFile(new URL('_headers', dir), headersFile(parts));
      await writeFile(new URL('build.json', dir), `${JSON.stringify(revisionOf(process.env), null, 2)}\n`);
      const redirects = redirectsFile(readRedirects());
      if (redirects) await writeFile(new URL('_redirects', dir), redirects);
    },
  },
});
