/** Writes what hosts read beside the pages: headers and redirects. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { readRedirects } from '../links/redirects.ts';
import { headersFile } from './headers.ts';
import { redirectsFile } from './redirects.ts';

export const hosting = (): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      await writeFile(new URL('_headers', dir), headersFile());
      const redirects = redirectsFile(readRedirects());
      if (redirects) await writeFile(new URL('_redirects', dir), redirects);
    },
  },
});
