/**
 * Shows the definition of a term, or a source, while its link is hovered or focused, or once it is touched. Readers can
 * dismiss it with Escape and move the pointer over it: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
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

/** The definition of the term, or the source, to which a link leads. */
async function textOf(link: HTMLAnchorElement): Promise<string | undefined> {
  const id = link.hash.slice(1);
  if (!link.matches('.term')) return document.getElementById(id)?.textContent;
  return (await (definitions ??= loadDefinitions()))[id];
}

/** Shows what a link leads to, unless the reader has moved on while it was loading. */
export async function show(link: HTMLAnchorElement): Promise<void> {
  requestedLink = link;
  const [text] = await Promise.all([textOf(link), loadStylesheet(sheet)]);
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

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term, .cite a[href^="#source-"]') : null;

/** Leads from the list of sources back to the number that the reader followed. */
const back = document.createElement('button');
back.type = 'button';
back.textContent = '↩ Back to the text';

document.addEventListener('click', (event) => {
  const link = linkAt(event.target);
  if (!link) return hide();
  // A mouse shows the preview before the click.
  if (link !== shownLink && event.pointerType === 'touch') {
    event.preventDefault();
    return void show(link);
  }
  back.onclick = () => {
    link.focus();
    link.scrollIntoView({ block: 'center' });
  };
  document.querySelector(`.sources ${link.hash}`)?.append(' ', back);
});

/** Where the pointer is, and where it was when the reader dismissed a preview: what was below that stays quiet. */
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
