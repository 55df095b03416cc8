/** Writes GitHub Flavored Markdown. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { markdownToMdast } from 'satteri';

/** Formats a tree as text, with a line break at its end. */
export const markdownOf = (tree: Nodes): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });

/** A text node. Its characters are escaped where Markdown would read them as markup. */
export const text = (value: string): Text => ({ type: 'text', value });

/** A link node with its text. */
export const link = (url: string, label: string): Link => ({ type: 'link', url, children: [text(label)] });

/**
 * A line of Markdown as nodes.
 * @param addressAt turns a link's address, which begins at the site's root, into the one for the file
 */
export function inlineOf(markdown: string, addressAt: (address: string) => string): PhrasingContent[] {
  const resolve = (node: PhrasingContent): PhrasingContent => {
    if ('children' in node) node.children = node.children.map(resolve);
    return node.type === 'link' && node.url.startsWith('/') ? { ...node, url: addressAt(node.url) } : node;
  };
  const [paragraph] = (markdownToMdast(markdown.trim()) as Root).children;
  return paragraph?.type === 'paragraph' ? paragraph.children.map(resolve) : [];
}
