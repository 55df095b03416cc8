/** Writes each page as Markdown beside it, `…/index.md`, and `llms.txt`, which lists them: https://llmstxt.org/ */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { ListItem, Root } from 'mdast';
import { readYaml } from '../authoring/yaml-file.ts';
import { pathOf } from '../paths.ts';
import { rootOf } from '../postbuild/relative-addresses.ts';
import { NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { readSettings } from '../site/settings.ts';
import { addressesFrom, LIST_FILE, MARKDOWN_FILE } from './address.ts';
import { link, markdownOf, text } from './markdown.ts';
import { pageMarkdown } from './page-markdown.ts';

/** The step of the build that writes them. */
export const markdownPages = (): AstroIntegration => ({
  name: 'markdown-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const { title, description } = readSettings();
      const { sidebar, elsewhere } = readYaml(NAVIGATION_FILE, navigationSchema);
      const list: Root = {
        type: 'root',
        children: [
          { type: 'heading', depth: 1, children: [text(title)] },
          { type: 'blockquote', children: [{ type: 'paragraph', children: [text(description)] }] },
        ],
      };
      for (const { label, pages } of sidebar) {
        const entries = pages.map(({ page }) => writePage(folder, page));
        list.children.push(
          { type: 'heading', depth: 2, children: [text(label)] },
          { type: 'list', spread: false, children: await Promise.all(entries) },
        );
      }
      for (const slug of elsewhere) await writePage(folder, slug);
      await writeFile(join(folder, LIST_FILE), markdownOf(list));
    },
  },
});

/**
 * Writes a page as Markdown.
 * @param folder the folder of the built site
 * @returns its entry in the list
 */
async function writePage(folder: string, slug: string): Promise<ListItem> {
  const path = pathOf(slug);
  const file = `${path}${MARKDOWN_FILE}`;
  const page = fromHtml(await readFile(join(folder, path, 'index.html'), 'utf8'));
  await writeFile(join(folder, file), pageMarkdown(page, path, addressesFrom(rootOf(file.slice(1)))));
  const title = toString(select('h1', page)!);
  const description = select('meta[name="description"]', page)!.properties['content'];
  const url = addressesFrom(rootOf(LIST_FILE))(file);
  return {
    type: 'listItem',
    children: [{ type: 'paragraph', children: [link(url, title), text(`: ${String(description)}`)] }],
  };
}
