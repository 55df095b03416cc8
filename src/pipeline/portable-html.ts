/** The text of a built page for a file that contains several pages. Its ids begin with its slug, so that they stay unique. */
import { fragmentPath, pathOf } from '../model/paths.ts';
import {
  applyEdits,
  attributeOf,
  BUILD_ATTRIBUTES,
  escapeHtml,
  LEAVE_OUT,
  removeAttribute,
  type Edit,
  type Element,
} from './html.ts';
import type { BuiltPage } from './built-site.ts';

/** How the file addresses pages and pictures. */
export interface Addressing {
  /**
   * The address of a link.
   * @param path of a page or a file, from the site's root
   * @param query with its question mark, or empty
   * @param id of the target on the page, or empty
   * @returns `undefined` if the link has no address: its text remains
   */
  link: (path: string, query: string, id: string) => string | undefined;
  /** The address of a picture. @param path from the site's root */
  picture: (path: string) => string;
}

/** Attributes whose values are ids. */
const ID_REFERENCES = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'headers', 'for'];

const isLeftOut = (element: Element) => element.tagName === 'script' || attributeOf(element, LEAVE_OUT) !== undefined;

/**
 * The content of a page's <main>, with portable ids and links.
 * @param isOmitted whether to leave out an element, in addition to those that every file leaves out
 * @returns HTML
 * @throws if the page has no <main>
 */
export function portableHtml(
  slug: string,
  page: BuiltPage,
  addressing: Addressing,
  isOmitted: (element: Element) => boolean = () => false,
): string {
  const { elements } = page;
  const main = elements.find(({ tagName }) => tagName === 'main')?.sourceCodeLocation;
  if (!main) throw new Error(`The page "${slug}" has no <main>.`);
  const [start, end] = [main.startTag!.endOffset, main.endTag!.startOffset];
  const edits: Edit[] = [];
  let skipTo = start;
  for (const element of elements) {
    const at = element.sourceCodeLocation;
    if (!at || at.startOffset < skipTo || at.startOffset >= end) continue;
    if (isLeftOut(element) || isOmitted(element)) {
      edits.push({ start: at.startOffset, end: at.endOffset, text: '' });
      skipTo = at.endOffset;
      continue;
    }
    for (const { name, value } of element.attrs) {
      const span = at.attrs?.[name];
      const portable = portableAttribute(slug, name, value, addressing);
      if (!span || portable === value) continue;
      if (portable === undefined) edits.push(removeAttribute(span));
      else edits.push({ start: span.startOffset, end: span.endOffset, text: `${name}="${escapeHtml(portable)}"` });
    }
  }
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(page.html.slice(start, end), shifted);
}

/** The portable value of an attribute; `undefined` if the attribute is removed. */
function portableAttribute(slug: string, name: string, value: string, { link, picture }: Addressing) {
  if (name === 'id' || ID_REFERENCES.includes(name)) {
    return value
      .split(' ')
      .map((id) => fragmentPath(slug, id))
      .join(' ');
  }
  const resolve = (address: string) => new URL(address, `https://site.invalid${pathOf(slug)}`);
  if (name === 'src') return picture(resolve(value).pathname);
  if (BUILD_ATTRIBUTES.includes(name)) return undefined;
  if (name === 'srcset') return undefined; // on paper and in a saved file, a picture has its full size
  if (name !== 'href' || /^[a-z]+:/.test(value)) return value;
  const { pathname, search, hash } = resolve(value);
  return link(pathname, search, decodeURIComponent(hash.slice(1)));
}
