/** Takes the drawing from the title of a note: it says what the title says, in 180 bytes of each page that has a note. */
import { defineHastPlugin } from 'satteri';

export const plainNotes = defineHastPlugin({
  name: 'plain-notes',
  element: {
    filter: ['p'],
    visit(node, ctx) {
      const names = node.properties?.['class'];
      const [drawing] = node.children;
      if (drawing && String(names).includes('starlight-aside__title')) ctx.removeNode(drawing);
    },
  },
});
