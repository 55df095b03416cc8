/** A built page as GitHub Flavored Markdown, with the sources as footnotes. */
import type { Element, Root } from 'hast';
import { select } from 'hast-util-select';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { Nodes, PhrasingContent, Root as MdastRoot } from 'mdast';
import { LLMS_FILE } from '../model/published-files.ts';
import { LICENSE, LICENSE_NAME } from '../model/settings.ts';
import { link, markdownOf, text } from './mdast.ts';

const childElements = ({ children }: Element) => children.filter((child) => child.type === 'element');
const wordsOf = (node: Element) => toString(node).trim().replace(/\s+/g, ' ');

const omit: Handle = () => undefined;
const flow: Handle = (state, node) => state.toFlow(state.all(node));
/** Only its style sets the element apart on the page. In Markdown it becomes a paragraph in bold. */
const strong = (state: State, node: Element): Nodes => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
});
/** Only its style sets the element apart on the page. In Markdown it needs a space before it. */
const spaced: Handle = (state, node, parent) => {
  const before = parent?.children[parent.children.indexOf(node) - 1];
  const sticks = before && !(before.type === 'text' && /\s$/.test(before.value));
  return [...(sticks ? [text(' ')] : []), ...state.all(node)];
};

/** The values of `data-markdown`, by which a component says how Markdown writes it. */
const BY_ATTRIBUTE: Record<string, Handle> = {
  citations: (_, node) =>
    childElements(node).map((link) => ({ type: 'footnoteReference', identifier: wordsOf(link), label: wordsOf(link) })),
  figure: (state, node) => [
    strong(state, select('figcaption', node)!),
    { type: 'paragraph', children: [text(wordsOf(select('[hidden]', node)!))] },
  ],
  footnotes: (state, node) =>
    childElements(select('ol', node)!).map((item) => {
      const identifier = String(item.properties['id']).replace('source-', '');
      return { type: 'footnoteDefinition', identifier, label: identifier, children: state.toFlow(state.all(item)) };
    }),
  omit,
  spaced,
  strong,
};

/** Elements from which the library's own handlers would lose something. */
const BY_TAG: Record<string, Handle> = {
  aside: (state, node) => ({ type: 'blockquote', children: state.toFlow(state.all(node)) }),
  dd: flow,
  dl: flow,
  // The term is bold; other names, which the page sets in small print, are not.
  dt: (state, node) => {
    const isSmall = (child: Element['children'][number]) => child.type === 'element' && child.tagName === 'small';
    const [term, rest] = [false, true].map((small) =>
      state.all({ ...node, children: node.children.filter((child) => isSmall(child) === small) }),
    ) as [PhrasingContent[], PhrasingContent[]];
    // Markdown writes a space at the end of a bold text as a character reference, so it goes outside.
    const last = term.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    return {
      type: 'paragraph',
      children: [{ type: 'strong', children: term }, ...(rest.length > 0 ? [text(' '), ...rest] : [])],
    };
  },
  iframe: omit,
  pre: (_, node) => ({
    type: 'code',
    lang: String(node.properties['dataLanguage'] ?? ''),
    value: toString(node).replace(/\n$/, ''),
  }),
  small: spaced,
  summary: strong,
  svg: omit,
  wbr: omit, // it would become a character that nobody sees
  table: (state, node) => {
    // Markdown tables have no caption, so it becomes a paragraph before the table.
    const caption = select('caption', node);
    const rest = { ...node, children: node.children.filter((child) => child !== caption) };
    return [...(caption ? [strong(state, caption)] : []), defaultHandlers.table(state, rest)];
  },
};

const handlers: Record<string, Handle> = Object.fromEntries(
  Object.entries({ ...defaultHandlers, ...BY_TAG }).map(([tag, handle]): [string, Handle] => [
    tag,
    (state, node, parent) => {
      const { dataLeaveOut, dataMarkdown } = node.properties;
      if (dataLeaveOut !== undefined) return undefined;
      return (BY_ATTRIBUTE[String(dataMarkdown)] ?? handle)(state, node, parent);
    },
  ]),
);

/**
 * Converts the text of a page. Below the title, the file says where programs find all pages; at the end, where it is from.
 * @param page the built page, in which addresses still begin at the site's root
 * @param path the path of the page, with slashes at both ends
 * @param resolve turns an address that begins at the site's root into the one to write
 * @returns Markdown
 */
export function pageMarkdown(page: Root, path: string, resolve: (address: string) => string): string {
  const main = select('main', page)!;
  const tree = toMdast(main, { document: true, handlers, quotes: ['“”', '‘’'] }) as MdastRoot;
  rewriteLinks(tree, (url) => (url.startsWith('#') ? resolve(path + url) : url.startsWith('/') ? resolve(url) : url));
  const index: PhrasingContent[] = [text('All pages as Markdown: '), link(resolve(`/${LLMS_FILE}`), LLMS_FILE)];
  const title = tree.children.findIndex(({ type }) => type === 'heading');
  tree.children.splice(title + 1, 0, { type: 'blockquote', children: [{ type: 'paragraph', children: index }] });
  return `${markdownOf(tree)}\nFrom ${resolve(path)}, [${LICENSE_NAME}](${LICENSE}), except for quotations.\n`;
}

function rewriteLinks(node: Nodes, rewrite: (url: string) => string): void {
  if ('url' in node) node.url = rewrite(node.url);
  if ('children' in node) for (const child of node.children) rewriteLinks(child, rewrite);
}
