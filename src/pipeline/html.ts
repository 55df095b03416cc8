/** Finished pages as trees, and changes to them by spans: everything that is not changed keeps its bytes. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

/** A change: the text between two offsets is replaced. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The elements of a page in document order, with their places in its text. */
export const elementsOf = (html: string): Element[] => elementsIn(parse(html, { sourceCodeLocationInfo: true }));

/** The elements of a tree in document order. */
export const elementsIn = (tree: DefaultTreeAdapterTypes.Node): Element[] => [...below(tree)];

function* below(node: DefaultTreeAdapterTypes.Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* below(child);
  if ('content' in node) yield* below(node.content);
}

/** Applies changes that do not overlap. */
export function applyEdits(html: string, edits: Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}

/** An attribute's value; undefined where the element does not have it. */
export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Controls and notes that belong to a page but not to its text: copies of the text leave the element out. */
export const LEAVE_OUT = 'data-leave-out';
/** How an element is written in the Markdown copy of a page, where its tag alone does not say so. */
export const MARKDOWN = 'data-markdown';
/** Attributes that components write for the build alone. No published page has them. */
export const BUILD_ATTRIBUTES = [LEAVE_OUT, MARKDOWN];

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

/** Text as HTML writes it, between tags as in an attribute that stands in double quotes. */
export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
