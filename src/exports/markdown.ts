/** Markdown as GitHub reads it. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Link, Nodes, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** @returns the text of a tree, with a line break at its end */
export const markdownOf = (tree: Nodes): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });

/** Text as it stands in a tree, in which no sign has a meaning. */
export const text = (value: string): Text => ({ type: 'text', value });

/** A link with its words. */
export const link = (url: string, label: string): Link => ({ type: 'link', url, children: [text(label)] });
