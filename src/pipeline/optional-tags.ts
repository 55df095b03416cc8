/** Leaves out the end tags that HTML can do without, so that more text fits into the first bytes of a page. */
import { html, type DefaultTreeAdapterTypes } from 'parse5';
import type { Edit, Element } from './html.ts';

interface Rule {
  /** The elements of which one may follow directly. */
  before: string[];
  /** Whether the element may be the last of its parent. */
  isLast: boolean;
}

const BLOCKS =
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
  'hgroup hr main menu nav ol p pre search section table ul';

/** When an end tag may be left out: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const RULES: Record<string, Rule> = {
  html: { before: [], isLast: true },
  body: { before: [], isLast: true },
  li: { before: ['li'], isLast: true },
  dt: { before: ['dt', 'dd'], isLast: false },
  dd: { before: ['dt', 'dd'], isLast: true },
  p: { before: BLOCKS.split(' '), isLast: true },
  option: { before: ['option', 'optgroup'], isLast: true },
  thead: { before: ['tbody', 'tfoot'], isLast: false },
  tbody: { before: ['tbody', 'tfoot'], isLast: true },
  tr: { before: ['tr'], isLast: true },
  td: { before: ['td', 'th'], isLast: true },
  th: { before: ['td', 'th'], isLast: true },
};
/** The parents in which the last paragraph needs its end tag. */
const TRANSPARENT = ['a', 'audio', 'del', 'ins', 'map', 'noscript', 'video'];

const isSpace = (node: DefaultTreeAdapterTypes.ChildNode) => 'value' in node && !node.value.trim();

/**
 * The edits that remove optional end tags, each with the white space after it, which lies between blocks and shows nothing.
 * @param elements of a page, with their positions
 */
export const omitEndTags = (elements: Element[]): Edit[] =>
  elements.flatMap((element) => {
    const { tagName, parentNode, sourceCodeLocation } = element;
    const rule = element.namespaceURI === html.NS.HTML ? RULES[tagName] : undefined;
    const endTag = sourceCodeLocation?.endTag;
    if (!rule || !endTag || !parentNode) return [];
    const siblings = parentNode.childNodes.slice(parentNode.childNodes.indexOf(element) + 1);
    const next = siblings.find((node) => !isSpace(node));
    const mayEnd = next
      ? rule.before.includes(next.nodeName)
      : rule.isLast && !(tagName === 'p' && TRANSPARENT.includes(parentNode.nodeName));
    if (!mayEnd) return [];
    const end = siblings[0] && siblings[0] !== next ? siblings[0].sourceCodeLocation!.endOffset : endTag.endOffset;
    return [{ start: endTag.startOffset, end, text: '' }];
  });
