/** Markdown as the plain text that the search reads and shows. */
import { markdownToMdast, type MdastNode } from 'satteri';

/** A component as a page uses it. */
export interface Use {
  name: string;
  /** Attributes that are plain text; one without a value is `''`. */
  props: Record<string, string>;
  line: number;
}

/** A piece of what a text says: words, or a component, which says something of its own. */
export type Piece = string | Pick<Use, 'name' | 'props'>;

/** A part of a page under one heading. What comes from data, such as a table, is not among its text. */
export interface Section {
  /** The heading's id; `''` for what stands before the first heading. */
  id: string;
  /** 2 and more, as in HTML; 1 for what stands before the first heading. */
  depth: number;
  heading: Piece[];
  text: Piece[];
}

export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The text of a piece of Markdown from the data. Code keeps its backticks: they are shown as code. */
export const plainMarkdown = (markdown: string): string =>
  tidy(
    piecesOf(markdownToMdast(markdown))
      .filter((piece) => typeof piece === 'string')
      .join(''),
  );

/** The sections of a page. @param tree that of its MDX text */
export function sectionsOf(tree: MdastNode): Section[] {
  const sections: Section[] = [{ id: '', depth: 1, heading: [], text: [] }];
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'heading') {
      // What `{#id}` becomes; the types leave it out.
      const id = (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties?.['id'];
      sections.push({ id: String(id), depth: node.depth, heading: piecesOf(node), text: [] });
    } else if (node.type !== 'mdxjsEsm') {
      sections.at(-1)!.text.push(' ', ...piecesOf(node));
    }
  }
  return sections.map((section) => ({ ...section, heading: joined(section.heading), text: joined(section.text) }));
}

/** Words beside words are one piece. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** Between these and what follows them there is a space on the page. */
const BLOCKS = new Set(['paragraph', 'listItem', 'code', 'containerDirective', 'tableCell']);

function piecesOf(node: MdastNode): Piece[] {
  const space = BLOCKS.has(node.type) ? ' ' : '';
  if (node.type === 'inlineCode') return [`\`${node.value}\``];
  if (node.type === 'break') return [' '];
  if ('value' in node) return [node.value + space];
  if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && !node.children.length) {
    return [{ name: node.name ?? '', props: propsOf(node) }];
  }
  if (!('children' in node)) return [];
  return [...node.children.flatMap((child) => piecesOf(child as MdastNode)), space];
}

type Jsx = Extract<MdastNode, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

/** The attributes that are plain text; one without a value is `''`. */
export const propsOf = ({ attributes }: Jsx): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object'
        ? [[attribute.name, attribute.value ?? '']]
        : [],
    ),
  );
