/**
 * Shows the definition of a term while its link is hovered or has the focus. Fetched, as the definitions are, when a
 * reader reaches for the first one. It can be dismissed with Escape and hovered itself (WCAG 2.2, 1.4.13).
 */

import { loadStylesheet } from '../../client/load-stylesheet.ts';
import sheet from './preview.css?url&no-inline';

/** Definitions as plain text, by the id of the term: what `terms.json` holds. */
type Definitions = Record<string, string>;
let definitions: Promise<Definitions> | undefined;

async function load(): Promise<Definitions> {
  try {
    const response = await fetch(`${document.documentElement.dataset['root']}terms.json`);
    if (response.ok) return await response.json();
  } catch {
    // Without the definitions the link is still a link.
  }
  definitions = undefined; // the next term asks again
  return {};
}

const preview = document.createElement('span');
preview.id = 'term-preview';
preview.role = 'tooltip';
let shownFor: HTMLAnchorElement | undefined;
let wanted: HTMLAnchorElement | undefined;

/** Shows the definition of the term that a link leads to, unless another one has been asked for meanwhile. */
export async function show(link: HTMLAnchorElement): Promise<void> {
  wanted = link;
  const [known] = await Promise.all([(definitions ??= load()), loadStylesheet(sheet)]);
  const text = known[link.hash.slice(1)];
  if (!text || wanted !== link) return;
  hide();
  preview.textContent = text;
  link.after(preview);
  link.setAttribute('aria-describedby', preview.id);
  shownFor = link;
  // Beneath the first line of the link, inside the window.
  const { left, bottom } = link.getClientRects()[0]!;
  const width = Math.min(352, document.documentElement.clientWidth - 32);
  preview.style.width = `${width}px`;
  preview.style.left = `${Math.min(left, document.documentElement.clientWidth - width - 16) + scrollX}px`;
  preview.style.top = `${bottom + scrollY}px`;
}

function hide() {
  wanted = undefined;
  shownFor?.removeAttribute('aria-describedby');
  shownFor = undefined;
  preview.remove();
}

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

for (const type of ['mouseover', 'focusin']) {
  document.addEventListener(type, (event) => {
    const link = termAt(event.target);
    if (link) void show(link);
    else if (type === 'mouseover' && event.target !== preview && document.activeElement !== shownFor) hide();
  });
}
document.addEventListener('focusout', (event) => {
  if (termAt(event.target)) hide();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
