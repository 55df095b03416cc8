/**
 * `sitemap.xml` and `robots.txt`. It bears the name of the integration that Starlight would add otherwise,
 * and so takes its place: that one drops the path of SITE_URL.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isExampleRepository, readSettings, SITE_FILE } from '../site/settings.ts';
import { listFiles } from './files.ts';

export const sitemap = (): AstroIntegration => ({
  name: '@astrojs/sitemap',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const settings = logger.fork('settings');
      const { url, repository } = readSettings();
      if (isExampleRepository(repository)) {
        settings.warn(
          `${SITE_FILE} still names the example repository: "Edit this page" leads nowhere until you set yours.`,
        );
      }
      if (!url) {
        settings.warn('SITE_URL is not set: canonical addresses, sitemap and preview images are left out.');
        await writeRobots(folder);
        return;
      }
      const entries = [];
      for (const file of await listFiles(folder, 'index.html')) {
        const modified = /<meta property="article:modified_time" content="([^"]+)"/.exec(
          await readFile(join(folder, file), 'utf8'),
        )?.[1];
        if (!modified) continue; // a page that only leads on
        const address = new URL(file.replace(/index\.html$/, ''), url).href;
        entries.push(`<url><loc>${address}</loc><lastmod>${modified}</lastmod></url>`);
      }
      await writeFile(
        join(folder, 'sitemap.xml'),
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
      );
      await writeRobots(folder, new URL('sitemap.xml', url).href);
    },
  },
});

/** One in public/ is the operator's own, and stays. */
async function writeRobots(folder: string, sitemapAddress?: string): Promise<void> {
  const file = join(folder, 'robots.txt');
  if (existsSync(file)) return;
  await writeFile(file, `User-agent: *\nAllow: /\n${sitemapAddress ? `Sitemap: ${sitemapAddress}\n` : ''}`);
}
