/** What stands on an MDX page, with its lines: headings, notes, links, images and components, in their order. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { propsOf, sectionsOf, type Section, type Use } from './markdown.ts';

export type { Use };

interface Heading {
  depth: number;
  text: string;
  id: string | undefined;
  line: number;
}
interface Link {
  url: string;
  line: number;
}
interface Image {
  url: string;
  alt: string;
  line: number;
}
interface Note {
  title: string;
  line: number;
}
interface Html {
  text: string;
  line: number;
}
export interface Outline {
  /** Raw HTML in Markdown; in MDX, tags are components. */
  html: Html[];
  notes: Note[];
  headings: Heading[];
  links: Link[];
  images: Image[];
  components: Use[];
  /** JavaScript in MDX: `{…}`, `import` and `export`. */
  scripts: Html[];
  sections: Section[];
}

/** The Markdown features that the site's pages use; the build and the outline must agree on them. */
export const MARKDOWN_FEATURES = { headingAttributes: true, directive: true, smartPunctuation: false } as const;

/**
 * The outline of a page.
 * @param body the MDX text after the frontmatter
 * @param firstLine the line of the file on which the body begins
 * @throws what the parser throws where the text is no MDX
 */
export function outlineOf(body: string, firstLine = 1): Outline {
  const tree = mdxToMdast(body, { features: MARKDOWN_FEATURES });
  return { ...outlineOfTree(tree, firstLine - 1), sections: sectionsOf(tree) };
}

/**
 * The outline of a piece of Markdown from the data, in which nothing is MDX, and whether it is inline: one line of text,
 * and no list, quotation, heading or several paragraphs.
 */
export function outlineOfMarkdown(text: string): Outline & { isInline: boolean } {
  const tree = markdownToMdast(text.trim());
  const isInline = 'children' in tree && tree.children.length === 1 && tree.children[0]!.type === 'paragraph';
  return { ...outlineOfTree(tree, 0), isInline };
}

function outlineOfTree(tree: MdastNode, offset: number): Outline {
  const outline: Outline = {
    html: [],
    notes: [],
    headings: [],
    links: [],
    images: [],
    components: [],
    scripts: [],
    sections: [],
  };
  visit(tree, outline, offset);
  return outline;
}

function visit(node: MdastNode, outline: Outline, offset: number) {
  const line = (node.position?.start.line ?? 1) + offset;
  switch (node.type) {
    case 'heading': {
      // What `{#id}` becomes; the types leave it out.
      const id = (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties?.['id'];
      outline.headings.push({
        depth: node.depth,
        text: textOf(node),
        id: typeof id === 'string' ? id : undefined,
        line,
      });
      break;
    }
    case 'containerDirective': {
      const label = node.children.find(({ data }) => data && 'directiveLabel' in data);
      outline.notes.push({ title: label ? textOf(label as MdastNode) : node.name, line });
      break;
    }
    case 'definition':
    case 'link':
      outline.links.push({ url: node.url, line });
      break;
    case 'html':
      outline.html.push({ text: node.value, line });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      // A comment, {/* so */}, says nothing.
      if (!/^\s*(\/\*[^]*\*\/\s*)?$/.test(node.value)) outline.scripts.push({ text: node.value, line });
      break;
    case 'image':
      outline.images.push({ url: node.url, alt: node.alt ?? '', line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      outline.components.push({ name: node.name ?? '', props: propsOf(node), line });
      break;
    }
  }
  if ('children' in node) for (const child of node.children) visit(child as MdastNode, outline, offset);
}

/** The words of a piece of Markdown, without its marks. */
export const outlineText = (markdown: string): string => textOf(markdownToMdast(markdown));

function textOf(node: MdastNode): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as MdastNode)).join('') : '';
}
