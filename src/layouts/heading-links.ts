/**
 * Puts a link to each heading next to it. Inside the heading, the link's label would become part of its name. For the same
 * reason, the label of a heading from the course goes before it. Such a heading begins with an emoji.
 */
import { defineHastPlugin } from 'satteri';

const EMOJI = /^\p{Extended_Pictographic}\uFE0F?/u;

const text = (value: string) => ({ type: 'text' as const, value });
const element = (tagName: string, properties: Record<string, string[]>, words: string) => ({
  type: 'element' as const,
  tagName,
  properties,
  children: [text(words)],
});

export const headingLinks = defineHastPlugin({
  name: 'heading-links',
  element: {
    filter: ['h2', 'h3', 'h4'],
    visit(node, ctx) {
      const id = node.properties['id'];
      if (typeof id !== 'string') return;
      const [first] = node.children;
      const emoji = first?.type === 'text' && EMOJI.exec(first.value)?.[0];
      if (emoji) {
        ctx.insertBefore(first, element('small', {}, emoji));
        ctx.replaceNode(first, text(first.value.slice(emoji.length)));
        ctx.insertBefore(node, element('p', { className: ['eyebrow'] }, 'From the course'));
      }
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
