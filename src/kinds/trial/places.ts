/** The places of the site that trials can prove. */
import type { Content, Page } from '../../model/kind.ts';
import { pathOf } from '../../model/paths.ts';
import { errorFragment, errorMessage } from '../error/index.ts';
import { misconception, misconceptionFragment } from '../misconception/index.ts';
import { pageOf } from '../shown.ts';

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

/** The addresses of the headings of a page under which there is a console block. */
const consoleHeadings = ({ slug, headings, codeBlocks }: Page): string[] => [
  ...new Set(
    codeBlocks
      .filter(({ language }) => language === 'console')
      .flatMap((block) => headings.findLast(({ line }) => line < block.line)?.id ?? [])
      .map((id) => `${pathOf(slug)}#${id}`),
  ),
];
