/** Markdown of the content as HTML, as plain text, and as the sections that the search reads. */
import { markdownToHtml, markdownToMdast, type MdastNode } from 'satteri';
import { codeBreaks } from './inline-code.ts';

/** A component as a page uses it. */
export interface ComponentUse {
  name: string;
  /** The attributes; one without a value is `''`. */
  props: Record<string, string>;
  /** The words between its tags. */
  text: string;
  /** The names of the elements around it, the outermost first; `a` is a link of Markdown. */
  within: string[];
  line: number;
}

/** A piece of a text: words, or a component, whose text depends on the data that it shows. */
export type Piece = string | Pick<ComponentUse, 'name' | 'props'>;

/** The part of a page under one heading. What a component shows from data, such as a table, is not its text. */
export interface Section {
  /** The id of the heading; `''` before the first heading. */
  id: string;
  /** 2 and more, as in HTML; 1 before the first heading. */
  depth: number;
  heading: Piece[];
  text: Piece[];
}

/**
 * A line of Markdown as HTML: emphasis, code, links.
 * @param markdown trusted text: the repository's own
 */
export const inlineHtml = (markdown: string): string =>
  markdownToHtml(markdown.trim(), { hastPlugins: [codeBreaks] })
    .html.trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');

/** The output of a program as code within a sentence, in HTML. @param output without two backticks in a row */
export const codeHtml = (output: string): string => inlineHtml(`\`\` ${output} \`\``);

/** The words of a line of Markdown. */
export const plainText = (markdown: string): string => wordsOf(markdownToMdast(markdown.trim()));

/** The words of a line of Markdown with its code in backticks, since the search shows code as code. */
export const searchText = (markdown: string): string =>
  collapseSpaces(
    piecesOf(markdownToMdast(markdown))
      .filter((piece) => typeof piece === 'string')
      .join(''),
  );

export const collapseSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The sentences at the beginning of a text that have at most `max` characters in all, but at least the first sentence. */
export function firstSentences(text: string, max: number): string {
  const [first, ...rest] = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
  let result = first?.segment ?? '';
  for (const { segment } of rest) {
    if (result.length + segment.trimEnd().length > max) break;
    result += segment;
  }
  return result.trimEnd();
}

/** The words of a tree. */
export function wordsOf(node: MdastNode): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => wordsOf(child as MdastNode)).join('') : '';
}

/** The sections of a page. @param tree of its MDX text */
export function sectionsOf(tree: MdastNode): Section[] {
  const sections: Section[] = [{ id: '', depth: 1, heading: [], text: [] }];
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'heading') {
      sections.push({ id: String(headingId(node)), depth: node.depth, heading: piecesOf(node), text: [] });
    } else if (node.type !== 'mdxjsEsm') {
      sections.at(-1)!.text.push(' ', ...piecesOf(node));
    }
  }
  return sections.map((section) => ({
    ...section,
    heading: joinWords(section.heading),
    text: joinWords(section.text),
  }));
}

/** The id that an author gave a heading, as `{#id}`. */
export function headingId(node: Extract<MdastNode, { type: 'heading' }>): string | undefined {
  // The types of the parser leave it out.
  const id = (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties?.['id'];
  return typeof id === 'string' ? id : undefined;
}

type Jsx = Extract<MdastNode, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

/**
 * The attributes of a component; one without a value is `''`. If a value is JavaScript, which is a mistake, this is its code,
 * so that it isn't reported as missing, too.
 */
export const propsOf = ({ attributes }: Jsx): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const value = attribute.value ?? '';
      return [[attribute.name, typeof value === 'string' ? value : value.value]];
    }),
  );

/** Joins neighboring words into one piece. */
function joinWords(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** The page shows a space between these and what follows. */
const BLOCKS = new Set(['paragraph', 'listItem', 'code', 'containerDirective', 'tableCell']);

function piecesOf(node: MdastNode): Piece[] {
  const space = BLOCKS.has(node.type) ? ' ' : '';
  // Line by line, or the excerpts of the search would run commands together.
  if (node.type === 'code') return node.value.split('\n').flatMap((line) => (line.trim() ? `\`${line}\` ` : []));
  if (node.type === 'inlineCode') return [`\`${node.value}\``];
  if (node.type === 'break') return [' '];
  if ('value' in node) return [node.value + space];
  if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && !node.children.length) {
    return [{ name: node.name ?? '', props: propsOf(node) }];
  }
  if (!('children' in node)) return [];
  return [...node.children.flatMap((child) => piecesOf(child as MdastNode)), space];
}
