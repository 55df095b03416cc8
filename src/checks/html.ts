/** The HTML that a page may contain: what Markdown can't express. Apart from pictures, it neither runs nor loads anything. */
import type { ComponentUse } from '../model/markdown.ts';
import { didYouMean } from '../model/problems.ts';

/** The elements, each with its attributes. A picture is checked like one in Markdown, and must say its size. */
const ELEMENTS = new Map<string, string[]>([
  ['abbr', ['title']],
  ['br', []],
  ['details', ['open']],
  ['img', ['src', 'alt', 'width', 'height']],
  ['kbd', []],
  ['sub', []],
  ['summary', []],
  ['sup', []],
]);

/** Elements without an end tag. */
const VOID = ['br', 'img'];

/** Whether a tag is HTML: components begin with a capital letter. */
export const isHtmlTag = (name: string): boolean => /^[a-z]/.test(name);

/** Checks an HTML element of a page. @param report receives what is wrong, and how to fix it */
export function checkHtml({ name, props }: ComponentUse, report: (message: string, fix: string) => void): void {
  const known = ELEMENTS.get(name);
  if (!known) {
    const allowed = [...ELEMENTS.keys()].map((name) => `<${name}${VOID.includes(name) ? ' /' : ''}>`).join(', ');
    return report(
      `The HTML element <${name}> isn't allowed on a page.`,
      `Use Markdown or a component. The only HTML allowed is ${allowed}.`,
    );
  }
  if (name === 'abbr' && !props['title']?.trim()) {
    report("<abbr> doesn't say what it stands for.", 'Write it out in <abbr title="…">.');
  }
  for (const attribute of Object.keys(props).filter((attribute) => !known.includes(attribute))) {
    report(
      `<${name}> can't have the attribute "${attribute}" here.${didYouMean(attribute, known)}`,
      known.length ? `Remove it, or use one of: ${known.join(', ')}.` : 'Remove it.',
    );
  }
}
