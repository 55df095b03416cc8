/** Says below each step of a lesson plan when it begins and ends, from the minutes in the headings of the steps. */
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import type { SiteContent } from '../model/content.ts';
import { DURATION } from '../model/frontmatter.ts';

export const lessonClock =
  (content: SiteContent): HastPluginEntry =>
  ({ fileURL }) => {
    const page = content.pages.find(({ file }) => fileURL?.pathname.endsWith(`/${file}`));
    /** When the next step begins, in minutes. */
    let start = 0;
    return defineHastPlugin({
      name: 'lesson-clock',
      element: {
        filter: ['h2'],
        visit(node, ctx) {
          const minutes = Number(DURATION.exec(ctx.textContent(node))?.[1]);
          if (!page?.frontmatter.handout || !minutes) return;
          const end = start + minutes;
          ctx.insertAfter(node, {
            type: 'element',
            tagName: 'p',
            properties: { className: ['row-sources'], dataRecord: 'omit' },
            children: [{ type: 'text', value: `Minutes ${start}–${end}` }],
          });
          start = end;
        },
      },
    });
  };
