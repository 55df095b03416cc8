/** The links of the site that lead to other sites. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { source } from '../kinds/source/index.ts';
import type { SiteContent } from '../model/content.ts';
import { listFiles } from '../model/files.ts';
import { LICENSE } from '../model/settings.ts';

/**
 * Collects the external links of a built site, except those to its repository: they all come from one setting.
 * @param folder the folder of the built site
 * @returns the paths of the pages that use each link, sorted by link
 */
export async function externalLinks(folder: string, content: SiteContent): Promise<Map<string, string[]>> {
  const { repository } = content.parsed.site.data;
  const links = new Map<string, string[]>();
  for (const file of listFiles(folder, '.html')) {
    const html = await readFile(join(folder, file), 'utf8');
    for (const [, escaped] of html.matchAll(/<a\b[^>]*?\shref="(https?:[^"]+)"/g)) {
      const url = escaped!.replaceAll('&amp;', '&');
      if (`${url}/`.startsWith(`${repository}/`)) continue;
      const pages = links.get(url) ?? [];
      const page = `/${file.replace(/index\.html$/, '')}`;
      if (!pages.includes(page)) links.set(url, [...pages, page]);
    }
  }
  return new Map([...links].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The external links that the site may have: its sources and its license. */
export const allowedLinks = (content: SiteContent): Set<string> =>
  new Set([LICENSE, ...[...content.byId(source).values()].map(({ url }) => url)]);
