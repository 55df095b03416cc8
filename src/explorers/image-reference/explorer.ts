/** Shows what a reader types into the fields of the explorer. Nothing leaves the browser. */
import { createNode } from '../create-node.ts';
import { showFile, showInput, type View } from './view.ts';

const explorer = document.querySelector<HTMLElement>('.reference-explorer')!;
const field = explorer.querySelector('input')!;
const fileField = explorer.querySelector('textarea')!;
const [result, fileResult] = explorer.querySelectorAll('.reference-result');
/** The example of the page, which an empty field shows. */
const example = [...result!.childNodes].map((node) => node.cloneNode(true));

/** A reader who is typing is not interrupted. In milliseconds. */
const PAUSE = 250;
/** A longer input is not kept in the address. */
const MAX_ADDRESS_LENGTH = 300;

/** Fills a live region, and replaces what follows it. */
function show(place: Element, { status, details }: View): void {
  const region = place.querySelector('[role="status"]')!;
  region.replaceChildren(...status.map((part) => (typeof part === 'string' ? part : createNode(part))));
  place.replaceChildren(region, ...details.map((tree) => createNode(tree)));
}

let shown = '';

function showReference(): void {
  const value = field.value.trim(); // what was copied from a text may have spaces around it
  if (value === shown) return; // or a screen reader would read it again
  shown = value;
  if (value) show(result!, showInput(value));
  else result!.replaceChildren(...example.map((node) => node.cloneNode(true)));
  const url = new URL(location.href);
  url.searchParams.delete('ref');
  if (value && value.length <= MAX_ADDRESS_LENGTH) url.searchParams.set('ref', value);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

function showReferences(): void {
  show(fileResult!, fileField.value.trim() ? showFile(fileField.value) : { status: [], details: [] });
}

/** Calls a function when a reader has paused. */
function onPause(target: HTMLElement, update: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  target.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  });
}

onPause(field, showReference);
onPause(fileField, showReferences);
explorer.addEventListener('submit', (event) => {
  event.preventDefault();
  showReference();
});
// An example, or what to write instead of a mistake.
explorer.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (!button) return;
  event.preventDefault();
  field.value = button.value;
  showReference();
  if (!button.isConnected) field.focus();
});

// The reader may have typed while this script was loading, or the browser kept what was typed before.
const parameter = new URLSearchParams(location.search).get('ref');
field.value ||= parameter ?? '';
if (field.value) showReference();
if (fileField.value) showReferences();
if (parameter && !location.hash) explorer.scrollIntoView();
