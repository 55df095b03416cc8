/** Makes root-relative addresses relative to their page, so that one build works at any path. */
import { escapeHtml, type Edit, type Element } from './html.ts';

/** HTML's attributes that hold one address: https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
export const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']);
/** HTML's attributes that hold a list of addresses, each with a descriptor. */
const ADDRESS_LIST_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/**
 * The relative path from a file to the site's root: `../../`, or `./` at the root.
 * @param file the path of the file, such as `concepts/what-is-docker/index.html`
 */
export const pathToRoot = (file: string): string => relativeUrl('/', file);

/**
 * The shortest relative URL from a file to an address that begins at the site's root. It begins with a dot. A link within
 * the same page is only a fragment, so that the browser keeps the page's query.
 * @param address such as `/concepts/what-is-docker/#course`
 * @param file the path of the file, such as `concepts/what-is-docker/index.html`
 */
export function relativeUrl(address: string, file: string): string {
  const [path] = address.split(/[?#]/, 1) as [string];
  const rest = address.slice(path.length);
  const from = foldersOf(`/${file}`);
  const to = foldersOf(path);
  const firstDifference = to.findIndex((folder, depth) => folder !== from[depth]);
  const shared = firstDifference < 0 ? to.length : firstDifference;
  const up = '../'.repeat(from.length - shared) || './';
  const relative = up + path.slice(to.slice(0, shared).join('/').length + 1);
  return relative === './' && rest.startsWith('#') ? rest : relative + rest;
}

/** The names of the folders in a path, beginning with the root, whose name is empty. */
const foldersOf = (path: string) => path.split('/').slice(0, -1);

/**
 * The edits that make the addresses of a page relative, and that add `<html data-root>`, from which scripts learn the
 * relative path to the root.
 * @param elements of the page
 * @param file the path of the page
 */
export function relativeUrls(elements: Element[], file: string): Edit[] {
  const relative = (address: string) => (/^\/(?!\/)/.test(address) ? relativeUrl(address, file) : address);
  const rewrite = (name: string, value: string) => {
    if (ADDRESS_ATTRIBUTES.has(name)) return relative(value);
    if (ADDRESS_LIST_ATTRIBUTES.has(name)) return value.split(/,\s+/).map(relative).join(', ');
    return value;
  };

  const edits: Edit[] = [];
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      const text = rewrite(name, value);
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
