/** The places of the site that trials can prove. */
import type { Content } from '../../model/kind.ts';
import { pathOf } from '../../model/paths.ts';
import { errorFragment, errorMessage } from '../error/index.ts';
import { misconception, misconceptionFragment } from '../misconception/index.ts';
import { pageOf } from '../shown.ts';
import { consoleHeadings } from './index.ts';

/** The addresses of all headings with a console block, all misconceptions and all error messages. */
export function placesToTry(content: Content): string[] {
  const misconceptions = [...content.byId(misconception)].map(
    ([id, data]) => `${pathOf(pageOf(misconception, data, content))}#${misconceptionFragment(id)}`,
  );
  const errors = [...content.byId(errorMessage)].map(
    ([id, data]) => `${pathOf(pageOf(errorMessage, data, content))}#${errorFragment(id)}`,
  );
  return [...content.pages.flatMap(consoleHeadings), ...misconceptions, ...errors];
}
