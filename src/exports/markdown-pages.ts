/** Writes the Markdown copy of each page, `…/index.md`, and `llms.txt`, which lists them: https://llmstxt.org/ */
import type { ListItem, Root } from 'mdast';
import { sectionPages } from '../model/navigation.ts';
import { pathOf } from '../model/paths.ts';
import { LLMS_FILE, MARKDOWN_FILE } from '../model/published-files.ts';
import { pathToRoot } from '../pipeline/relative-urls.ts';
import type { BuiltSite, Step } from '../pipeline/built-site.ts';
import { addressResolver } from './addresses.ts';
import { link, markdownOf, text } from './mdast.ts';
import { pageMarkdown } from './html-to-markdown.ts';

export const writeMarkdownPages: Step = async (site) => {
  const { title, description } = site.content.parsed.site.data;
  const navigation = site.content.parsed.navigation.data;
  const list: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(title)] },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text(description)] }] },
    ],
  };
  const groups = navigation.sidebar.map(({ label, pages }) => ({ label, slugs: pages.map(({ page }) => page) }));
  // By the specification, programs may skip what is in a section of this name. These pages list others.
  groups.push({ label: 'Optional', slugs: [...sectionPages(navigation), ...navigation.elsewhere] });
  for (const { label, slugs } of groups) {
    const items: ListItem[] = [];
    for (const slug of slugs) items.push(await writePage(site, slug));
    list.children.push(
      { type: 'heading', depth: 2, children: [text(label)] },
      { type: 'list', spread: false, children: items },
    );
  }
  await site.write(LLMS_FILE, markdownOf(list));
  return `${site.content.pages.length} pages as Markdown, and ${LLMS_FILE}`;
};

/** Writes the Markdown copy of a page. @returns its item in `llms.txt` */
async function writePage({ content, pageAt, url, write }: BuiltSite, slug: string): Promise<ListItem> {
  const path = pathOf(slug);
  const file = `${path}${MARKDOWN_FILE}`;
  await write(file.slice(1), pageMarkdown(pageAt(slug).hast, path, addressResolver(url, pathToRoot(file.slice(1)))));
  const { title, description } = content.pageAt(slug).frontmatter;
  const address = addressResolver(url, pathToRoot(LLMS_FILE))(file);
  return {
    type: 'listItem',
    children: [{ type: 'paragraph', children: [link(address, title), text(`: ${description}`)] }],
  };
}
