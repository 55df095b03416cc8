/** Offers to cite a place or a page. Fetched when a reader presses a link to itself, or "Cite this page". */
import { embedPath } from '../kinds/table/embed.ts';
import { frameSnippet, frameTitle } from '../kinds/table/embed.ts';
import { loadStylesheet } from '../client/load-stylesheet.ts';
import { citeAsMarkdown, citeAsText, type Cited } from './citation.ts';
import sheet from './cite-panel.css?url&no-inline';

/** What the page's script hands over, for a module that both imported would be a file of its own. */
export interface CiteTools {
  copyText: (text: string) => Promise<boolean>;
  loadQrCode: () => Promise<typeof import('./qr-code.ts')>;
}

const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';

/** What an address stands for, with the table around it, the page and the site. */
function citedAt(link: HTMLAnchorElement | undefined): Cited {
  // "Link to the row Portability", or "Link to" and the text of a heading.
  const label = link?.ariaLabel?.replace(/^Link to (the \w+ )?/, '');
  const table = link?.closest('tbody') ? text(link.closest('table')?.caption) : '';
  return {
    names: [label, table, text(document.querySelector('h1')), text(document.querySelector('.home'))].filter(
      (name, index, all): name is string => !!name && all.indexOf(name) === index,
    ),
    url: link?.href ?? location.href.replace(/#.*/, ''),
    reviewed: document.querySelector<HTMLTimeElement>('.reviewed time')?.dateTime ?? '',
  };
}

/** The table that a link stands for, or whose row it stands for, to be framed on another page. */
function frameOf(link: HTMLAnchorElement | undefined): string | undefined {
  const table = link?.closest<HTMLElement>('figure.table');
  if (!table?.id) return undefined;
  const row = link!.closest<HTMLElement>('tbody tr');
  const path = embedPath(table.id, row?.id.slice(table.id.length + 1)).slice(1);
  const url = new URL(document.documentElement.dataset['root'] + path, document.baseURI);
  const title = frameTitle(text(table.querySelector('caption')), text(row?.querySelector('th')));
  return frameSnippet(url.href, title, (row ?? table).offsetHeight + FRAME_MARGIN);
}
/** What an embed has beside the table, in pixels. */
const FRAME_MARGIN = 160;

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

/** The file that is offered, so that the one before can be let go. */
let savedCode = '';

/** Shows the address as a QR code, with a link that saves it. */
async function showQrCode(address: string, load: CiteTools['loadQrCode']): Promise<void> {
  const tools = await load().catch(() => undefined);
  if (!tools) return void (status.textContent = 'The QR code could not be fetched.');
  const code = tools.qrCode(address);
  if (!code) return void (status.textContent = 'This address is too long for a QR code.');
  URL.revokeObjectURL(savedCode);
  savedCode = URL.createObjectURL(code.file);
  const link = document.createElement('a');
  link.href = savedCode;
  link.download = 'qr-code.svg';
  link.textContent = 'Save as SVG';
  const figure = document.createElement('figure');
  figure.append(code.picture, link);
  panel.querySelector('figure')?.remove();
  panel.append(figure);
  link.focus();
}

/**
 * Shows the panel after what was pressed, so that Tab leads into it.
 * @param pressed the link to a place, or the button that cites the whole page
 * @param copying whether the address of the link has been copied
 */
export async function offerToCite(
  pressed: HTMLElement,
  { copyText, loadQrCode }: CiteTools,
  copying?: Promise<boolean>,
): Promise<void> {
  await loadStylesheet(sheet);
  const link = pressed instanceof HTMLAnchorElement ? pressed : undefined;
  const cited = citedAt(link);
  const copy = (what: string, text: string) => void report(what, text, copyText(text));
  const frame = frameOf(link);
  panel.replaceChildren(
    status,
    button('Cite as text', () => copy('Citation', citeAsText(cited))),
    button('Cite as Markdown', () => copy('Citation in Markdown', citeAsMarkdown(cited))),
    ...(frame ? [button('Embed', () => copy('HTML to embed it', frame))] : []),
    button('QR code', () => void showQrCode(cited.url, loadQrCode)),
    button('Close', close),
  );
  pressed.after(panel);
  opener = pressed;
  if (link && copying) void report('Link', link.href, copying);
  else status.textContent = '';
}
