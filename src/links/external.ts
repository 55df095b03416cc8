/** The links of the site that lead to other sites. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listFiles } from '../model/files.ts';
import { LICENSE } from '../model/settings.ts';
import { readYaml } from '../model/yaml.ts';
import { SITE_FILE, siteSchema } from '../model/settings.ts';
import type { Source } from '../kinds/source/index.ts';

/**
 * Collects the external links of a built site, except those to its repository: a single setting makes them all.
 * @param folder the folder of the built site
 * @returns the paths of the pages that use each link, sorted by link
 */
export async function externalLinks(folder: string): Promise<Map<string, string[]>> {
  const { repository } = readYaml(SITE_FILE, siteSchema);
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
export function allowedLinks(): Set<string> {
  const sources = parse(readFileSync('content/sources.yaml', 'utf8')) as Record<string, Source>;
  return new Set([LICENSE, ...Object.values(sources).map(({ url }) => url)]);
}
