/** Takes apart the archive that a reader chooses. A worker reads it, and nothing leaves the browser. */
import { createNode } from '../create-node.ts';
import { resolveFromRoot } from '../../client/resolve-from-root.ts';
import { saveFile } from '../../client/save-file.ts';
import { element, type Tree } from '../tree.ts';
import { EXAMPLE_IMAGE } from '../../model/published-files.ts';
import { ITEMS, showFile, showItems, showList, SHOWN_BYTES } from './lists.ts';
import { ask, start, stop } from './reader.ts';
import type { Archive } from '../../image-archive/types.ts';
import { imageNames, showChain, showImage, summarize } from './view.ts';
import { changeOneByte, visible } from './words.ts';

const explorer = document.querySelector<HTMLElement>('.image-explorer')!;
const input = explorer.querySelector('input')!;
const status = explorer.querySelector('[role="status"]')!;
const progress = explorer.querySelector('progress')!;
const cancelButton = explorer.querySelector<HTMLButtonElement>('.cancel')!;
const results = explorer.querySelector('.image-results')!;
const choice = explorer.querySelector('select')!;

/** A reader who is typing is not interrupted. In milliseconds. */
const PAUSE = 250;

const alertFor = (error: unknown): Tree[] => [element('p', { role: 'alert' }, (error as Error).message)];
const nodesOf = (trees: Tree[]) => trees.map((tree) => createNode(tree));

/** What is being read, or was read last, and what was found in it. */
let chosen: Blob | Promise<Blob> | undefined;
let archive: Archive | undefined;
const shownImage = () => Number(choice.value);

/** Shows that an archive is being read, or no longer is. */
function setBusy(isBusy: boolean, sentence: string): void {
  progress.hidden = cancelButton.hidden = !isBusy;
  progress.removeAttribute('value');
  status.textContent = sentence;
}

/** Removes the results, as their worker ends with them. */
function clear(sentence: string): void {
  chosen = undefined;
  stop();
  setBusy(false, sentence);
  choice.parentElement!.hidden = true;
  results.replaceChildren();
}

/** Replaces the results with a sentence on why there are none. */
function fail(error: unknown): void {
  clear('');
  results.replaceChildren(...nodesOf(alertFor(error)));
}

async function showChosen(): Promise<void> {
  const image = shownImage();
  const [root, hidden] = await Promise.all([ask('list', image, '', 0, ITEMS), ask('hidden', image, 0, ITEMS)]);
  results.replaceChildren(...nodesOf(showImage(archive!, image, { root, hidden })));
}

/** Reads an archive, and shows its first image. */
async function open(name: string, file: Blob | Promise<Blob>): Promise<void> {
  clear('');
  setBusy(true, `Reading ${visible(name)}…`);
  chosen = file;
  try {
    const blob = await file;
    if (chosen !== file) return; // The reader has chosen another meanwhile, or has canceled.
    const { worker, program } = explorer.dataset;
    start(worker!, resolveFromRoot(program!), (share) => (progress.value = share));
    archive = await ask('open', blob);
    choice.replaceChildren(...imageNames(archive.images).map((image, number) => new Option(image, String(number))));
    const isOne = archive.images.length < 2;
    choice.parentElement!.hidden = isOne;
    await showChosen();
    const next = `Now ${isOne ? '' : 'choose an image or a platform, '}open its layers and files, or change its config.`;
    setBusy(false, `Loaded ${summarize(name, archive)} ${next}`);
  } catch (error) {
    if (chosen === file) fail(new Error(`${visible(name)}: ${(error as Error).message}`));
  }
}

const example = () =>
  fetch(resolveFromRoot(EXAMPLE_IMAGE)).then(
    (response) => response.blob(),
    () => Promise.reject(new Error('It couldn’t be loaded. Try again.')),
  );

/** Items of a list. @param data of its element or the one around it, which says what the list is */
async function itemsOf({ show, path, layer }: DOMStringMap, from = 0): Promise<Tree[]> {
  const image = shownImage();
  if (show === 'folder') return showItems(show, await ask('list', image, path!, from, ITEMS), from);
  if (show === 'layer') return showItems(show, await ask('changes', image, Number(layer), from, ITEMS), from);
  return showItems('hidden', await ask('hidden', image, from, ITEMS), from);
}

const bytesOf = ({ path, layer }: DOMStringMap, limit: number) =>
  ask('read', shownImage(), Number(layer), path!, limit);

/** What is in something that a reader unfolds for the first time. */
async function contentOf(place: DOMStringMap): Promise<Tree[]> {
  if (place['show'] === 'file') return showFile(await bytesOf(place, SHOWN_BYTES), Number(place['size']), true);
  return [showList(await itemsOf(place))];
}

async function unfold(details: HTMLElement): Promise<void> {
  if (!details.dataset['show'] || details.children.length > 1) return;
  const place = createNode(element('div', {}, 'Reading…')) as Element;
  details.append(place);
  const trees = await contentOf(details.dataset).catch(alertFor);
  place.replaceChildren(...nodesOf(trees));
}

/** Replaces a button with the items that it promises, and moves the focus to the first of them. */
async function showMore(button: HTMLElement): Promise<void> {
  const list = button.closest('ul')!;
  const place = button.closest<HTMLElement>('[data-show]')!.dataset;
  const items = await itemsOf(place, list.children.length - 1).catch((error: unknown) => [
    element('li', {}, ...alertFor(error)),
  ]);
  const [first, ...others] = nodesOf(items) as [HTMLElement, ...Node[]];
  button.parentElement!.replaceWith(first, ...others);
  first.tabIndex = -1;
  first.focus();
}

async function save(button: HTMLElement): Promise<void> {
  const { dataset } = button.closest<HTMLElement>('[data-show]')!;
  await bytesOf(dataset, Number(dataset['size'])).then(
    (bytes) => saveFile(dataset['path']!.split('/').at(-1)!, bytes as Uint8Array<ArrayBuffer>),
    (error: unknown) => button.replaceWith(...nodesOf(alertFor(error))),
  );
}

/** Shows which digests change with a reader's changes to the config. */
async function showChanged(field: HTMLTextAreaElement): Promise<void> {
  const { config } = archive!.images[shownImage()]!;
  const breaks = config.includes('\r\n') ? '\r\n' : '\n'; // a field uses its own
  const changed = field.value.replaceAll('\n', breaks);
  const trees = await ask('chain', shownImage(), new TextEncoder().encode(changed)).then(
    (chain) => showChain(chain, config, changed),
    alertFor,
  );
  results.querySelector('.image-changed')?.replaceChildren(...nodesOf(trees));
}

results.addEventListener('toggle', ({ target }) => void unfold(target as HTMLElement), true);
results.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button?.className === 'more') void showMore(button);
  if (button?.className === 'save') void save(button);
  if (button?.className === 'change') {
    const field = results.querySelector('textarea')!;
    field.value = changeOneByte(field.value);
    void showChanged(field);
  }
});
let timer: ReturnType<typeof setTimeout> | undefined;
results.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  timer = setTimeout(() => void showChanged(target as HTMLTextAreaElement), PAUSE);
});
choice.addEventListener('change', () => void showChosen().catch(fail));
cancelButton.addEventListener('click', () => {
  clear('Canceled.');
  input.focus();
});

/** Opens the one file that a reader has chosen or dropped. */
function openChosen(files: FileList): void {
  const [file, ...others] = files;
  if (others.length) fail(new Error('Choose one archive at a time.'));
  else if (file) void open(file.name, file);
}
input.addEventListener('change', () => openChosen(input.files!));
// Otherwise, choosing the same file again would be no change.
input.addEventListener('click', () => (input.value = ''));
for (const name of ['dragover', 'drop'] as const) {
  explorer.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (name === 'drop') openChosen((input.files = event.dataTransfer.files));
  });
}
async function openExample(): Promise<void> {
  input.value = '';
  const file = example();
  await open(EXAMPLE_IMAGE, file);
  // What can be explored is below the button, and below the first screen of a laptop.
  if (chosen === file) cancelButton.parentElement!.scrollIntoView();
}
explorer.addEventListener('submit', (event) => {
  event.preventDefault();
  void openExample();
});

// A file may have been chosen, or the example, while this script was loading.
if (input.files?.length) openChosen(input.files);
else if ('example' in explorer.dataset || new URLSearchParams(location.search).has('example')) void openExample();
