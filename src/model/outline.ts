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
  /** The names of the elements around it, the outermost first. */
  within: string[];
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
interface CodeBlock extends Excerpt {
  language: string;
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
  /** The code blocks. If one names no language, its language is empty. */
  codeBlocks: CodeBlock[];
  /** What readers would see differently from what its author meant, or couldn't use. */
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
  const outline = outlineOfTree(tree, body, firstLine - 1);
  outline.faults.push(...emptySections(tree, firstLine - 1), ...indentedParagraphs(tree, body, firstLine - 1));
  return { ...outline, sections: sectionsOf(tree) };
}

/**
 * The outline of Markdown from the data, where nothing is MDX. `isInline` says whether it is one paragraph, rather than a
 * list, a quotation, a heading or several paragraphs.
 */
export function outlineOfMarkdown(text: string): Outline & { isInline: boolean } {
  const source = text.trim();
  const tree = markdownToMdast(source);
  const isInline = 'children' in tree && tree.children.length === 1 && tree.children[0]!.type === 'paragraph';
  return { ...outlineOfTree(tree, source, 0), isInline };
}

function outlineOfTree(tree: MdastNode, source: string, lineOffset: number): Outline {
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
    faults: lostBackslashes(tree, source, lineOffset),
    sections: [],
  };
  collect(tree, outline, lineOffset, definitionsIn(tree));
  return outline;
}

/** The headings with nothing between them and the next heading that isn't deeper, or the end of the page. */
function emptySections(tree: MdastNode, lineOffset: number): Fault[] {
  const nodes = 'children' in tree ? tree.children : [];
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    if (node.type !== 'heading' || (next && !(next.type === 'heading' && next.depth <= node.depth))) return [];
    const line = startOf(node).line + lineOffset;
    const message = `The section "${wordsOf(node)}" is empty.`;
    return [{ message, fix: 'Write its text, or remove its heading.', line }];
  });
}

/** The addresses of reference links and reference pictures, by their identifiers. */
const definitionsIn = (node: MdastNode): Map<string, string> =>
  node.type === 'definition'
    ? new Map([[node.identifier, node.url]])
    : new Map('children' in node ? node.children.flatMap((child) => [...definitionsIn(child)]) : []);

/** Adds a node and everything in it to the outline. */
function collect(
  node: MdastNode,
  outline: Outline,
  lineOffset: number,
  definitions: ReadonlyMap<string, string>,
  within: string[] = [],
) {
  const line = (node.position?.start.line ?? 1) + lineOffset;
  switch (node.type) {
    case 'heading':
      outline.headings.push({ depth: node.depth, text: wordsOf(node), id: headingId(node), line });
      outline.attributes.push(...attributesOf(node).map((text) => ({ text, line })));
      break;
    case 'containerDirective': {
      const label = node.children.find(isLabel);
      outline.notes.push({ title: label ? wordsOf(label) : node.name, line });
      outline.attributes.push(...Object.keys(node.attributes ?? {}).map((text) => ({ text, line })));
      break;
    }
    case 'definition':
    case 'link':
      outline.links.push({ url: node.url, line, within });
      break;
    case 'html':
      outline.html.push({ text: node.value, line });
      break;
    case 'code':
      outline.codeBlocks.push({ language: node.lang ?? '', text: node.value, line });
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
      outline.components.push({
        name: node.name ?? '',
        props: propsOf(node),
        text: wordsOf(node).trim(),
        within,
        line,
      });
      outline.scripts.push(...attributeScripts(node).map((text) => ({ text, line })));
      break;
    default: // lists, emphasis and the like are not outlined
  }
  outline.faults.push(...faultsIn(node, line));
  const element = node.type === 'link' ? 'a' : isElement(node) ? (node.name ?? '') : undefined;
  const around = element === undefined ? within : [...within, element];
  if ('children' in node) for (const child of node.children) collect(child, outline, lineOffset, definitions, around);
}

/** A path of Windows: `C:\Users`, `\\server\share` or `\\.\pipe`. */
const WINDOWS_PATH = /(?<![\w\\])(?:[a-z]:\\|\\\\(?:[\w-]{2,}|[.?])\\(?!\\))\S*/gi;

/** A backslash before a punctuation mark makes the mark literal, and isn't shown itself. */
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The paths in a text that lose a backslash. If every backslash is doubled, the path is as its author means it. */
function lostBackslashes(node: MdastNode, source: string, lineOffset: number): Fault[] {
  if (node.type !== 'text') {
    return 'children' in node
      ? node.children.flatMap((child) => lostBackslashes(child as MdastNode, source, lineOffset))
      : [];
  }
  const { start, end } = node.position!;
  return [...source.slice(start.offset, end.offset).matchAll(WINDOWS_PATH)].flatMap(({ 0: path, index, input }) => {
    const shown = path.replace(ESCAPE, '$1');
    if (shown === path.replaceAll('\\\\', '\\') && !path.startsWith('\\')) return [];
    return {
      line: start.line + input.slice(0, index).split('\n').length - 1 + lineOffset,
      message: `Readers would see "${path}" as "${shown}": a backslash before a punctuation mark disappears.`,
      fix: 'Write the path as code, in backticks.',
    };
  });
}

/** The paragraphs outside lists that are indented like code in Markdown. MDX has no indented code. */
function indentedParagraphs(tree: MdastNode, source: string, lineOffset: number): Fault[] {
  const lines = source.split('\n');
  return ('children' in tree ? tree.children : [])
    .filter(({ type }) => type === 'paragraph')
    .map((node) => startOf(node as MdastNode).line)
    .filter((line) => /^( {4}|\t)/.test(lines[line - 1]!))
    .map((line) => ({
      line: line + lineOffset,
      message: "This line is indented, but readers would see it as text: on a page, indentation doesn't make code.",
      fix: 'If it is code, write ``` on a line of its own before it and after it. If not, delete the spaces.',
    }));
}

/** What is wrong with a node itself. @param firstLine the line on which it begins */
function faultsIn(node: MdastNode, firstLine: number): Fault[] {
  const faults: Fault[] = [];
  const add = (message: string, fix: string, line = firstLine) => faults.push({ message, fix, line });
  const fault = nodeFault(node);
  if (fault) add(...fault);
  for (const [index, text] of textsOf(node).entries()) {
    const message = hiddenCharacter(text);
    if (message) add(message, FIX_ESCAPED, node.type === 'text' ? firstLine + index : firstLine);
  }
  for (const { text, line, startsLine } of runsOf(node)) {
    for (const [pattern, reason, fix] of startsLine ? [...UNREAD_MARKS, ...UNREAD_ITEMS] : UNREAD_MARKS) {
      for (const [part] of text.matchAll(pattern)) {
        add(`Readers would see "${part}" as it is: ${reason}.`, fix, firstLine + line);
      }
    }
  }
  return faults;
}

interface Run extends Excerpt {
  /** Whether it begins a line of a paragraph, where the mark of a list would be. */
  startsLine: boolean;
}

/**
 * The lines of text among the children of a node, each counted from the line on which the node begins. An address that the
 * parser has found in the text counts as text: it's often a piece of what was meant as one link.
 */
function runsOf(node: MdastNode): Run[] {
  const runs: Run[] = [];
  const isParagraph = node.type === 'paragraph';
  let isOpen = false;
  for (const child of 'children' in node ? node.children : []) {
    const text = child.type === 'text' || isBareAddress(child) ? wordsOf(child) : undefined;
    if (text !== undefined && isOpen) runs.at(-1)!.text += text;
    else if (text !== undefined) {
      const startsLine = isParagraph && startOf(child).offset === startOf(node).offset;
      runs.push({ text, line: startOf(child).line - startOf(node).line, startsLine });
    }
    isOpen = text !== undefined;
  }
  return runs.flatMap(({ text, line, startsLine }) =>
    text.split('\n').map((text, index) => ({
      text,
      line: line + index,
      startsLine: index ? isParagraph : startsLine,
    })),
  );
}

const startOf = ({ position }: MdastNode) => position?.start ?? { line: 1, offset: 0 };

/** Whether a link is nothing but its address in the text. */
const isBareAddress = (node: MdastNode) =>
  node.type === 'link' && (node.position?.end.offset ?? 0) - (startOf(node).offset ?? 0) === wordsOf(node).length;

/** What is wrong with a node as a whole. */
function nodeFault(node: MdastNode): [message: string, fix: string] | undefined {
  switch (node.type) {
    case 'footnoteDefinition':
      return ['This site has no footnotes.', FIX_FOOTNOTE];
    case 'listItem':
      return typeof node.checked === 'boolean'
        ? ["This is a checkbox that readers can't check.", 'Remove "[ ]" from the list item.']
        : undefined;
    case 'link':
      return node.children.length
        ? undefined
        : [`The link to "${node.url}" has no text.`, 'Between "[" and "]", say where it leads.'];
    case 'delete':
      return deleteFault(node);
    case 'code':
      return codeFault(node.value);
    case 'containerDirective':
      return noteFault(node);
    case 'leafDirective':
      return [`Readers would see "::${node.name}" as it is: a note starts with three colons.`, FIX_NOTE];
    case 'table':
      return tableFault(node.children.map(({ children }) => children.length));
    case 'paragraph':
      return paragraphFault(node);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementFault(node);
    default:
      return undefined;
  }
}

/** A note has more than its title and comments for authors. */
function noteFault({ name, children }: Extract<MdastNode, { type: 'containerDirective' }>) {
  const isShown = (child: (typeof children)[number]) =>
    !isLabel(child) && !(child.type === 'mdxFlowExpression' && isComment(child.value));
  if (children.some(isShown)) return undefined;
  const label = children.find(isLabel);
  const fault: [message: string, fix: string] = [
    `The note "${label ? wordsOf(label) : name}" is empty.`,
    'Write its text between its first and its last line, or remove both.',
  ];
  return fault;
}

/** Whether a node is the title of the note around it. */
const isLabel = ({ data }: MdastNode): boolean => Boolean(data && 'directiveLabel' in data);

/** A block of code without its last line ends where the next one does, and readers see what is between as code. */
function codeFault(code: string): [message: string, fix: string] | undefined {
  const [next] = /^```\w+/m.exec(code) ?? [];
  if (!next || /^```$/m.test(code)) return undefined;
  return [
    `This block of code goes on to where the next one, "${next}", ends, since its own end is missing.`,
    'Write ``` on a line of its own where it ends.',
  ];
}

/** One tilde at each end strikes text out, as two do, which authors who want a subscript don't expect. */
function deleteFault(node: Extract<MdastNode, { type: 'delete' }>): [message: string, fix: string] | undefined {
  const [first] = node.children;
  const text = wordsOf(node);
  if (!first || startOf(first).offset! - startOf(node).offset! > 1) return undefined;
  return [
    `Readers would see "${text}" struck through, because it has a "~" at each end.`,
    `Write <sub>${text}</sub> for a subscript on a page, ~~${text}~~ to strike it out, or \\~ for a tilde.`,
  ];
}

/** A row of a table must have as many cells as the first one. Browsers show no others. */
function tableFault([first, ...others]: number[]): [message: string, fix: string] | undefined {
  const index = others.findIndex((count) => count !== first);
  if (index < 0) return undefined;
  const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;
  return [
    `In this table, the first row has ${cells(first!)}, and row ${index + 2} has ${cells(others[index]!)}.`,
    'Give all rows the same number of cells. Write a "|" within a cell as \\|, even in code.',
  ];
}

/** Whether a line of a paragraph begins like a row of a table. */
const hasTableRow = ({ children }: Extract<MdastNode, { type: 'paragraph' }>) =>
  children.some(
    (child, index) =>
      child.type === 'text' &&
      child.value.split('\n').some((line, lineIndex) => (index === 0 || lineIndex > 0) && line.startsWith('|')),
  );

/** What is in a paragraph only because its author left out a line. */
function paragraphFault(node: Extract<MdastNode, { type: 'paragraph' }>): [message: string, fix: string] | undefined {
  if (hasTableRow(node)) {
    return [
      'Readers would see this table as text: the line that separates its first row is missing or has too few cells.',
      'Below the first row, write | - | - |, with a "-" for each of its cells.',
    ];
  }
  const name = node.children
    .flatMap((child) => (child.type === 'mdxJsxTextElement' ? child.name : []))
    .find((name) => name === 'details' || name === 'summary');
  if (!name) return undefined;
  return [
    `<${name}> is in a paragraph, so browsers wouldn't show it correctly.`,
    name === 'details'
      ? 'Write <details> and </details>, each on a line of its own.'
      : 'Write <summary>…</summary> on a line of its own, and leave the line below it empty.',
  ];
}

function elementFault(node: JsxElement): [message: string, fix: string] | undefined {
  const names = node.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : []));
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated) {
    return [
      `<${node.name ?? ''}> has the attribute "${repeated}" twice, and only the last one counts.`,
      'Write it once. To name two things, write two tags.',
    ];
  }
  if (node.name !== 'details' || hasElement(node, 'summary')) return undefined;
  return [
    '<details> has no <summary>, so readers would not know what it hides.',
    'Start it with <summary>What it holds</summary>.',
  ];
}

const hasElement = (node: MdastNode, name: string): boolean =>
  (isElement(node) && node.name === name) ||
  ('children' in node && node.children.some((child) => hasElement(child, name)));

const FIX_FOOTNOTE = 'Cite its source with <Cite id="…" />, and move the rest into the text.';

const FIX_NOTE = 'Write ":::note[Title]" before the note, and ":::" after it, each on a line of its own.';

const FIX_LINK =
  'Write [text](/concepts/page/). An address has no spaces. If readers are to see the brackets, write them as code, in backticks.';

/** Text that looks like a link, a picture, a footnote, code, bold text, a list or a note, but isn't one. */
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
    /\[[^\]]*[^\]\s]\(([/#]|https?:\/\/)[^)\s]*\)|(?<!\[[^\]]*)\]\(([/#]|https?:\/\/)[^)\s]*\)/g,
    'one of the brackets around the text of the link is missing',
    FIX_LINK,
  ],
  [
    /\S*`\S*/g,
    'code needs a backtick at both ends',
    'Put a backtick at both ends of the code. If readers are to see one, write it as code, between double backticks.',
  ],
  [
    /\S*\*\*\S*|(?<=^|[\s("'“‘[])(\*|__?|~~)\p{L}\S*/gu,
    'such marks come in pairs around text, without a space between them and the text',
    'Write **bold** or *italic*. If readers are to see the marks, write them as code, in backticks.',
  ],
  [/!?\([^()]+\)\[([/#]|https?:\/\/)[^\]\s]*\]/g, 'the two kinds of brackets are in the wrong order', FIX_LINK],
  [/\[\^[^\]]+\]/g, 'this site has no footnotes', FIX_FOOTNOTE],
  [/\[[^\]]+\]\[[^\]]*\]/g, 'nothing on the page says where it leads', FIX_LINK],
  [/^[•‣◦▪●](?=\s)/g, 'an item of a list starts with a hyphen and a space', 'Write "- " in its place.'],
  [/^:::+\s*$|^::+(note|tip|caution|danger)\b.*/g, 'it neither starts nor ends a note', FIX_NOTE],
  [
    /&(nbsp|amp|lt|gt|quot|shy|ndash|mdash|hellip)(?![\w;=])/g,
    'the semicolon at its end is missing',
    'Add it. If readers should see the code as typed, write it in backticks.',
  ],
  // Known names are characters by now; those skipped here were written as "&amp;nbsp;".
  [
    /&(?!(nbsp|amp|lt|gt|quot|shy|ndash|mdash|hellip);)[a-z][a-z\d]+;/gi,
    'no character has this name',
    'Correct it: a space that keeps words together is &nbsp;. If readers are to see the code, write it in backticks.',
  ],
  [/\blorem ipsum\b/gi, "it's only placeholder text", 'Write the text, or remove the placeholder.'],
  [/\b(TODO|FIXME)\b:?/g, 'it is a note to authors', 'Do what it says, or move it to a comment.'],
];

/** What looks like a list item at the start of a line, but isn't one. A hyphen alone is in front of code or a link. */
const UNREAD_ITEMS: typeof UNREAD_MARKS = [
  [
    /^-(\p{L}\S*|$)/gu,
    "the space after the hyphen is missing, so it isn't a list item",
    'Put a space after the hyphen. If readers are to see it, write it as code, in backticks.',
  ],
  [
    /^\d+[.)]\p{L}{2}\S*/gu,
    "the space after the number is missing, so it isn't a list item",
    'Put a space after the "." or ")". If readers are to see it as it is, write it as code, in backticks.',
  ],
];

type JsxElement = Extract<MdastNode, { type: `mdxJsx${string}Element` }>;

const isElement = (node: MdastNode): node is JsxElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Whether `{…}` contains nothing but comments. */
const isComment = (script: string) => !script.replace(/\/\*[^]*?\*\//g, '').trim();

/** The attributes of a heading besides its id, as in `## Heading {#id .class key=value}`. */
function attributesOf({ data }: Extract<MdastNode, { type: 'heading' }>): string[] {
  const { id: _, ...rest } = (data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties ?? {};
  return Object.keys(rest).map((name) => (name === 'className' ? 'class' : name));
}

/** The JavaScript in the attributes of an element: `{...spread}` and `name={value}`. */
const attributeScripts = ({ attributes }: JsxElement): string[] =>
  attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return [`{${attribute.value}}`];
    return typeof attribute.value === 'object' && attribute.value
      ? [`${attribute.name}={${attribute.value.value}}`]
      : [];
  });

/** The texts of a node that reach readers or their software, with references such as `&amp;` resolved; text by lines. */
function textsOf(node: MdastNode): string[] {
  if (node.type === 'text') return node.value.split('\n');
  if (isElement(node)) return Object.values(propsOf(node));
  return (['alt', 'title', 'url'] as const).flatMap(
    (key) => (node as Partial<Record<typeof key, string | null>>)[key] ?? [],
  );
}
