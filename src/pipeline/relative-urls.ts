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
export const pathToRoot = (file: string): string => relativeUrl('/', file);

/**
 * The shortest way from a page to an address that begins at the site's root. It begins with a dot, but for a place on the
 * page itself, which stays there whatever query its own address carries.
 * @param address such as `/concepts/what-is-docker/#course`
 * @param file the page's path in the site
 */
export function relativeUrl(address: string, file: string): string {
  const [path] = address.split(/[?#]/, 1) as [string];
  const rest = address.slice(path.length);
  const from = foldersOf(`/${file}`);
  const to = foldersOf(path);
  const parting = to.findIndex((folder, depth) => folder !== from[depth]);
  const shared = parting < 0 ? to.length : parting;
  const up = '../'.repeat(from.length - shared) || './';
  const way = up + path.slice(to.slice(0, shared).join('/').length + 1);
  return way === './' && rest.startsWith('#') ? rest : way + rest;
}

/** The folders on the way from the root, whose own name is empty. */
const foldersOf = (path: string) => path.split('/').slice(0, -1);

/**
 * The edits that make a page's root-relative addresses relative. Everything that is no address keeps its bytes.
 * The way to the root is noted as `<html data-root>`, for scripts.
 * @param elements those of the page
 * @param file the page's path in the site
 */
export function relativeUrls(elements: Element[], file: string): Edit[] {
  const relative = (address: string) => (/^\/(?!\/)/.test(address) ? relativeUrl(address, file) : address);
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
      edits.push({ start: end, end, text: ` data-root="${pathToRoot(file)}"` });
    }
  }
  return edits;
}
