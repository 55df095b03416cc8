/** Marks where the code in the sentences of pages may break. */
import { defineHastPlugin } from 'satteri';
import { withBreaks } from './code-breaks.ts';

/** Says where the code in sentences may break. Code blocks scroll, so they stay as they are. */
export const codeBreaks = defineHastPlugin({
  name: 'code-breaks',
  element: {
    filter: ['code'],
    visit(node, ctx) {
      const parent = ctx.parent(node);
      if (parent.type === 'element' && parent.tagName === 'pre') return;
      const children = withBreaks(ctx.textContent(node));
      return children.length > 1 || children[0]?.type === 'element' ? { ...node, children } : undefined;
    },
  },
});
