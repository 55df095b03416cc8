/** Writes each page as Markdown beside it, `…/index.md`, and `llms.txt`, which lists them: https://llmstxt.org/ */
import type { ListItem, Root } from 'mdast';
import type { BuiltSite, Step } from '../pipeline/site.ts';
import { pathOf } from '../model/paths.ts';
import { rootOf } from '../pipeline/relative-addresses.ts';
import { addressesFrom, LIST_FILE, MARKDOWN_FILE } from '../model/export-files.ts';
import { link, markdownOf, text } from './markdown.ts';
import { pageMarkdown } from './page-markdown.ts';

export const markdownPages: Step = async (site) => {
  const { title, description } = site.content.parsed.site.data;
  const { sidebar, elsewhere } = site.content.parsed.navigation.data;
  const list: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(title)] },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text(description)] }] },
    ],
  };
  for (const { label, pages } of sidebar) {
    const entries: ListItem[] = [];
    for (const { page } of pages) entries.push(await writePage(site, page));
    list.children.push(
      { type: 'heading', depth: 2, children: [text(label)] },
      { type: 'list', spread: false, children: entries },
    );
  }
  for (const slug of elsewhere) await writePage(site, slug);
  await site.write(LIST_FILE, markdownOf(list));
};

/** Writes a page as Markdown. @returns its entry in the list */
async function writePage({ content, pages, write }: BuiltSite, slug: string): Promise<ListItem> {
  const path = pathOf(slug);
  const file = `${path}${MARKDOWN_FILE}`;
  const page = pages.find((page) => `/${page.file}` === `${path}index.html`)!;
  await write(file.slice(1), pageMarkdown(page.hast, path, addressesFrom(rootOf(file.slice(1)))));
  const { title, description } = content.page(slug)!.frontmatter;
  const url = addressesFrom(rootOf(LIST_FILE))(file);
  return {
    type: 'listItem',
    children: [{ type: 'paragraph', children: [link(url, title), text(`: ${description}`)] }],
  };
}
