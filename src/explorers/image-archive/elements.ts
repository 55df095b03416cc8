/** The elements of which the explorer's view is made. */
import { code, element, type Tree } from '../tree.ts';
import { visible } from './words.ts';

/** Something that a reader unfolds: the entries of a folder, the changes of a layer, or the content of a file. */
export type Place =
  | { show: 'folder'; path: string }
  | { show: 'layer'; layer: number }
  | { show: 'file'; path: string; layer: number; size: number };

/**
 * What is in a place. The build knows it, and fills each place at once; those that it leaves out can't be unfolded. A page
 * has no such function: it asks its worker when a reader unfolds a place.
 */
export type Unfold = (place: Place) => Tree[] | undefined;

/** The most items of a list whose length the archive decides, such as its labels. */
const MAX_ITEMS = 500;

export type Children = (Tree | string)[];

/** A link within the site. */
export const link = (text: string, address: string) => element('a', { href: address }, text);
export const small = (...children: Children) => element('small', {}, ...children);
/** A text from an archive, as code. */
export const shown = (text: string) => code(visible(text));
/** @param index of the layer, from 0 */
export const layerName = (index: number) => `layer ${index + 1}`;
const line = (tagName: string, children: Children) =>
  element(tagName, { class: 'image-item' }, ...children.flatMap((child, index) => (index ? [' ', child] : child)));

/** A line that says what something is. */
export const item = (...children: Children): Tree => line('div', children);

/** A part of the view. @param lead a sentence below its title */
export const section = (title: string, lead: Children, ...content: Tree[]) =>
  element('section', {}, element('h3', {}, title), element('p', {}, ...lead), ...content);

/** The beginning of a list of any length, and how many more items it has. */
export function limited<T>(items: T[], show: (item: T) => Tree, tag = 'li'): Tree[] {
  const trees = items.slice(0, MAX_ITEMS).map((item) => show(item));
  const rest = items.length - trees.length;
  return rest > 0 ? [...trees, element(tag, {}, `… and ${rest.toLocaleString('en')} more`)] : trees;
}

/** Something to unfold, with what it shows until then. */
export function folding(summary: Children, place: Place, unfold?: Unfold): Tree {
  const content = unfold?.(place);
  if (unfold && !content) return item(...summary);
  const data = Object.entries(place).map(([name, value]) => [`data-${name}`, String(value)] as const);
  return element(
    'details',
    content ? {} : Object.fromEntries(data),
    element('summary', {}, line('span', summary)),
    ...(content ?? []),
  );
}

/** A digest. The style sheet shows only its beginning until a reader unfolds it; a selection includes all of it. */
export const showDigest = (digest: string): Tree =>
  element('details', { class: 'image-digest' }, element('summary', {}, element('samp', {}, visible(digest))));
