/** Says below the first commands of a section whether they were run. */
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { markOn, markText } from '../kinds/trial/index.ts';
import type { SiteContent } from '../model/content.ts';

export const trialMarks =
  (content: SiteContent): HastPluginEntry =>
  ({ fileURL }) => {
    const page = content.pages.find(({ file }) => fileURL?.pathname.endsWith(`/${file}`));
    /** The mark of the section, until its first block. */
    let mark: ReturnType<typeof markOn>;
    return defineHastPlugin({
      name: 'trial-marks',
      element: {
        filter: ['h2', 'h3', 'h4', 'pre'],
        visit(node, ctx) {
          const id = node.properties['id'];
          if (node.tagName !== 'pre') mark = page && markOn(page, String(id), content);
          else if (mark && node.properties['dataLanguage'] === 'console') {
            ctx.insertAfter(node, {
              type: 'element',
              tagName: 'p',
              properties: { className: ['row-sources'], dataRecord: 'omit' },
              children: [
                {
                  type: 'element',
                  tagName: 'a',
                  properties: { className: ['row-sources'], href: mark.href },
                  children: [{ type: 'text', value: markText(mark) }],
                },
              ],
            });
            mark = undefined;
          }
        },
      },
    });
  };
