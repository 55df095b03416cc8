/** Shows a part of a page to a room: it covers the screen, and keys lead to the next one of its kind and back. */

/** What covers the screen: a figure, an entry such as a misconception, a sentence of the course, a term, or a question. */
const KINDS = ['.figure', '.entry', '.course > [id]', '.glossary > *', '.quiz', '.question'];

/** How far a key leads, whether it is a capital or not. Presenters send Page Down and Page Up. */
const STEPS: Record<string, number> = {
  arrowright: 1,
  pagedown: 1,
  n: 1,
  ' ': 1,
  end: Infinity,
  arrowleft: -1,
  pageup: -1,
  p: -1,
  home: -Infinity,
};

/** The keys of the choices of a question, each of which has a letter. */
const CHOICES = 'abcd1234';

/** The part with an element in it that can cover the screen; none if there is no such part, or if the browser has no full screen. */
export const partAround = (element: Element | undefined): HTMLElement | null | undefined =>
  document.fullscreenEnabled ? element?.closest<HTMLElement>(KINDS.join()) : undefined;

/** The parts of one kind on the page, and the one that covers the screen. */
let parts: HTMLElement[] = [];
let shown: HTMLElement | undefined;
/** The part that a reader chose, and the button that was pressed for it. */
let first: HTMLElement;
let pressed: Element | null;
const place = document.createElement('span');
place.role = 'status';
const controls = document.createElement('div');
controls.className = 'screen-controls';

function hide(part: Element) {
  part.removeAttribute('data-shown');
  part.removeAttribute('tabindex');
}

/** Shows a part, and moves the focus there: it would stay on what the part covers, where Space and Enter press it. */
function show(part: HTMLElement) {
  if (shown) hide(shown);
  shown = part;
  shown.setAttribute('data-shown', '');
  shown.tabIndex = -1;
  shown.focus({ preventScroll: true });
  place.textContent = `${parts.indexOf(part) + 1} of ${parts.length}`;
}

function step(distance: number) {
  const place = parts.indexOf(shown!) + distance;
  const part = parts[Math.max(0, Math.min(place, parts.length - 1))]!;
  if (part !== shown) show(part);
}

/** Opens a choice of the part, or closes it. @param index of a choice; there may be none */
function pressChoice(index: number) {
  const choice = shown!.querySelectorAll('summary')[index];
  choice?.click();
  choice?.parentElement!.scrollIntoView({ block: 'nearest' });
}

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  pressChoice(CHOICES.indexOf(key) % 4);
  const distance = STEPS[key];
  if (!distance || (key === ' ' && (event.target as Element).matches('summary, button'))) return;
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

/** Ends what coverScreen began. The page shows the last part then, or the focus is where it was. */
function onChange() {
  if (document.fullscreenElement || !shown) return;
  hide(shown);
  if (shown !== first) shown.scrollIntoView();
  else if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
  shown = undefined;
  controls.remove();
  document.removeEventListener('keydown', onKey);
}

/**
 * Covers the screen with a part until readers leave full screen. It is the page that is in full screen, since Firefox
 * refuses to go from an element to the next, and the page would scroll to its top without its text.
 * @param part see {@link partAround}
 */
export async function coverScreen(part: HTMLElement): Promise<void> {
  parts = [...document.querySelectorAll<HTMLElement>(KINDS.find((kind) => part.matches(kind))!)];
  first = part;
  pressed = document.activeElement;
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
