/** Writes `sitemap.xml` and `robots.txt`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite, Step } from '../pipeline/built-site.ts';
import { pathOf } from '../model/paths.ts';

export const writeSitemap: Step = async (site) => {
  const { content, url, warn, write } = site;
  if (!url) {
    warn('SITE_URL is not set: canonical addresses, sitemap and preview images are left out.');
    await writeRobots(site);
    return undefined;
  }
  const entries = content.pages
    .map(({ slug, frontmatter }) => ({ path: pathOf(slug), reviewed: frontmatter.reviewed }))
    .sort((a, b) => (`${a.path}index.html` < `${b.path}index.html` ? -1 : 1))
    .map(({ path, reviewed }) => {
      const address = new URL(path.slice(1), url).href;
      return `<url><loc>${address}</loc><lastmod>${reviewed}</lastmod></url>`;
    });
  await write(
    'sitemap.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
  );
  await writeRobots(site, new URL('sitemap.xml', url).href);
  return `${entries.length} pages in the sitemap`;
};

/** Writes `robots.txt`, unless the operator has put one into `public/`. */
async function writeRobots({ folder, write }: BuiltSite, sitemapAddress?: string): Promise<void> {
  if (existsSync(join(folder, 'robots.txt'))) return;
  await write('robots.txt', `User-agent: *\nAllow: /\n${sitemapAddress ? `Sitemap: ${sitemapAddress}\n` : ''}`);
}
