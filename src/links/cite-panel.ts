/** The panel that cites, embeds or encodes an address. Loaded when a reader presses an anchor link or "Cite this page". */
import { embedPath, frameSnippet, frameTitle } from '../kinds/table/embed.ts';
import { loadStylesheet } from '../client/load-stylesheet.ts';
import { citeAsMarkdown, citeAsText, type PageCitation } from './citation.ts';
import stylesheet from './cite-panel.css?url&no-inline';

/** The functions that the page script passes in. A module that both import becomes a chunk: one more request per page. */
export interface CiteTools {
  copyText: (text: string) => Promise<boolean>;
  loadQrCode: () => Promise<typeof import('./qr-code.ts')>;
}

/** The height, in pixels, that an embed adds to its row or table. */
const FRAME_MARGIN = 160;

const textOf = (node: Node | null | undefined) => node?.textContent?.trim() ?? '';

/** The citation of a link's target, or of the whole page. */
function citationOf(link: HTMLAnchorElement | undefined): PageCitation {
  // "Link to the row Portability", or "Link to" and the text of a heading.
  const label = link?.ariaLabel?.replace(/^Link to (the \w+ )?/, '');
  const caption = link?.closest('tbody') ? textOf(link.closest('table')?.caption) : '';
  return {
    names: [label, caption, textOf(document.querySelector('h1')), textOf(document.querySelector('.home'))].filter(
      (name, index, names): name is string => !!name && names.indexOf(name) === index,
    ),
    url: link?.href ?? location.href.replace(/#.*/, ''),
    reviewed: document.querySelector<HTMLTimeElement>('.reviewed time')?.dateTime ?? '',
    license: textOf(document.querySelector('[rel="license"]')),
  };
}

/** The HTML that embeds the table or the row of a link; `undefined` if the link belongs to neither. */
function embedSnippet(link: HTMLAnchorElement | undefined): string | undefined {
  const table = link?.closest<HTMLElement>('.table');
  if (!table?.id) return undefined;
  const row = link!.closest<HTMLElement>('tbody tr');
  const path = embedPath(table.id, row?.id.slice(table.id.length + 1)).slice(1);
  const url = new URL(document.documentElement.dataset['root']! + path, document.baseURI);
  const title = frameTitle(textOf(table.querySelector('caption')), textOf(row?.querySelector('th')));
  return frameSnippet(url.href, title, (row ?? table).offsetHeight + FRAME_MARGIN);
}

const panel = document.createElement('div');
panel.className = 'cite-panel';
panel.role = 'group';
panel.ariaLabel = 'Cite';
const status = document.createElement('span');
status.role = 'status';
let opener: HTMLElement | undefined;

/** Announces that the text was copied, or shows the text if the browser refused to copy it. */
async function report(label: string, text: string, copying: Promise<boolean>) {
  status.textContent = ''; // otherwise a screen reader would not announce the same words again
  status.textContent = (await copying)
    ? `${label} copied`
    : `Your browser blocked copying. Copy this yourself: ${text}`;
}

function createButton(label: string, onPress: () => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', onPress);
  return button;
}

function close(options?: FocusOptions) {
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  if (hadFocus) opener?.focus(options);
}
/** Whether the pressed element has been in the window since the press, which may lead to another part of the page. */
let wasInView = false;
/** Closes the panel when a reader scrolls on: nobody would know any more what it cites. */
const scrolling = new IntersectionObserver((entries) => {
  const isInView = entries.at(-1)!.isIntersecting;
  if (wasInView && !isInView) close({ preventScroll: true });
  wasInView ||= isInView;
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!panel.contains(target as Node)) panel.remove();
});

/** The object URL of the QR code that is offered. It is revoked when the next one replaces it. */
let savedCode = '';

/** Shows the address as a QR code, with a link that saves it. */
async function showQrCode(address: string, loadQrCode: CiteTools['loadQrCode']): Promise<void> {
  const module = await loadQrCode().catch(() => undefined);
  if (!module) return void (status.textContent = 'The QR code could not be loaded.');
  const code = module.qrCode(address);
  if (!code) return void (status.textContent = 'This address is too long for a QR code.');
  URL.revokeObjectURL(savedCode);
  savedCode = URL.createObjectURL(code.file);
  const link = document.createElement('a');
  link.href = savedCode;
  link.download = 'qr-code.svg';
  link.textContent = 'Save as SVG';
  const figure = document.createElement('figure');
  figure.append(code.picture, link);
  status.textContent = '';
  panel.querySelector('figure')?.remove();
  panel.append(figure);
  link.focus();
}

/**
 * Shows the panel right after the pressed element, where Tab leads next.
 * @param pressed an anchor link, or the button that cites the whole page
 * @param copying resolves to whether the address of the link was copied
 */
export async function offerToCite(
  pressed: HTMLElement,
  { copyText, loadQrCode }: CiteTools,
  copying?: Promise<boolean>,
): Promise<void> {
  await loadStylesheet(stylesheet);
  const link = pressed instanceof HTMLAnchorElement ? pressed : undefined;
  const citation = citationOf(link);
  const copy = (label: string, text: string) => void report(label, text, copyText(text));
  const snippet = embedSnippet(link);
  panel.replaceChildren(
    status,
    createButton('Cite as text', () => copy('Citation', citeAsText(citation))),
    createButton('Cite as Markdown', () => copy('Markdown citation', citeAsMarkdown(citation))),
    ...(snippet ? [createButton('Embed', () => copy('Embed HTML', snippet))] : []),
    createButton('QR code', () => void showQrCode(citation.url, loadQrCode)),
    createButton('Close', () => close()),
  );
  pressed.after(panel);
  opener = pressed;
  wasInView = false;
  scrolling.disconnect();
  scrolling.observe(pressed);
  if (link && copying) void report('Link', link.href, copying);
  else status.textContent = '';
}
