/**
 * What a press on a link to itself does besides leading there: it copies the full address, says so, and offers to
 * cite the place. Without this script the link is a plain link.
 */
import { copyText } from '../site/clipboard.ts';
import { citeAsMarkdown, citeAsText, type Cited } from './citation.ts';

const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';

/** What an address stands for, with the table around it, the page and the site. */
function citedAt(link: HTMLAnchorElement | undefined): Cited {
  const label = link?.ariaLabel?.replace(
    /^Link to (the (row|table|term|figure|sentence|error|misconception|source|question|value) )?/,
    '',
  );
  const table = link?.closest('tbody') ? text(link.closest('table')?.caption) : '';
  return {
    names: [label, table, text(document.querySelector('h1')), text(document.querySelector('.home'))].filter(
      (name, index, all): name is string => !!name && all.indexOf(name) === index,
    ),
    url: link?.href ?? location.href.replace(/#.*/, ''),
    reviewed: document.querySelector<HTMLTimeElement>('.reviewed time')?.dateTime ?? '',
  };
}

const panel = document.createElement('div');
panel.className = 'cite-panel';
panel.role = 'group';
panel.ariaLabel = 'Cite';
const status = document.createElement('span');
status.role = 'status';
panel.append(status);

async function copy(what: string, text: string) {
  status.textContent = '';
  const copied = await copyText(text);
  status.textContent = copied ? `${what} copied` : `Copying was not allowed: ${text}`;
}

function button(label: string, press: () => void) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

/** Shows the panel after `place`, so that Tab leads into it. */
function offerToCite(place: Element, cited: Cited) {
  panel.replaceChildren(
    status,
    button('Cite as text', () => void copy('Citation', citeAsText(cited))),
    button('Cite as Markdown', () => void copy('Citation in Markdown', citeAsMarkdown(cited))),
    button('Close', close),
  );
  place.after(panel);
  opener = place;
}
let opener: Element | undefined;
function close() {
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  if (hadFocus && opener instanceof HTMLElement) opener.focus();
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.anchor');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.hash = link.hash; // by hand, since the browser would move the focus to the place and Tab past the panel
  link.focus({ preventScroll: true });
  offerToCite(link, citedAt(link));
  void copy('Link', link.href);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});

const footer = document.querySelector('main > footer > p');
if (footer) {
  const cite = button('Cite this page', () => {
    offerToCite(cite, citedAt(undefined));
    status.textContent = '';
  });
  footer.append(' ', cite);
}
