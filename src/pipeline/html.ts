/** Parses built pages, and edits them by text spans, so that everything outside an edit keeps its bytes. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

/** Replaces the text between two offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The elements of a page in document order, with their positions in the HTML. */
export const parseElements = (html: string): Element[] => elementsIn(parse(html, { sourceCodeLocationInfo: true }));

/** The elements of a tree in document order. */
export const elementsIn = (tree: DefaultTreeAdapterTypes.Node): Element[] => [...descendants(tree)];

/** Yields the elements in document order, including those in a <template>. */
function* descendants(node: DefaultTreeAdapterTypes.Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* descendants(child);
  if ('content' in node) yield* descendants(node.content);
}

/** Applies edits, which must not overlap. */
export function applyEdits(html: string, edits: Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}

/** The value of an attribute; `undefined` if the element lacks it. */
export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Whether an element is the link of a place to itself, which readers press to copy its address: see Anchor.astro. */
export const isAnchor = (element: Element): boolean => attributeOf(element, 'class') === 'anchor';

/** Controls and notes that belong to a page but not to its text: copies of the text leave the element out. */
export const LEAVE_OUT = 'data-leave-out';
/** How an element is written in the Markdown copy of a page, where its tag alone does not say so. */
const MARKDOWN = 'data-markdown';
/** Marks the scripts that layouts write into a page. The build refuses any other. */
export const OWN = 'data-own';
/** What the record of changes does with an element: `omit` it, or count it as a `correction`. */
export const RECORD = 'data-record';
/** Starlight writes it into code for languages from right to left, of which this site has none. */
const DIRECTION = 'dir';
/** Attributes that components write for the build alone, or that readers don't need. No published page has them. */
export const BUILD_ATTRIBUTES = [LEAVE_OUT, MARKDOWN, OWN, RECORD, DIRECTION];

/** Removes an attribute with the space before it. @param at where the attribute is in the page */
export const removeAttribute = (at: { startOffset: number; endOffset: number }): Edit => ({
  start: at.startOffset - 1,
  end: at.endOffset,
  text: '',
});

/** The edits that remove the {@link BUILD_ATTRIBUTES} of a page. */
export const removeBuildAttributes = (elements: Element[]): Edit[] =>
  elements.flatMap(({ sourceCodeLocation }) =>
    BUILD_ATTRIBUTES.flatMap((name) => {
      const at = sourceCodeLocation?.attrs?.[name];
      return at ? removeAttribute(at) : [];
    }),
  );

/** Escapes text for HTML, both between tags and in a double-quoted attribute. */
export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
