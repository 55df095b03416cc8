/** Puts a link to each heading next to it. Inside the heading, its label would become a part of the heading's name. */
import { defineHastPlugin } from 'satteri';

export const headingLinks = defineHastPlugin({
  name: 'heading-links',
  element: {
    filter: ['h2', 'h3', 'h4'],
    visit(node, ctx) {
      const id = node.properties['id'];
      if (typeof id !== 'string') return;
      ctx.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['heading'] },
        children: [
          {
            type: 'element',
            tagName: 'a',
            properties: {
              className: ['anchor'],
              href: `#${id}`,
              ariaLabel: `Link to ${ctx.textContent(node)}`,
              dataMarkdown: 'omit',
            },
            children: [],
          },
        ],
      });
    },
  },
});
