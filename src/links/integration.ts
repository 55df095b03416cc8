/** Holds each build against the URL manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  addressList,
  collectAddresses,
  MANIFEST_FILE,
  readManifest,
  vanishedAddresses,
  vanishedMessage,
} from './manifest.ts';
import { readRedirects } from './redirects.ts';

export const links = (): AstroIntegration => ({
  name: 'links',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const redirects = readRedirects();
      const published = readManifest();
      const current = await collectAddresses(folder);

      const vanished = vanishedAddresses(published, current, redirects);
      if (vanished.length) {
        const titles = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8'));
        throw Object.assign(new Error(vanishedMessage(vanished, current, titles)), { stack: '' });
      }
      const known = new Set(addressList(published));
      const added = addressList(current).filter((address) => !known.has(address));
      if (added.length) {
        logger.info(
          `${added.length} new addresses are not in ${MANIFEST_FILE} yet: "npm run links:accept" promises them.`,
        );
      }
    },
  },
});
