/** Offers to cite a place or a page. Fetched when a reader presses a link to itself, or "Cite this page". */
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
let opener: HTMLElement | undefined;

/** Says whether something was copied, and shows it where it was not. */
async function report(what: string, text: string, copying: Promise<boolean>) {
  status.textContent = '';
  status.textContent = (await copying) ? `${what} copied` : `Copying was not allowed: ${text}`;
}

function button(label: string, press: () => void) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

function close() {
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  if (hadFocus) opener?.focus();
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});

/**
 * Shows the panel after what was pressed, so that Tab leads into it.
 * @param pressed the link to a place, or the button that cites the whole page
 * @param copyText handed in, since a module that the page has as well would be a file of its own
 * @param copying whether the address of the link has been copied
 */
export function offerToCite(
  pressed: HTMLElement,
  copyText: (text: string) => Promise<boolean>,
  copying?: Promise<boolean>,
): void {
  const link = pressed instanceof HTMLAnchorElement ? pressed : undefined;
  const cited = citedAt(link);
  const copy = (what: string, text: string) => void report(what, text, copyText(text));
  panel.replaceChildren(
    status,
    button('Cite as text', () => copy('Citation', citeAsText(cited))),
    button('Cite as Markdown', () => copy('Citation in Markdown', citeAsMarkdown(cited))),
    button('Close', close),
  );
  pressed.after(panel);
  opener = pressed;
  if (link && copying) void report('Link', link.href, copying);
  else status.textContent = '';
}
