/** Joins citations that follow each other: as separate elements, their numbers would be too close for a finger. */
import { defineHastPlugin, type HastNode, type MdxJsxTextElementHast } from 'satteri';

const isCitation = (node: Readonly<HastNode> | undefined): node is MdxJsxTextElementHast =>
  node?.type === 'mdxJsxTextElement' && node.name === 'Cite';

/** The values of its only attribute, `id`. */
const idsOf = ({ attributes }: Readonly<MdxJsxTextElementHast>) =>
  attributes.flatMap(({ value }) => (typeof value === 'string' ? value : []));

export const joinedCitations = defineHastPlugin({
  name: 'joined-citations',
  mdxJsxTextElement: {
    filter: ['Cite'],
    visit(node, ctx) {
      const siblings = ctx.parent(node).children;
      const at = ctx.indexOf(node)!;
      if (isCitation(siblings[at - 1])) return;
      const after = siblings.slice(at + 1);
      const end = after.findIndex((sibling) => !isCitation(sibling));
      const others = after.slice(0, end < 0 ? after.length : end).filter(isCitation);
      if (!others.length) return;
      for (const other of others) ctx.removeNode(other);
      const value = [node, ...others].flatMap(idsOf).join(' ');
      ctx.replaceNode(node, { ...node, attributes: [{ type: 'mdxJsxAttribute', name: 'id', value }] });
    },
  },
});
