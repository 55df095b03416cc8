/** The panel that cites, embeds or encodes an address. Loaded when a reader presses an anchor link or "Cite". */
import { coverScreen, partAround } from '../kinds/full-screen.ts';
import { embedPath, frameSnippet, frameTitle } from '../kinds/table/embed.ts';
import { loadStylesheet } from '../client/load-stylesheet.ts';
import { CHANGES_FILE, lastChange, type Changes } from '../model/changes.ts';
import { formatDate } from '../model/dates.ts';
import { citeAsMarkdown, citeAsText, type PageCitation } from './citation.ts';
import stylesheet from './cite-panel.css?url&no-inline';

/** The functions that the page script passes in. A module that both import becomes a chunk: one more request per page. */
export interface CiteTools {
  copyText: (text: string) => Promise<boolean>;
  createButton: typeof import('../client/create-button.ts').createButton;
  loadQrCode: () => Promise<typeof import('./qr-code.ts')>;
}

/** The width of an embed's content in the frame that its HTML sets, in pixels. */
const EMBED_WIDTH = 776;
/** The height, in pixels, that an embed adds to its table, and the line that it adds to the license of the course's words. */
const EMBED_FOOT = 93;
const QUOTATION_LINE = 21;
/** The spare height of a frame for other fonts, as a factor. */
const SPARE = 1.05;

/** The colors of an embed, as the query of its address: embed-script.ts reads it. */
const COLORS = [
  ['', 'Reader’s colors'],
  ['?scheme=light', 'Always light'],
  ['?scheme=dark', 'Always dark'],
] as const;

/** Copies a text, and says so. @param label of the text */
type Copy = (label: string, text: string) => void;

const textOf = (node: Node | null | undefined) => node?.textContent?.trim() ?? '';

/** A sentence of the course, a row, or a misconception. */
interface Claim {
  /** Its wording; a row has several. */
  quotation: Element | null;
  /** In the words of the page: "Wrong as worded". */
  verdict: string;
  /** The classes of the verdict, which color it. */
  classes: string;
}

/** The claim that a link leads to, if its target has a verdict. */
function claimOf(link: HTMLAnchorElement | undefined): Claim | undefined {
  const part = link?.closest('.entry, .says, tbody tr');
  const mark = part?.querySelector('.correction, .holds');
  if (!part || !mark) return undefined;
  // "More exactly" introduces a correction. Without one, it says nothing.
  const verdict = mark.matches('.inexact') ? 'Inexact' : textOf(mark.querySelector('strong'));
  return { quotation: part.querySelector('q'), verdict, classes: mark.className };
}

/** The value and what it means, up to the first period or semicolon, if a link leads to a value that may change. */
function valueOf(link: HTMLAnchorElement | undefined): string | undefined {
  const entry = link?.closest('.facts li')?.cloneNode(true) as Element | undefined;
  for (const part of entry?.querySelectorAll('.cite, .anchor, small') ?? []) part.remove();
  return /^.*?(?=[.;](\s|$)|$)/s.exec(textOf(entry))?.[0];
}

/** Who worded a link's target, and the verdict on it, or the day of a value; `undefined` for this site's own wording. */
function noteOf(link: HTMLAnchorElement | undefined, claim: Claim | undefined): string | undefined {
  const asOf = link?.closest('.facts li')?.querySelector('time')?.dateTime;
  if (asOf) return `as of ${asOf}`;
  const quoted = link?.closest('.course') && 'quoted from the original course';
  if (!claim) return quoted ? `${quoted}, with corrections` : undefined; // a table
  return `${quoted ?? 'misconception'}; verdict: ${claim.verdict}`;
}

/** The citation of a link's target, or of the whole page. */
function citationOf(link: HTMLAnchorElement | undefined, claim: Claim | undefined): PageCitation {
  // "Link to the row Portability", or "Link to" and the text of a heading.
  const label = valueOf(link) || link?.ariaLabel?.replace(/^Link to (the \w+ )?/, '');
  const caption = link?.closest('tbody') ? textOf(link.closest('table')?.caption) : '';
  return {
    names: [label, caption, textOf(document.querySelector('h1')), textOf(document.querySelector('.home'))].filter(
      (name, index, names): name is string => !!name && names.indexOf(name) === index,
    ),
    isClaim: !!claim?.quotation,
    note: noteOf(link, claim),
    url: link?.href ?? location.href.replace(/#.*/, ''),
    reviewed: document.querySelector<HTMLTimeElement>('.reviewed time')?.dateTime ?? '',
    license: `${textOf(document.querySelector('[rel="license"]'))}${link?.closest('.course') ? ', except for the quotation' : ''}`,
  };
}

/** The title of the panel. A claim comes with its verdict, or it would read as true. */
function createTitle(name: string, claim: Claim | undefined): (Node | string)[] {
  if (!claim?.quotation) return [name];
  const label = document.createElement('strong');
  label.textContent = claim.verdict;
  const verdict = document.createElement('span');
  verdict.className = claim.classes;
  verdict.append(label);
  return [claim.quotation.cloneNode(true), ' ', verdict];
}

/** The height of a frame for a table, or for one row of it, whatever the width of the window. */
function frameHeight(table: HTMLElement, row: HTMLElement | null): number {
  const copy = table.cloneNode(true) as HTMLElement;
  if (row) for (const other of copy.querySelectorAll('tbody tr')) if (other.id !== row.id) other.remove();
  copy.style.cssText = `position: fixed; visibility: hidden; width: ${EMBED_WIDTH}px; margin: 0`;
  table.after(copy);
  const height = copy.offsetHeight;
  copy.remove();
  const foot = EMBED_FOOT + (table.matches('.course') ? QUOTATION_LINE : 0);
  return Math.ceil((height + foot) * SPARE);
}

/** The embed of a table or of a row. */
interface Embed {
  url: URL;
  /** The HTML that frames it. @param query that the address ends with */
  snippet: (query: string) => string;
}

/** The embed of the table or the row of a link; `undefined` if the link belongs to neither. */
function embedOf(link: HTMLAnchorElement | undefined): Embed | undefined {
  const table = link?.closest<HTMLElement>('.table');
  if (!table?.id) return undefined;
  const row = link!.closest<HTMLElement>('tbody tr');
  const path = embedPath(table.id, row?.id.slice(table.id.length + 1)).slice(1);
  const url = new URL(document.documentElement.dataset['root']! + path, document.baseURI);
  const title = frameTitle(textOf(table.querySelector('caption')), textOf(row?.querySelector('th')));
  const height = frameHeight(table, row);
  return { url, snippet: (query) => frameSnippet(url.href + query, title, height) };
}

const panel = document.createElement('div');
panel.className = 'cite-panel';
panel.role = 'group';
panel.popover = 'manual'; // above everything that comes later on the page
const title = document.createElement('div');
title.className = 'cite-title';
const status = document.createElement('div');
status.role = 'status';
let opener: HTMLElement | undefined;

/** Announces that the text was copied, or shows the text if the browser refused to copy it. */
async function report(label: string, text: string, copying: Promise<boolean>) {
  status.textContent = ''; // otherwise a screen reader would not announce the same words again
  status.textContent = (await copying)
    ? `${label} copied`
    : `Your browser blocked copying. Copy this yourself: ${text}`;
}

/** The button that copies the HTML of an embed, the choice of its colors, and the link to it at a size that a room can read. */
function createEmbedControls({ url, snippet }: Embed, createButton: CiteTools['createButton'], copy: Copy) {
  const colors = document.createElement('select');
  colors.ariaLabel = 'Colors of the embed';
  for (const [query, label] of COLORS) colors.add(new Option(label, query));
  colors.onchange = () => (status.textContent = ''); // what was copied has other colors
  const button = createButton('Embed', () => copy('Embed HTML', snippet(colors.value)));
  const link = document.createElement('a');
  link.href = `${url.href}?large`;
  link.textContent = 'Enlarge';
  return [button, colors, link];
}

let changes: Promise<Changes> | undefined;

/**
 * The day on which the cited part last changed, as a link to the changes since then. It is empty until the day is known,
 * and where the record can't be loaded. The citation gets the day.
 */
function createChangeDay(citation: PageCitation): HTMLElement {
  const element = document.createElement('div');
  const root = new URL(document.documentElement.dataset['root']!, document.baseURI);
  changes ??= fetch(new URL(CHANGES_FILE, root)).then((response) => response.json() as Promise<Changes>);
  changes.then(
    (record) => {
      const place = decodeURI(citation.url.slice(root.href.length - 1)).replace(/(index\.html)?(\?[^#]*)?(?=#|$)/, '');
      const { on, first } = lastChange(record, place);
      if (!on) return;
      element.textContent = `${first ? 'First recorded on' : 'Changed'} ${formatDate(on)}`;
      if (first) return;
      citation.changed = on;
      if (!record.page) return;
      const link = document.createElement('a');
      link.href = new URL(`.${record.page}?since=${on}`, root).href;
      link.append(...element.childNodes);
      element.append(link);
    },
    () => (changes = undefined), // a reader without a network may have one later
  );
  return element;
}

/** The button in the corner of the panel. */
function createCloseButton(createButton: CiteTools['createButton']) {
  const button = createButton('×', () => close());
  button.className = 'cite-close';
  button.ariaLabel = 'Close';
  return button;
}

function close(options?: FocusOptions) {
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  if (hadFocus) opener?.focus(options);
}
/** Closes the panel when a reader scrolls on: nobody would know what it cites anymore. */
const scrolling = new IntersectionObserver((entries) => {
  if (!entries.at(-1)!.isIntersecting) close({ preventScroll: true });
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!panel.contains(target as Node)) panel.remove();
});

/** The object URL of the QR code that is offered. It is revoked when the next one replaces it. */
let savedCode = '';

/** The button that switches a QR code to full screen and back; none if the browser can't. */
function fullScreenButtons(code: Element, createButton: CiteTools['createButton']) {
  if (!document.fullscreenEnabled) return [];
  const button = createButton('Full screen', () => {
    void (document.fullscreenElement ? document.exitFullscreen() : code.requestFullscreen()).catch(() => {});
  });
  code.addEventListener('fullscreenchange', () => {
    button.textContent = document.fullscreenElement ? 'Exit full screen' : 'Full screen';
  });
  return [button];
}

/** The name of the file of a QR code: the last folder of the address, and its fragment. */
function fileNameOf(address: string): string {
  const { pathname, hash } = new URL(address);
  const page = pathname.split('/').findLast((part) => part && part !== 'index.html');
  return `${[page ?? 'qr-code', hash.slice(1)].filter(Boolean).join('-')}.svg`;
}

/** Shows the address as a QR code, with a link that saves it. */
async function showQrCode(address: string, { createButton, loadQrCode }: CiteTools): Promise<void> {
  const module = await loadQrCode().catch(() => undefined);
  if (!module) return void (status.textContent = 'The QR code could not be loaded.');
  const code = module.qrCode(address);
  if (!code) return void (status.textContent = 'This address is too long for a QR code.');
  URL.revokeObjectURL(savedCode);
  savedCode = URL.createObjectURL(code.file);
  const link = document.createElement('a');
  link.href = savedCode;
  link.download = fileNameOf(address);
  link.textContent = 'Save as SVG';
  const caption = document.createElement('figcaption');
  caption.textContent = address;
  const heading = document.createElement('strong'); // in full screen, the title of the panel is out of sight
  const table = textOf(opener?.closest('tbody')?.closest('table')?.caption);
  heading.append(...title.cloneNode(true).childNodes, table && ` – ${table}`);
  const figure = document.createElement('figure');
  figure.append(heading, code.picture, caption, link, ...fullScreenButtons(figure, createButton));
  status.textContent = '';
  panel.querySelector('figure')?.remove();
  panel.append(figure);
  link.focus();
}

/** Puts the address of an anchor link in the address bar. Readers stay where they pressed, although browsers scroll to a target. */
function visit({ hash }: HTMLAnchorElement): void {
  const target = document.getElementById(hash.slice(1))!;
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  target.style.scrollMarginTop = `${target.getBoundingClientRect().top - padding}px`;
  location.hash = hash;
  // Chromium scrolls with the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => target.style.removeProperty('scroll-margin-top')));
}

/**
 * Shows the panel right after the pressed element, where Tab leads next.
 * @param pressed an anchor link, or the button that cites the whole page
 * @param copying resolves to whether the address of the link was copied
 */
export async function offerToCite(pressed: HTMLElement, tools: CiteTools, copying?: Promise<boolean>): Promise<void> {
  await loadStylesheet(stylesheet);
  const { copyText, createButton } = tools;
  const link = pressed instanceof HTMLAnchorElement ? pressed : undefined;
  const claim = claimOf(link);
  const citation = citationOf(link, claim);
  const copy: Copy = (label, text) => void report(label, text, copyText(text));
  const embed = embedOf(link);
  const part = partAround(link);
  const [name = ''] = citation.names;
  title.replaceChildren(...createTitle(name, claim));
  panel.ariaLabel = `Cite ${name}`;
  panel.replaceChildren(
    title,
    createButton('Cite as text', () => copy('Citation', citeAsText(citation))),
    createButton('Cite as Markdown', () => copy('Markdown citation', citeAsMarkdown(citation))),
    ...(embed ? createEmbedControls(embed, createButton, copy) : []),
    ...(part ? [createButton('Full screen', () => void coverScreen(part).catch(() => {}))] : []),
    createButton('QR code', () => void showQrCode(citation.url, tools)),
    createChangeDay(citation),
    status,
    createCloseButton(createButton),
  );
  pressed.scrollIntoView({ block: 'nearest' }); // a screen reader can press what isn't in sight
  if (link) visit(link);
  pressed.focus({ preventScroll: true });
  pressed.after(panel);
  panel.showPopover();
  opener = pressed;
  scrolling.disconnect();
  scrolling.observe(pressed);
  if (link && copying) void report('Link', link.href, copying);
  else status.textContent = '';
}
