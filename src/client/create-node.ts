import { resolveFromRoot } from './resolve-from-root.ts';
import type { TreeChild } from './tree.ts';

/** Makes a node of a description. A link to this page keeps its address, so that it doesn't load the page again. */
export function createNode(tree: TreeChild): Node {
  if (tree.type === 'text') return document.createTextNode(tree.value);
  const node = document.createElement(tree.tagName);
  for (const [name, value] of Object.entries(tree.properties)) node.setAttribute(name, value);
  if (node instanceof HTMLAnchorElement) {
    node.href = resolveFromRoot(tree.properties['href']!);
    if (node.pathname === location.pathname && node.hash) node.href = node.hash;
  }
  node.append(...tree.children.map(createNode));
  return node;
}
