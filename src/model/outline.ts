/** What is on an MDX page, with its lines: headings, notes, links, images and components, each in page order. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { headingId, propsOf, sectionsOf, wordsOf, type ComponentUse, type Section } from './markdown.ts';

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
interface RawCode {
  text: string;
  line: number;
}
export interface Outline {
  /** Raw HTML in Markdown. In MDX, tags are components. */
  html: RawCode[];
  notes: Note[];
  headings: Heading[];
  links: Link[];
  images: Image[];
  components: ComponentUse[];
  /** JavaScript in MDX: `{…}`, `import` and `export`. */
  scripts: RawCode[];
  sections: Section[];
}

/** The Markdown features that pages use. Astro's build and the outline must agree on them. */
export const MARKDOWN_FEATURES = { headingAttributes: true, directive: true, smartPunctuation: false } as const;

/**
 * The outline of a page.
 * @param body the MDX text after the frontmatter
 * @param firstLine the line of the file on which the body begins
 * @throws the parser's error if the text is not MDX
 */
export function outlineOf(body: string, firstLine = 1): Outline {
  const tree = mdxToMdast(body, { features: MARKDOWN_FEATURES });
  return { ...outlineOfTree(tree, firstLine - 1), sections: sectionsOf(tree) };
}

/**
 * The outline of Markdown from the data, where nothing is MDX. `isInline` says whether it is one paragraph, rather than a
 * list, a quotation, a heading or several paragraphs.
 */
export function outlineOfMarkdown(text: string): Outline & { isInline: boolean } {
  const tree = markdownToMdast(text.trim());
  const isInline = 'children' in tree && tree.children.length === 1 && tree.children[0]!.type === 'paragraph';
  return { ...outlineOfTree(tree, 0), isInline };
}

function outlineOfTree(tree: MdastNode, lineOffset: number): Outline {
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
  collect(tree, outline, lineOffset);
  return outline;
}

/** Adds a node and everything in it to the outline. */
function collect(node: MdastNode, outline: Outline, lineOffset: number) {
  const line = (node.position?.start.line ?? 1) + lineOffset;
  switch (node.type) {
    case 'heading':
      outline.headings.push({ depth: node.depth, text: wordsOf(node), id: headingId(node), line });
      break;
    case 'containerDirective': {
      const label = node.children.find(({ data }) => data && 'directiveLabel' in data);
      outline.notes.push({ title: label ? wordsOf(label) : node.name, line });
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
    case 'mdxjsEsm': {
      const isComment = /^\s*(\/\*[^]*\*\/\s*)?$/.test(node.value);
      if (!isComment) outline.scripts.push({ text: node.value, line });
      break;
    }
    case 'image':
      outline.images.push({ url: node.url, alt: node.alt ?? '', line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      outline.components.push({ name: node.name ?? '', props: propsOf(node), line });
      break;
    default: // text, lists and the like are not outlined
  }
  if ('children' in node) for (const child of node.children) collect(child, outline, lineOffset);
}
