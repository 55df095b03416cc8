/** Shows a part of a page to a room: it covers the screen, and keys lead to the next one of its kind and back. */

/** What covers the screen: a figure, an entry such as a misconception, a sentence of the course, a term, or a question. */
const KINDS = ['.figure', '.entry', '.course > [id]', '.glossary > *', '.quiz', '.question'];

/** How far a key leads, whether it is a capital or not. Presenters send Page Down and Page Up. */
const STEPS: Record<string, number> = { arrowright: 1, pagedown: 1, n: 1, arrowleft: -1, pageup: -1, p: -1 };

/** The part with an element in it that can cover the screen; none if there is no such part, or if the browser has no full screen. */
export const partAround = (element: Element | undefined): Element | null | undefined =>
  document.fullscreenEnabled ? element?.closest(KINDS.join()) : undefined;

/** The parts of one kind on the page, and the one that covers the screen. */
let parts: Element[] = [];
let shown: Element | undefined;
/** The part that a reader chose. */
let first: Element;
const place = document.createElement('span');
place.role = 'status';
const controls = document.createElement('div');
controls.className = 'screen-controls';

function show(part: Element) {
  shown?.removeAttribute('data-shown');
  shown = part;
  shown.setAttribute('data-shown', '');
  place.textContent = `${parts.indexOf(part) + 1} of ${parts.length}`;
}

function step(distance: number) {
  const part = parts[parts.indexOf(shown!) + distance];
  if (part) show(part);
}

function onKey(event: KeyboardEvent) {
  const distance = STEPS[event.key.toLowerCase()];
  if (!distance || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault(); // Page Down would scroll
  step(distance);
}

/** Not createButton: a module that this script and the one of every page import would be one more request for every page. */
function addControl(sign: string, label: string, onPress: () => void) {
  const button = document.createElement('button');
  button.textContent = sign;
  button.ariaLabel = label;
  button.addEventListener('click', onPress);
  controls.append(button);
}

/** Ends what coverScreen began. The page shows the last part then, if it is another one than the first. */
function onChange() {
  if (document.fullscreenElement || !shown) return;
  shown.removeAttribute('data-shown');
  if (shown !== first) shown.scrollIntoView();
  shown = undefined;
  controls.remove();
  document.removeEventListener('keydown', onKey);
}

/**
 * Covers the screen with a part until readers leave full screen. It is the page that is in full screen, since Firefox
 * refuses to go from an element to the next, and the page would scroll to its top without its text.
 * @param part see {@link partAround}
 */
export async function coverScreen(part: Element): Promise<void> {
  parts = [...document.querySelectorAll(KINDS.find((kind) => part.matches(kind))!)];
  first = part;
  show(part); // takes effect in full screen
  await document.documentElement.requestFullscreen();
  controls.replaceChildren();
  if (parts.length > 1) {
    addControl('‹', 'Previous', () => step(-1));
    controls.append(place);
    addControl('›', 'Next', () => step(1));
  }
  addControl('×', 'Exit full screen', () => void document.exitFullscreen());
  document.body.append(controls);
  document.addEventListener('keydown', onKey);
  document.addEventListener('fullscreenchange', onChange);
}
