/**
 * What happens to the finished files, in this order: relative addresses and security policy, the whole site as one file,
 * the pages on the page of handouts, the worker for offline reading, which has to know every byte of the rest.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { RenderBuiltAssetUrl } from 'vite';
import { listFiles } from './files.ts';
import { applyEdits, elementsOf } from './html.ts';
import { readYaml } from '../authoring/yaml-file.ts';
import { insertPages } from '../handout/insert-pages.ts';
import { writeOfflineWorker } from '../offline/build.ts';
import { textSlugs, NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { readSettings } from '../site/settings.ts';
import { readPages } from './page-text.ts';
import { relativeAddresses } from './relative-addresses.ts';
import { securityPolicy } from './security-policy.ts';
import { writeSingleFile } from './single-file.ts';
import { selfContained } from './self-contained.ts';

/** The page that a host serves at any depth. */
const NOT_FOUND = '404.html';

/** Astro's CSS comes from a build in which Vite ignores `{ relative: true }`; a string is kept as it is. */
const renderBuiltUrl: RenderBuiltAssetUrl = (file, { hostType }) =>
  hostType === 'css' ? `../${file}` : { relative: true };

export const postbuild = (): AstroIntegration => ({
  name: 'postbuild',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          build: { assetsInlineLimit: 0 }, // small scripts become files, which a security policy can allow
          experimental: { renderBuiltUrl },
        },
      });
    },
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const file of await listFiles(folder, '.html')) {
        const built = await readFile(join(folder, file), 'utf8');
        const html = file === NOT_FOUND ? await selfContained(built, folder) : built;
        const elements = elementsOf(html);
        const edits = [securityPolicy(html, elements)];
        if (file !== NOT_FOUND) edits.push(...relativeAddresses(elements, file));
        await writeFile(join(folder, file), applyEdits(html, edits));
      }
      const pages = await readPages(folder, textSlugs(readYaml(NAVIGATION_FILE, navigationSchema)));
      await writeSingleFile(folder, pages);
      await insertPages(folder, pages);
      await writeOfflineWorker(folder, readSettings().offline);
    },
  },
});
