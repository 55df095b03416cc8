/** The lists of the explorer's view: the entries of a folder, the changes of a layer, and what is hidden. */
import { element, type Tree } from '../tree.ts';
import { folding, item, layerName, shown, small, type Children, type Unfold } from './elements.ts';
import type { Change, Entry, Hidden, Part } from '../../image-archive/types.ts';
import { formatMode, formatSize, textOrDump, visible } from './words.ts';

/** The items of the lists that are shown in parts. */
export interface Items {
  folder: Entry & { children: number };
  layer: Change;
  hidden: Hidden;
}
type ListName = keyof Items;

/** Items of a list that are shown at once. */
export const ITEMS = 100;
/** Bytes of a file that are shown. */
export const SHOWN_BYTES = 65_536;

/** Whether something has a size: files, and hard links to them. */
const hasBytes = (type: Entry['type']) => type === 'file' || type === 'hardlink';

function showEntry(entry: Items['folder'], unfold?: Unfold): Tree {
  const { path, type, mode, size, target, layer, children } = entry;
  const name = path.split('/').at(-1)!;
  const facts = [
    ...(type === 'folder' ? [children === 1 ? '1 entry' : `${children.toLocaleString('en')} entries`] : []),
    ...(hasBytes(type) ? [formatSize(size)] : []),
    layerName(layer),
  ];
  const summary: Children = [
    element('code', {}, visible(type === 'folder' ? `${name}/` : name)),
    ...(target === undefined ? [] : ['→', shown(target)]),
    small(element('code', {}, formatMode(type, mode)), ' · ', facts.join(' · ')),
  ];
  if (type === 'folder' && children) return folding(summary, { show: 'folder', path }, unfold);
  if (hasBytes(type) && size) return folding(summary, { show: 'file', path, layer, size }, unfold);
  return item(...summary);
}

function showChange({ path, type, mode, size, target, layer, change }: Change, unfold?: Unfold): Tree {
  const summary: Children = [
    element('span', { class: `image-change ${change}` }, change),
    shown(type === 'folder' ? `${path}/` : path),
    ...(target === undefined ? [] : ['→', shown(target)]),
    ...(change === 'deleted'
      ? []
      : [small(element('code', {}, formatMode(type, mode)), ...(hasBytes(type) ? [` · ${formatSize(size)}`] : []))]),
  ];
  return hasBytes(type) && size && change !== 'deleted'
    ? folding(summary, { show: 'file', path, layer, size }, unfold)
    : item(...summary);
}

function showHidden({ path, size, layer, hiddenBy, how }: Hidden, unfold?: Unfold): Tree {
  const summary: Children = [
    shown(path),
    small(`${formatSize(size)} · in ${layerName(layer)}, ${how} by ${layerName(hiddenBy)}`),
  ];
  return size ? folding(summary, { show: 'file', path, layer, size }, unfold) : item(...summary);
}

const SHOW: { [N in ListName]: (item: Items[N], unfold?: Unfold) => Tree } = {
  folder: showEntry,
  layer: showChange,
  hidden: showHidden,
};

/**
 * The items of a list, and a button for more.
 * @param from the number of the first
 */
export function showItems<N extends ListName>(list: N, part: Part<Items[N]>, from = 0, unfold?: Unfold): Tree[] {
  const trees = part.items.map((entry) => element('li', {}, SHOW[list](entry, unfold)));
  const rest = part.total - from - part.items.length;
  if (rest <= 0) return trees;
  const label = `Show ${Math.min(rest, ITEMS)} more of ${part.total.toLocaleString('en')}`;
  return [...trees, element('li', {}, element('button', { type: 'button', class: 'more' }, label))];
}

/** A list of which a reader sees a part. @param place what it is, if the element around it doesn't say so */
export const showList = (items: Tree[], place: Record<string, string> = {}): Tree =>
  element('ul', { class: 'image-list', ...place }, ...items);

/** The content of a file, or its beginning. @param size of the whole file */
export function showFile(bytes: Uint8Array, size: number, isLive: boolean): Tree[] {
  const isCut = bytes.length < size;
  const label = isCut ? `Save all ${formatSize(size)}` : 'Save the file';
  return [
    element('pre', { tabindex: '0' }, element('code', {}, textOrDump(bytes, isCut))),
    ...(isCut ? [element('p', {}, `These are the first ${formatSize(bytes.length)} of ${formatSize(size)}. `)] : []),
    ...(isLive ? [element('button', { type: 'button', class: 'save' }, label)] : []),
  ];
}
