/** The text of a finished page as it stands in a file beside that of others: its ids begin with its slug. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from '../paths.ts';
import { applyEdits, attributeOf, elementsOf, escapeAttribute, type Edit, type Element } from './html.ts';

export interface FinishedPage {
  slug: string;
  html: string;
}

/** @param folder the folder of the finished site */
export const readPages = (folder: string, slugs: string[]): Promise<FinishedPage[]> =>
  Promise.all(
    slugs.map(async (slug) => ({ slug, html: await readFile(join(folder, pathOf(slug), 'index.html'), 'utf8') })),
  );

/** Attributes that name ids, one or several. */
const ID_REFERENCES = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'headers', 'for'];

/** The way through the pages, and what is done with a page, are not its text. */
const isLeftOut = (element: Element) =>
  element.tagName === 'script' ||
  (element.tagName === 'nav' && attributeOf(element, 'class') === 'toc') ||
  (element.tagName === 'footer' && element.parentNode?.nodeName === 'main') ||
  (element.tagName === 'form' && attributeOf(element, 'hidden') !== undefined) ||
  ['exports', 'live-embed'].includes(attributeOf(element, 'class') ?? '');

/** What a place of a page is called there: `registries/docker-hub/pull-limits`. The page itself goes by its slug. */
export const placeOf = (slug: string, id: string): string => (id && id !== '_top' ? `${slug}/${id}` : slug);

/**
 * What is in a page's <main>, with its ids and links as they are there.
 * @param linkTo what a link to a page's path and an id on it becomes; the id is empty for the page itself
 */
export function pageText({ slug, html }: FinishedPage, linkTo: (path: string, id: string) => string): string {
  const elements = elementsOf(html);
  const main = elements.find(({ tagName }) => tagName === 'main')!.sourceCodeLocation!;
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
      const text = attributeIn(slug, name, value, linkTo);
      if (span && text !== value) {
        edits.push({ start: span.startOffset, end: span.endOffset, text: `${name}="${escapeAttribute(text)}"` });
      }
    }
  }
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(html.slice(start, end), shifted);
}

function attributeIn(slug: string, name: string, value: string, linkTo: (path: string, id: string) => string): string {
  if (name === 'id') return placeOf(slug, value);
  if (ID_REFERENCES.includes(name))
    return value
      .split(' ')
      .map((id) => placeOf(slug, id))
      .join(' ');
  if (name !== 'href' || /^[a-z]+:/.test(value)) return value;
  const { pathname, hash } = new URL(value, `https://site.invalid${pathOf(slug)}`);
  return linkTo(pathname, decodeURIComponent(hash.slice(1)));
}
