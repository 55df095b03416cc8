/** What is on an MDX page, with its lines: headings, notes, links, images and components, each in page order. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { FIX_ESCAPED, hiddenCharacter } from './decode.ts';
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
/** A piece of the text of a page. */
interface Excerpt {
  text: string;
  line: number;
}
interface CodeBlock {
  language: string;
  line: number;
}
interface Fault {
  message: string;
  fix: string;
  line: number;
}
export interface Outline {
  /** Raw HTML in Markdown. In MDX, tags are components. */
  html: Excerpt[];
  notes: Note[];
  headings: Heading[];
  links: Link[];
  images: Image[];
  components: ComponentUse[];
  /** JavaScript in MDX: `{…}`, also as an attribute or its value, `import` and `export`. */
  scripts: Excerpt[];
  /** The attributes of headings and notes. The id of a heading is not among them. */
  attributes: Excerpt[];
  /** The code blocks; the language of one that names none is empty. */
  codeBlocks: CodeBlock[];
  /** What readers would see otherwise than its author means it, or could not use. */
  faults: Fault[];
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
    attributes: [],
    codeBlocks: [],
    faults: [],
    sections: [],
  };
  collect(tree, outline, lineOffset, definitionsIn(tree));
  return outline;
}

/** The addresses that reference links and pictures name, by their identifiers. */
const definitionsIn = (node: MdastNode): Map<string, string> =>
  node.type === 'definition'
    ? new Map([[node.identifier, node.url]])
    : new Map('children' in node ? node.children.flatMap((child) => [...definitionsIn(child)]) : []);

/** Adds a node and everything in it to the outline. */
function collect(node: MdastNode, outline: Outline, lineOffset: number, definitions: ReadonlyMap<string, string>) {
  const line = (node.position?.start.line ?? 1) + lineOffset;
  switch (node.type) {
    case 'heading':
      outline.headings.push({ depth: node.depth, text: wordsOf(node), id: headingId(node), line });
      outline.attributes.push(...attributesOf(node).map((text) => ({ text, line })));
      break;
    case 'containerDirective': {
      const label = node.children.find(({ data }) => data && 'directiveLabel' in data);
      outline.notes.push({ title: label ? wordsOf(label) : node.name, line });
      outline.attributes.push(...Object.keys(node.attributes ?? {}).map((text) => ({ text, line })));
      break;
    }
    case 'definition':
    case 'link':
      outline.links.push({ url: node.url, line });
      break;
    case 'html':
      outline.html.push({ text: node.value, line });
      break;
    case 'code':
      outline.codeBlocks.push({ language: node.lang ?? '', line });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      if (!isComment(node.value)) outline.scripts.push({ text: node.value, line });
      break;
    case 'image':
      outline.images.push({ url: node.url, alt: node.alt ?? '', line });
      break;
    case 'imageReference':
      outline.images.push({ url: definitions.get(node.identifier) ?? '', alt: node.alt ?? '', line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      outline.components.push({ name: node.name ?? '', props: propsOf(node), text: wordsOf(node).trim(), line });
      outline.scripts.push(...attributeScripts(node).map((text) => ({ text, line })));
      break;
    default: // lists, emphasis and the like are not outlined
  }
  outline.faults.push(...faultsIn(node, line));
  if ('children' in node) for (const child of node.children) collect(child, outline, lineOffset, definitions);
}

/** What is wrong with a node itself. @param firstLine the line on which it begins */
function faultsIn(node: MdastNode, firstLine: number): Fault[] {
  const faults: Fault[] = [];
  const add = (message: string, fix: string, line = firstLine) => faults.push({ message, fix, line });
  if (node.type === 'footnoteDefinition') {
    add('This is a footnote.', 'Cite its source with <Cite id="…" />, and move the rest into the text.');
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    add("This is a checkbox that readers can't check.", 'Remove "[ ]" from the list item.');
  }
  if (node.type === 'link' && !node.children.length) {
    add(`The link to "${node.url}" has no text.`, 'Between "[" and "]", say where it leads.');
  }
  for (const [index, text] of textsOf(node).entries()) {
    const line = node.type === 'text' ? firstLine + index : firstLine;
    const message = hiddenCharacter(text);
    if (message) add(message, FIX_ESCAPED, line);
    if (node.type !== 'text') continue;
    for (const [pattern, reason, fix] of UNREAD_MARKS) {
      for (const [part] of text.matchAll(pattern)) add(`Readers would see "${part}" as it is: ${reason}.`, fix, line);
    }
  }
  return faults;
}

const FIX_LINK = 'Write [text](/concepts/page/). If readers are to see the brackets, write them as code, in backticks.';

/** Text that looks like a link, a picture, a footnote, code or bold text, and is none. */
const UNREAD_MARKS: [pattern: RegExp, reason: string, fix: string][] = [
  [
    /!?\[[^\]]*\]\([^)]*\s[^)]*\)/g,
    'the address contains a space',
    'Remove the space; if it is in the name of a file, rename the file.',
  ],
  [
    /(\[[^\]]*)?\] \(([/#]|https?:\/\/)[^)\s]*\)/g,
    'there is a space before the address',
    'Delete the space between "]" and "(".',
  ],
  [/!?(\[[^\]]*)?\]\([^)\s]*(?=[^)]*$)/g, 'there is no ")" right after the address', FIX_LINK],
  [
    /\[[^\]]*[^\]\s]\([/#][^)\s]*\)|(?<!\[[^\]]*)\]\([/#][^)\s]*\)/g,
    'one of the brackets around the text of the link is missing',
    FIX_LINK,
  ],
  [
    /\S*`\S*/g,
    'backticks make code in pairs',
    'Put a backtick at both ends of the code. If readers are to see one, write it as code, between double backticks.',
  ],
  [
    /\S*\*\*\S*/g,
    'asterisks make text bold in pairs, without a space between them and the text',
    'Write **text**. If readers are to see the asterisks, write them as code, in backticks.',
  ],
  [/\[[^\]]+\]\[[^\]]*\]|\[\^[^\]]+\]/g, 'nothing on the page says where it leads', FIX_LINK],
];

/** Whether `{…}` holds nothing but comments. */
const isComment = (script: string) => !script.replace(/\/\*[^]*?\*\//g, '').trim();

/** The attributes of a heading besides its id, as in `## Heading {#id .class key=value}`. */
function attributesOf({ data }: Extract<MdastNode, { type: 'heading' }>): string[] {
  const { id: _, ...rest } = (data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties ?? {};
  return Object.keys(rest).map((name) => (name === 'className' ? 'class' : name));
}

/** The JavaScript in the attributes of an element: `{...spread}` and `name={value}`. */
const attributeScripts = ({ attributes }: Extract<MdastNode, { type: `mdxJsx${string}Element` }>): string[] =>
  attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [`{${attribute.value}}`];
    return typeof attribute.value === 'object' && attribute.value
      ? [`${attribute.name}={${attribute.value.value}}`]
      : [];
  });

/** The texts of a node that reach readers or their software, with references such as `&amp;` resolved; text by lines. */
function textsOf(node: MdastNode): string[] {
  if (node.type === 'text') return node.value.split('\n');
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return Object.values(propsOf(node));
  return (['alt', 'title', 'url'] as const).flatMap(
    (key) => (node as Partial<Record<typeof key, string | null>>)[key] ?? [],
  );
}
