import { resolveFromRoot } from '../client/resolve-from-root.ts';
import type { TreeChild } from './tree.ts';

const NAMESPACES: Record<string, string> = { svg: 'http://www.w3.org/2000/svg' };

/** Makes a node from a description. A link to this page keeps its address, so that it doesn't load the page again. */
export function createNode(tree: TreeChild, namespace = 'http://www.w3.org/1999/xhtml'): Node {
  if (tree.type === 'text') return document.createTextNode(tree.value);
  const ownNamespace = NAMESPACES[tree.tagName] ?? namespace;
  const node = document.createElementNS(ownNamespace, tree.tagName);
  for (const [name, value] of Object.entries(tree.properties)) node.setAttribute(name, value);
  if (node instanceof HTMLAnchorElement) {
    node.href = resolveFromRoot(tree.properties['href']!);
    if (node.pathname === location.pathname && node.hash) node.href = node.hash;
  }
  node.append(...tree.children.map((child) => createNode(child, ownNamespace)));
  return node;
}
