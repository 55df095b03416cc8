/** Removes the icon from the title of a note: it repeats the title, and costs 180 bytes on each page with a note. */
import { defineHastPlugin } from 'satteri';

export const plainNotes = defineHastPlugin({
  name: 'plain-notes',
  element: {
    filter: ['p'],
    visit(node, ctx) {
      if (!String(node.properties['class']).includes('starlight-aside__title')) return;
      const [icon] = node.children;
      if (icon) ctx.removeNode(icon);
      ctx.setProperty(node, 'dataMarkdown', 'strong');
    },
  },
});
