/** A finished page as Markdown: GitHub's, with the sources as footnotes. */
import type { Element, Root } from 'hast';
import { select } from 'hast-util-select';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { Nodes, PhrasingContent } from 'mdast';
import { LICENSE, LICENSE_NAME } from '../model/license.ts';
import { markdownOf, text } from './markdown.ts';

const classesOf = ({ properties }: Element) => (properties['className'] as string[] | undefined) ?? [];
const elementsIn = ({ children }: Element) => children.filter((child) => child.type === 'element');
const wordsOf = (node: Element) => toString(node).trim().replace(/\s+/g, ' ');

const dropped: Handle = () => undefined;
/** What is set apart by its look alone becomes a paragraph in bold. */
const strong = (state: State, node: Element): Nodes => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
});
/** What stands apart by its look alone would stick to what is before it. */
const spaced: Handle = (state, node, parent) => {
  const before = parent?.children[parent.children.indexOf(node) - 1];
  const sticks = before && !(before.type === 'text' && /\s$/.test(before.value));
  return [...(sticks ? [text(' ')] : []), ...state.all(node)];
};
const flow: Handle = (state, node) => state.toFlow(state.all(node));

/** What elements with a class of ours become, by the class. */
const BY_CLASS: Record<string, Handle> = {
  // What is for pressing or following, not for reading.
  anchor: dropped,
  copy: dropped,
  'search-place': dropped,
  cite: (_, node) =>
    elementsIn(node).map((link) => ({ type: 'footnoteReference', identifier: wordsOf(link), label: wordsOf(link) })),
  correction: spaced,
  figure: (state, node) => [
    strong(state, select('title', node)!),
    { type: 'paragraph', children: [text(wordsOf(select('desc', node)!))] },
  ],
  'row-sources': spaced,
  sources: (state, node) =>
    elementsIn(select('ol', node)!).map((item) => {
      const identifier = String(item.properties['id']).replace('source-', '');
      return { type: 'footnoteDefinition', identifier, label: identifier, children: state.toFlow(state.all(item)) };
    }),
  'starlight-aside': (state, node) => ({ type: 'blockquote', children: state.toFlow(state.all(node)) }),
  'starlight-aside__title': strong,
};

/** What other elements become, by their names, where the library's own way loses something. */
const BY_NAME: Record<string, Handle> = {
  dd: flow,
  dl: flow,
  // The term in bold, and what is beside it, in small print.
  dt: (state, node) => {
    const isSmall = (child: Element['children'][number]) => child.type === 'element' && child.tagName === 'small';
    const [term, beside] = [false, true].map((small) =>
      state.all({ ...node, children: node.children.filter((child) => isSmall(child) === small) }),
    ) as [PhrasingContent[], PhrasingContent[]];
    return { type: 'paragraph', children: [{ type: 'strong', children: term }, ...beside] };
  },
  footer: dropped,
  form: dropped,
  iframe: dropped,
  pre: (_, node) => ({
    type: 'code',
    lang: String(node.properties['dataLanguage'] ?? ''),
    value: toString(node).replace(/\n$/, ''),
  }),
  small: spaced,
  summary: strong,
  svg: dropped,
  table: (state, node) => {
    // Markdown has no captions, and the library drops them.
    const caption = select('caption', node);
    const rest = { ...node, children: node.children.filter((child) => child !== caption) };
    return [...(caption ? [strong(state, caption)] : []), defaultHandlers.table(state, rest)];
  },
};

const handlers: Record<string, Handle> = Object.fromEntries(
  Object.entries({ ...defaultHandlers, ...BY_NAME }).map(([name, handle]): [string, Handle] => [
    name,
    (state, node, parent) => {
      if ('dataLeaveOut' in node.properties) return undefined;
      const own = classesOf(node).find((one) => one in BY_CLASS);
      return (own ? BY_CLASS[own]! : handle)(state, node, parent);
    },
  ]),
);

/**
 * The text of a page, and at its end where it is from.
 * @param page the built page, in which addresses still begin at the site's root
 * @param path the path of the page, with slashes at both ends
 * @param resolve what an address becomes that begins at the site's root
 * @returns Markdown
 */
export function pageMarkdown(page: Root, path: string, resolve: (address: string) => string): string {
  const main = select('main', page)!;
  const tree = toMdast(main, { document: true, handlers, quotes: ['“”', '‘’'] });
  rewriteLinks(tree, (url) => (url.startsWith('#') ? resolve(path + url) : url.startsWith('/') ? resolve(url) : url));
  return `${markdownOf(tree)}\nFrom ${resolve(path)}, [${LICENSE_NAME}](${LICENSE}).\n`;
}

function rewriteLinks(node: Nodes, rewrite: (url: string) => string): void {
  if ('url' in node) node.url = rewrite(node.url);
  if ('children' in node) for (const child of node.children) rewriteLinks(child, rewrite);
}
