/**
 * Shows the definition of a term while its link is hovered or focused. Readers can dismiss it with Escape and move the
 * pointer over it: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
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

const preview = document.createElement('span');
preview.id = 'term-preview';
preview.role = 'tooltip';
let shownLink: HTMLAnchorElement | undefined;
let requestedLink: HTMLAnchorElement | undefined;

/** Shows the definition of the term that a link leads to, unless the reader has moved on while it was loading. */
export async function show(link: HTMLAnchorElement): Promise<void> {
  requestedLink = link;
  const [loaded] = await Promise.all([(definitions ??= loadDefinitions()), loadStylesheet(sheet)]);
  const text = loaded[link.hash.slice(1)];
  if (!text || requestedLink !== link) return;
  hide();
  preview.textContent = text;
  link.after(preview);
  link.setAttribute('aria-describedby', preview.id);
  shownLink = link;
  // Below the first line of the link, with 16 pixels to the edges of the window.
  const { left, bottom } = link.getClientRects()[0]!;
  const width = Math.min(352, document.documentElement.clientWidth - 32);
  preview.style.width = `${width}px`;
  preview.style.left = `${Math.min(left, document.documentElement.clientWidth - width - 16) + scrollX}px`;
  preview.style.top = `${bottom + scrollY}px`;
}

function hide() {
  requestedLink = undefined;
  shownLink?.removeAttribute('aria-describedby');
  shownLink = undefined;
  preview.remove();
}

const termAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

for (const type of ['mouseover', 'focusin']) {
  document.addEventListener(type, (event) => {
    const link = termAt(event.target);
    if (link) void show(link);
    else if (type === 'mouseover' && event.target !== preview && document.activeElement !== shownLink) hide();
  });
}
document.addEventListener('focusout', (event) => {
  if (termAt(event.target)) hide();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
