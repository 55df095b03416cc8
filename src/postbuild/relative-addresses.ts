/** Makes addresses that begin at the site's root relative, so that one build works at any path. */
import { escapeHtml, type Edit, type Element } from './html.ts';

/** HTML's attributes that hold one address: https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const ADDRESS = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']);
/** Those that hold a list of addresses with descriptors. */
const ADDRESS_LIST = new Set(['srcset', 'imagesrcset']);

/**
 * The way from a page back to the site's root.
 * @param file the page's path in the site, such as `concepts/what-is-docker/index.html`
 * @returns such as `../../`, or `./` at the root
 */
export const rootOf = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/**
 * The edits that make a page's root-relative addresses relative. Everything that is no address keeps its bytes.
 * The way to the root is noted as `<html data-root>`, for scripts.
 * @param elements those of the page
 * @param root the way from the page to the site's root, see {@link rootOf}
 */
export function relativeAddresses(elements: Element[], root: string): Edit[] {
  const relative = (address: string) => (/^\/(?!\/)/.test(address) ? root + address.slice(1) : address);
  const rewritten = (name: string, value: string) => {
    if (ADDRESS.has(name)) return relative(value);
    if (ADDRESS_LIST.has(name)) return value.split(/,\s+/).map(relative).join(', ');
    return value;
  };

  const edits: Edit[] = [];
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      const text = rewritten(name, value);
      const at = element.sourceCodeLocation?.attrs?.[name];
      if (text !== value && at) {
        edits.push({ start: at.startOffset, end: at.endOffset, text: `${name}="${escapeHtml(text)}"` });
      }
    }
    if (element.tagName === 'html' && element.sourceCodeLocation?.startTag) {
      const end = element.sourceCodeLocation.startTag.endOffset - 1;
      edits.push({ start: end, end, text: ` data-root="${root}"` });
    }
  }
  return edits;
}
