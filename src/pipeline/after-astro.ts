/** Runs the steps that follow Astro's build, in the order that `astro.config.mjs` gives. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { RenderBuiltAssetUrl } from 'vite';
import type { SiteContent } from '../model/content.ts';
import { isLeftBehind, listFiles } from '../model/files.ts';
import { removeBuildAttributes } from './html.ts';
import { markDates } from './mark-dates.ts';
import { omitEndTags } from './optional-tags.ts';
import { refuseForeignCode } from './own-code.ts';
import { relativeUrls } from './relative-urls.ts';
import { securityPolicy } from './security-policy.ts';
import { inlineScripts } from './inline-scripts.ts';
import { siteUrl } from '../model/settings.ts';
import { readSite, type Step } from './built-site.ts';

/** The page that a host serves at any depth. */
const NOT_FOUND = '404.html';

/**
 * Makes the site work at any path, and gives each page a security policy that allows its own scripts and styles.
 * @throws if a page contains a script or style that is not the site's own
 */
export const makePagesPortable: Step = ({ pages }) => {
  for (const { file, html, elements, edits } of pages) {
    refuseForeignCode(file, html, elements);
    edits.push(securityPolicy(html, elements), ...removeBuildAttributes(elements), ...omitEndTags(elements));
    if (file !== NOT_FOUND) edits.push(...relativeUrls(elements, file));
  }
  return `${pages.length} pages with relative addresses and a security policy`;
};

/** Writes each page with the edits of all steps. */
export const writePages: Step = async ({ pages, write }) => {
  for (const page of pages) await write(page.file, page.finished);
  return `${pages.length} pages with the edits of all steps`;
};

/** Makes asset URLs relative. CSS gets a string, because Vite ignores `{ relative: true }` in Astro's build of it. */
const renderBuiltUrl: RenderBuiltAssetUrl = (file, { hostType }) =>
  hostType === 'css' ? `../${file}` : { relative: true };

/** Prints what a step has done. @param start of the step, from `performance.now()` */
function reportStep(result: string, start: number): void {
  const seconds = (performance.now() - start) / 1000;
  console.log(`${seconds.toFixed(1).padStart(5)} s  ${result}`);
}

export function afterAstro(content: SiteContent, steps: Step[]): AstroIntegration {
  const start = performance.now();
  let url: URL | undefined;
  return {
    name: '@astrojs/sitemap', // or Starlight would add that integration, which drops the path of SITE_URL
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        url = siteUrl(); // here, so that a wrong SITE_URL stops the build at once
        updateConfig({
          vite: {
            build: { assetsInlineLimit: 0 }, // small scripts become files, which the security policy allows
            experimental: { renderBuiltUrl },
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        // Astro copies public/ as it is.
        for (const file of listFiles(folder).filter(isLeftBehind)) await rm(join(folder, file));
        const site = await readSite(
          folder,
          {
            content,
            url,
            warn: (text) => logger.warn(text),
          },
          (file, html) => (file === NOT_FOUND ? inlineScripts(html, folder) : markDates(html)),
        );
        const otherFiles = listFiles(folder).length - site.pages.length;
        reportStep(`${site.pages.length} pages and ${otherFiles} other files by Astro`, start);
        for (const step of steps) {
          const stepStart = performance.now();
          const result = await step(site);
          if (result) reportStep(result, stepStart);
        }
      },
    },
  };
}
