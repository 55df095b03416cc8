/** The text of a finished page as it stands in a file beside that of others: its ids begin with its slug. */
import type { BuiltSite } from './site.ts';
import { pathOf, placeOf } from '../model/paths.ts';
import { textSlugs } from '../model/navigation.ts';
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

export interface FinishedPage {
  slug: string;
  /** The text as Astro wrote it. */
  html: string;
  elements: Element[];
}

/** The pages of the menu that have a text, in its order. @throws if one of them was not built */
export const pagesOfMenu = ({ content, pages }: BuiltSite): FinishedPage[] =>
  textSlugs(content.parsed.navigation.data).map((slug) => {
    const page = pages.find(({ file }) => `/${file}` === `${pathOf(slug)}index.html`);
    if (!page) throw new Error(`The page "${slug}" was not built.`);
    return { slug, html: page.html, elements: page.elements };
  });

/** How a file that holds pages writes what leads out of their text. */
export interface Addressing {
  /**
   * What a link becomes.
   * @param path of a page or a file of this site, from its root
   * @param query with its question mark, or empty
   * @param id on the page, or empty
   * @returns undefined where it can lead nowhere: then its words stand there alone
   */
  link: (path: string, query: string, id: string) => string | undefined;
  /** What the address of a picture becomes. @param path from the site's root */
  picture: (path: string) => string;
}

/** Attributes that name ids, one or several. */
const ID_REFERENCES = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'headers', 'for'];

const isLeftOut = (element: Element) => element.tagName === 'script' || attributeOf(element, LEAVE_OUT) !== undefined;

/**
 * What is in a page's <main>, with its ids and links as they are there.
 * @returns HTML
 * @throws if the page has no <main>
 */
export function pageText({ slug, html, elements }: FinishedPage, addressing: Addressing): string {
  const main = elements.find(({ tagName }) => tagName === 'main')?.sourceCodeLocation;
  if (!main) throw new Error(`The page "${slug}" has no <main>.`);
  const [start, end] = [main.startTag!.endOffset, main.endTag!.startOffset];
  const edits: Edit[] = [];
  let skipTo = start;
  for (const element of elements) {
    const at = element.sourceCodeLocation;
    if (!at || at.startOffset < skipTo || at.startOffset >= end) continue;
    if (isLeftOut(element)) {
      edits.push({ start: at.startOffset, end: at.endOffset, text: '' });
      skipTo = at.endOffset;
      continue;
    }
    for (const { name, value } of element.attrs) {
      const span = at.attrs?.[name];
      const rewritten = attributeIn(slug, name, value, addressing);
      if (!span || rewritten === value) continue;
      if (rewritten === undefined) edits.push(removeAttribute(span));
      else edits.push({ start: span.startOffset, end: span.endOffset, text: `${name}="${escapeHtml(rewritten)}"` });
    }
  }
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(html.slice(start, end), shifted);
}

/** An attribute as it stands in the file; undefined where it has to go. */
function attributeIn(slug: string, name: string, value: string, { link, picture }: Addressing): string | undefined {
  if (name === 'id') return placeOf(slug, value);
  if (ID_REFERENCES.includes(name)) {
    const ids = value.split(' ').map((id) => placeOf(slug, id));
    return ids.join(' ');
  }
  const at = (address: string) => new URL(address, `https://site.invalid${pathOf(slug)}`);
  if (name === 'src') return picture(at(value).pathname);
  if (BUILD_ATTRIBUTES.includes(name)) return undefined;
  if (name === 'srcset') return undefined; // paper and a saved file show the picture at its full size
  if (name !== 'href' || /^[a-z]+:/.test(value)) return value;
  const { pathname, search, hash } = at(value);
  return link(pathname, search, decodeURIComponent(hash.slice(1)));
}
