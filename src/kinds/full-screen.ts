/** Shows a part of a page to a room: it covers the screen, and keys lead to the next one of its kind and back. */
import { createControl, HiddenAnswers, shortcutOf } from '../client/hidden-answers.ts';

/** What covers the screen: a figure, an entry such as a misconception, a sentence of the course, a term, a question, or a section. */
const KINDS = ['.figure', '.entry', '.says', '.glossary > *', '.quiz', '.asked', 'main > .heading'];

/** What shows whether a claim is true. A choice of a quiz shows it only when pressed. */
const VERDICTS = ':is(.correction, .holds):not(.quiz *)';

/** How many parts a key moves by, whether it's a capital or not. */
const STEPS: Record<string, number> = { arrowright: 1, n: 1, end: Infinity, arrowleft: -1, p: -1, home: -Infinity };

/** Keys that scroll through a part by screens before they lead to another, since presentation remotes have no other keys. */
const SCREENS: Record<string, 1 | -1> = { pagedown: 1, ' ': 1, pageup: -1 };
/** How much of the screen such a key scrolls, so that a line stays in sight. */
const SCROLLED = 0.85;

/** The keys of the choices of a question, each of which has a letter. */
const CHOICES = 'abcd1234';

/** What covers the screen: a part, or for a section the text of the page without all else. */
const findCover = (): HTMLElement => document.querySelector<HTMLElement>('[data-shown]')!;

/** The part around an element that can cover the screen; none if there's no such part, or if the browser has no full screen. */
export const partAround = (element: Element | undefined): HTMLElement | null | undefined =>
  document.fullscreenEnabled ? element?.closest<HTMLElement>(KINDS.join()) : undefined;

/** The parts of one kind on the page, and the one that covers the screen. A section is known by its heading. */
let parts: HTMLElement[] = [];
let shown: HTMLElement | undefined;
/** The part that a reader chose, and the button that was pressed for it. */
let first: HTMLElement;
let pressed: Element | null;
const place = document.createElement('span');
place.role = 'status';
const controls = document.createElement('div');
controls.className = 'screen-controls';
const hiding = new HiddenAnswers(hideAnswers);

/** The level of a heading, or of the one that a label belongs to; Infinity for all else. */
function levelOf(element: Element): number {
  const heading = element.matches('.eyebrow') ? element.nextElementSibling : element;
  return heading?.matches('.heading') ? Number(heading.firstElementChild!.tagName[1]) : Infinity;
}

/** The elements of a part. A section ends where the next one that isn't below it begins, or where the text of the page ends. */
function elementsOf(part: Element): Element[] {
  const level = levelOf(part);
  if (level === Infinity) return [part];
  const label = part.previousElementSibling;
  const elements = label?.matches('.eyebrow') ? [label, part] : [part];
  let next = part.nextElementSibling;
  for (; next && levelOf(next) > level && !next.matches('section, footer'); next = next.nextElementSibling)
    elements.push(next);
  return elements;
}

/** All that matches a selector in the part that covers the screen. */
const findShown = <T extends HTMLElement>(selector: string) =>
  document.querySelectorAll<T>(`[data-part]:is(${selector}), [data-part] :is(${selector})`);

/** Hides or shows the verdicts and answers of the part that covers the screen. */
function hideAnswers(isHidden: boolean) {
  findCover().dataset['shown'] = isHidden ? 'unanswered' : '';
  for (const question of findShown<HTMLDetailsElement>('.question')) question.open = !isHidden;
}

/** The smallest type size, as a multiple of the page's. */
const MIN_ZOOM = 1;
const ZOOM_STEP = 0.05;
/** How narrow a figure may become while it's enlarged, in pixels of the page: its words aren't cut in two then. */
const MIN_FIGURE_WIDTH = 480;

/** Makes what covers the screen smaller, until it fits. @param isTooLarge whether it doesn't yet */
function shrink(cover: HTMLElement, isTooLarge: () => boolean) {
  cover.style.removeProperty('--zoom');
  for (let zoom = cover.currentCSSZoom - ZOOM_STEP; zoom >= MIN_ZOOM && isTooLarge(); zoom -= ZOOM_STEP)
    cover.style.setProperty('--zoom', String(zoom));
}

/** Makes a figure, or a multiple-choice question with any one choice open, as large as the screen has room for. */
function fitCover() {
  const cover = findCover();
  const isTooHigh = () => cover.scrollHeight > cover.clientHeight;
  if (cover.matches('.figure')) shrink(cover, () => isTooHigh() || cover.clientWidth < MIN_FIGURE_WIDTH);
  if (!cover.matches('.quiz')) return;
  const choices = [...cover.querySelectorAll('details')];
  const isTooLarge = (choice: HTMLDetailsElement) => {
    const { open } = choice;
    choice.open = true;
    const isTooLarge = isTooHigh();
    choice.open = open;
    return isTooLarge;
  };
  shrink(cover, () => choices.some(isTooLarge));
}

/** Makes output in columns, whose lines don't wrap, as large as its block has room for, and at most as large as its command. */
function fitColumns() {
  for (const block of findShown('pre:has(.columns)')) {
    block.style.setProperty('--fit', '1');
    const { left, width } = block.getBoundingClientRect();
    const lines = [...block.querySelectorAll('.columns')].map((line) => line.getBoundingClientRect());
    const room = width - 2 * (lines[0]!.left - left);
    block.style.setProperty('--fit', String(Math.min(1, room / Math.max(...lines.map((line) => line.width)))));
  }
}

/** Makes what covers the screen fit it. */
function fit() {
  fitCover();
  fitColumns();
}

function hide() {
  const cover = findCover();
  cover.style.removeProperty('--zoom');
  cover.removeAttribute('data-shown');
  cover.removeAttribute('tabindex');
  for (const element of document.querySelectorAll('[data-part]')) element.removeAttribute('data-part');
}

/** Lets the address follow what is shown, without a step back for each. */
const setAddress = (hash: string) => history.replaceState(history.state, '', hash);

/** Shows a part, and moves the focus there, or Space and Enter would still press something that the part covers. */
function show(part: HTMLElement) {
  if (shown) hide();
  shown = part;
  for (const element of elementsOf(part)) element.setAttribute('data-part', '');
  const cover = part.matches('.heading') ? part.parentElement! : part;
  cover.dataset['shown'] = '';
  cover.tabIndex = -1;
  cover.focus({ preventScroll: true });
  cover.scrollTop = 0;
  fit();
  const { id } = part.id ? part : (part.querySelector('[id]') ?? part);
  if (id) setAddress(`#${id}`);
  place.textContent = `${parts.indexOf(part) + 1} of ${parts.length}`;
  hiding.begin(!!findShown(`.question, ${VERDICTS}`).length);
}

function step(distance: number) {
  const place = parts.indexOf(shown!) + distance;
  const part = parts[Math.max(0, Math.min(place, parts.length - 1))]!;
  if (part !== shown) show(part);
}

/** Opens a choice of the part, or closes it. @param index of a choice; there may be none */
function pressChoice(index: number) {
  const choice = findShown('summary')[index];
  choice?.click();
  choice?.parentElement!.scrollIntoView({ block: 'nearest' });
}

/** Scrolls what covers the screen. @returns whether there was something to scroll to */
function scrollCover(direction: 1 | -1): boolean {
  const cover = findCover();
  const { scrollTop } = cover;
  cover.scrollBy({ top: direction * SCROLLED * cover.clientHeight, behavior: 'instant' });
  return Math.abs(cover.scrollTop - scrollTop) >= 1;
}

function onKey(event: KeyboardEvent) {
  const key = shortcutOf(event);
  pressChoice(key ? CHOICES.indexOf(key) % 4 : -1);
  const direction = SCREENS[key];
  const distance = STEPS[key] ?? direction;
  if (!distance || (key === ' ' && (event.target as Element).matches('summary, button'))) return;
  event.preventDefault();
  if (!direction || !scrollCover(direction)) step(distance);
}

/** The place on the page that the address names. Not `:target`, since the address follows what is shown. */
export const findNamed = (): HTMLElement | null => document.getElementById(location.hash.slice(1)); // no id needs escapes

/** The section that a place is in. */
function sectionAround(place: Element): HTMLElement | undefined {
  let element = place.closest('main > *');
  while (element && !element.matches('.heading, section')) element = element.previousElementSibling;
  return element instanceof HTMLElement && element.matches('.heading') ? element : undefined;
}

/** When a link or search result leads to another place on the page: shows it, or leaves full screen if no part contains it. */
function onHashChange() {
  const place = findNamed();
  const part = place && (partAround(place) ?? sectionAround(place));
  if (!part) return void document.exitFullscreen();
  const { hash } = location;
  if (!part.closest('[data-part]')) begin(part);
  setAddress(hash);
  place.scrollIntoView({ block: 'nearest' });
}

/**
 * Ends what coverScreen began. Then the page shows the last part, or the focus is back where it was. This also runs when
 * the page is left, since a reload comes back to where the page is scrolled.
 */
function end() {
  if (!shown) return;
  hide();
  const isFirst = shown === first;
  // Behind a section, the page has nothing to scroll.
  if (!isFirst || shown.matches('.heading')) (findNamed() ?? shown).scrollIntoView();
  if (isFirst && pressed instanceof HTMLElement) {
    pressed.focus({ preventScroll: true });
    // The panel may have closed, or be folded away with the answer.
    if (document.activeElement !== pressed) shown.querySelector<HTMLElement>('summary, .anchor')?.focus();
  }
  shown = undefined;
  controls.remove();
  removeEventListener('hashchange', onHashChange);
  removeEventListener('pagehide', end);
  document.removeEventListener('keydown', onKey);
  removeEventListener('resize', fit);
}

const onChange = () => {
  if (!document.fullscreenElement) end();
};

/** Begins with a part, and leads to all of its kind. */
function begin(part: HTMLElement) {
  const all = document.querySelectorAll<HTMLElement>(KINDS.find((kind) => part.matches(kind))!);
  parts = [...all].filter((other) => levelOf(other) <= levelOf(part)); // a section contains those below it
  show(part);
}

/**
 * Covers the screen with a part until readers leave full screen. The page itself goes full screen, since Firefox refuses
 * to switch from one element to another, and the page would scroll to its top without its text.
 * @param part see {@link partAround}
 */
export async function coverScreen(part: HTMLElement): Promise<void> {
  first = part;
  pressed = document.activeElement;
  begin(part); // takes effect in full screen
  await document.documentElement.requestFullscreen();
  controls.replaceChildren(
    ...hiding.buttons,
    ...(parts.length > 1
      ? [createControl('‹', () => step(-1), 'Previous'), place, createControl('›', () => step(1), 'Next')]
      : []),
    createControl('×', () => void document.exitFullscreen(), 'Exit full screen'),
  );
  document.body.append(controls);
  fit();
  addEventListener('resize', fit); // some browsers enter full screen before they know its size
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', onHashChange);
  addEventListener('pagehide', end);
  document.addEventListener('fullscreenchange', onChange);
}
