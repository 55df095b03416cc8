/** Writes GitHub Flavored Markdown. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Link, Nodes, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Formats a tree as text, with a line break at its end. */
export const markdownOf = (tree: Nodes): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });

/** A text node. Its characters are escaped where Markdown would read them as markup. */
export const text = (value: string): Text => ({ type: 'text', value });

/** A link node with its text. */
export const link = (url: string, label: string): Link => ({ type: 'link', url, children: [text(label)] });
