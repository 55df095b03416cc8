/**
 * Distinguishes the scripts and styles that the layouts write from any that came with a text. The content checks reject the
 * latter. If one gets past them, the security policy must not allow it, so the build stops.
 */
import { plainError } from '../model/problems.ts';
import { attributeOf, OWN, type Element } from './html.ts';
import { ADDRESS_ATTRIBUTES } from './relative-urls.ts';

/** The folder into which Astro writes the scripts that layouts import. */
const ASSETS = '/_astro/';

/** @throws if a page contains a script, a style, or an attribute with either, that doesn't belong to the site */
export function refuseForeignCode(file: string, html: string, elements: Element[]): void {
  const foreign = elements.find((element) => isForeign(element));
  const start = foreign?.sourceCodeLocation?.startOffset;
  if (start === undefined) return;
  const message =
    `The page ${file} contains a script or style that doesn't belong to the site:\n` +
    `  ${html.slice(start, start + 120).split('\n', 1)[0]!}\n` +
    `  → Remove it. If it does belong to the site, mark the script with ${OWN} in the layout that writes it, or import it there.`;
  throw plainError(message);
}

function isForeign(element: Element): boolean {
  if (element.tagName === 'script') {
    const isOwn = attributeOf(element, 'src')?.startsWith(ASSETS) ?? attributeOf(element, OWN) !== undefined;
    if (!isOwn) return true;
  }
  // Texts are in the body. The styles of layouts are in the head, where Astro puts them.
  if (element.tagName === 'style' && !isInHead(element)) return true;
  return element.attrs.some(({ name, value }) => {
    if (/^(on.*|style|srcdoc)$/.test(name)) return true;
    // Browsers skip spaces and control characters in a scheme.
    return ADDRESS_ATTRIBUTES.has(name) && /^(javascript|vbscript|data):/i.test(value.replace(/[^!-~]/g, ''));
  });
}

const isInHead = ({ parentNode }: Element) =>
  parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'head';
