/**
 * Shows the definition of a term, the record of a value, or a source, while its link is hovered or focused, or once the link is
 * touched. Readers can dismiss the preview with Escape and move the pointer over it:
 * https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
import { loadStylesheet } from '../../client/load-stylesheet.ts';
import sheet from './preview.css?url&no-inline';

/** The content of `terms.json`: definitions as plain text, by the ids of the terms. */
type Definitions = Record<string, string>;
let definitions: Promise<Definitions> | undefined;

async function loadDefinitions(): Promise<Definitions> {
  try {
    const response = await fetch(`${document.documentElement.dataset['root']!}terms.json`);
    if (response.ok) return (await response.json()) as Definitions;
  } catch {
    // The link still leads to the definition.
  }
  definitions = undefined; // The next term tries again.
  return {};
}

const preview = document.createElement('div');
preview.id = 'term-preview';
preview.role = 'tooltip';
/** The distance from the preview to the edge of the window, in CSS pixels. preview.css uses twice as much. */
const EDGE = 16;
let shownLink: HTMLAnchorElement | undefined;
let requestedLink: HTMLAnchorElement | undefined;

/** The definition of the term, or the value or source, to which a link leads. The record of a value may be on another page. */
async function textOf(link: HTMLAnchorElement): Promise<string | undefined> {
  const id = link.hash.slice(1);
  if (link.matches('.term')) return (await (definitions ??= loadDefinitions()))[id];
  const page = isHere(link) ? document : await loadPage(link.href);
  const record = page?.getElementById(id)?.cloneNode(true) as HTMLElement | undefined;
  for (const element of record?.querySelectorAll('.cite, button') ?? []) element.remove();
  return record?.textContent.replace(/\s+/g, ' ').trim();
}

/** Whether a link leads to a place on this page. */
const isHere = ({ pathname }: HTMLAnchorElement) => pathname === location.pathname;

/** Loads another page. XMLHttpRequest parses it, which the Trusted Types policy forbids scripts to do. */
function loadPage(address: string): Promise<Document | null> {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.send();
  return new Promise((resolve) => {
    request.onloadend = () => resolve(request.responseXML); // If there is none, the link still leads to the record.
  });
}

/** Shows what a link leads to, unless the reader has moved on while it was loading. */
export async function show(link: HTMLAnchorElement): Promise<void> {
  requestedLink = link;
  const [text] = await Promise.all([textOf(link), loadStylesheet(sheet)]);
  if (!text || requestedLink !== link) return;
  hide();
  requestedLink = link;
  preview.textContent = text;
  // At the end of the page, where neither its styles nor a positioned row of a table reach.
  document.body.append(preview);
  link.setAttribute('aria-describedby', preview.id);
  shownLink = link;
  place(link.getClientRects()[0]!);
}

/** Places the preview below the first line of its link, or above it near the lower edge, within the window. */
function place({ left, top, bottom }: DOMRect) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = preview;
  const y = bottom + offsetHeight <= clientHeight ? bottom : Math.max(0, top - offsetHeight);
  preview.style.left = `${Math.min(left, clientWidth - offsetWidth - EDGE) + scrollX}px`;
  preview.style.top = `${y + scrollY}px`;
}

function hide() {
  requestedLink = undefined;
  shownLink?.removeAttribute('aria-describedby');
  shownLink = undefined;
  preview.remove();
}

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('.term, .fact a, .cite a') : null;

/** Leads from a source or a record of a value back to the link that the reader followed. */
const back = document.createElement('button');
back.type = 'button';
back.textContent = '↩ Back to the text';

document.addEventListener('click', (event) => {
  const link = linkAt(event.target);
  if (!link) return hide();
  // A mouse shows the preview before the click. A second touch follows the link, even if there was nothing to show.
  if (link !== requestedLink && event.pointerType === 'touch') {
    event.preventDefault();
    return void show(link);
  }
  if (!isHere(link)) return;
  back.onclick = () => {
    link.focus();
    link.dataset['returned'] = ''; // A browser shows no focus that comes from a mouse.
    link.addEventListener('blur', () => delete link.dataset['returned'], { once: true });
    link.scrollIntoView({ block: 'center' });
  };
  document.querySelector(`:is(.facts, .sources) ${link.hash}`)?.append(' ', back);
});

/** Where the pointer is, and where it was when the reader dismissed a preview: nothing is previewed while it's still there. */
let position = '';
let dismissedAt = '';
document.addEventListener('pointermove', ({ screenX, screenY }) => (position = `${screenX} ${screenY}`));

document.addEventListener('pointerover', ({ target, pointerType, screenX, screenY }) => {
  if (pointerType === 'touch' || `${screenX} ${screenY}` === dismissedAt) return;
  const link = linkAt(target);
  if (link) void show(link);
  else if (target !== preview && document.activeElement !== shownLink) hide();
});
document.addEventListener('focusin', ({ target }) => {
  const link = linkAt(target);
  if (link?.matches(':focus-visible')) void show(link);
});
addEventListener('resize', hide); // it is no longer next to its link
document.addEventListener('focusout', ({ target }) => {
  if (linkAt(target)) hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  dismissedAt = position;
  hide();
});
