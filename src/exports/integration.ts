/** Writes each page as Markdown beside it, `…/index.md`, and `llms.txt`, which lists them: https://llmstxt.org/ */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readYaml } from '../authoring/yaml-file.ts';
import { pathOf } from '../paths.ts';
import { rootOf } from '../postbuild/relative-addresses.ts';
import { NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { readSettings } from '../site/settings.ts';
import { MARKDOWN_FILE } from './address.ts';
import { pageMarkdown } from './page-markdown.ts';

const LIST_FILE = 'llms.txt';

export const markdownPages = (): AstroIntegration => ({
  name: 'markdown-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const { title, description } = readSettings();
      const { sidebar, elsewhere } = readYaml(NAVIGATION_FILE, navigationSchema);
      const lines = [`# ${title}`, '', `> ${description}`];
      for (const { label, pages } of sidebar) {
        const entries = pages.map((entry) => writePage(folder, typeof entry === 'string' ? entry : entry.page));
        lines.push('', `## ${label}`, '', ...(await Promise.all(entries)));
      }
      for (const slug of elsewhere) await writePage(folder, slug);
      await writeFile(join(folder, LIST_FILE), `${lines.join('\n')}\n`);
    },
  },
});

/**
 * Writes a page as Markdown.
 * @param folder the folder of the built site
 * @returns its line in the list
 */
async function writePage(folder: string, slug: string): Promise<string> {
  const path = pathOf(slug);
  const file = `${path.slice(1)}${MARKDOWN_FILE}`;
  const html = await readFile(join(folder, path, 'index.html'), 'utf8');
  await writeFile(join(folder, file), pageMarkdown(html, path, addressesIn(file)));
  const title = /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1];
  const description = /<meta name="description" content="([^"]*)"/.exec(html)![1];
  return `- [${title}](${addressesIn(LIST_FILE)(`/${file}`)}): ${description}`;
}

/** How a file writes addresses that begin at the site's root: absolute where SITE_URL says where the site is. */
function addressesIn(file: string): (address: string) => string {
  const { url } = readSettings();
  return (address) => (url ? new URL(address.slice(1), url).href : rootOf(file) + address.slice(1));
}
