/** Markdown as GitHub reads it. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Nodes } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** @returns the text of a tree, with a line break at its end */
export const markdownOf = (tree: Nodes): string =>
  toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
