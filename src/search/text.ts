/** Markdown and MDX as the plain text that the search reads and shows. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { MARKDOWN_FEATURES } from '../authoring/outline.ts';

/** A part of a page under one heading. */
export interface Section {
  /** The heading's id; `''` for what stands before the first heading. */
  id: string;
  /** 2 and more, as in HTML; 1 for what stands before the first heading. */
  depth: number;
  heading: string;
  text: string;
}

/** The text of a piece of Markdown from the data. Code keeps its backticks: they are shown as code. */
export const plainMarkdown = (markdown: string): string => tidy(textOf(markdownToMdast(markdown), () => ''));

/**
 * The sections of a page. What comes from data, such as a table, is not among their text.
 * @param body the MDX text after the frontmatter
 * @param factOf the text of the fact with an id: a value in a sentence is part of it
 */
export function sectionsOf(body: string, factOf: (id: string) => string): Section[] {
  const sections: Section[] = [{ id: '', depth: 1, heading: '', text: '' }];
  const tree: MdastNode = mdxToMdast(body, { features: MARKDOWN_FEATURES });
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'heading') {
      // What `{#id}` becomes; the types leave it out.
      const id = (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties?.['id'];
      sections.push({ id: String(id), depth: node.depth, heading: tidy(textOf(node, factOf)), text: '' });
    } else if (node.type !== 'mdxjsEsm') {
      sections.at(-1)!.text += ` ${textOf(node, factOf)}`;
    }
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Between these and what follows them there is a space on the page. */
const BLOCKS = new Set(['paragraph', 'listItem', 'code', 'containerDirective', 'tableCell']);

function textOf(node: MdastNode, factOf: (id: string) => string): string {
  const space = BLOCKS.has(node.type) ? ' ' : '';
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value + space;
  if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Fact') {
    const id = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id');
    return factOf(String(id?.value));
  }
  if (!('children' in node)) return '';
  return node.children.map((child) => textOf(child as MdastNode, factOf)).join('') + space;
}
