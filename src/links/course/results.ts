/** Shows what the checker has found: for each file a table of its links, with what to do about each. */
import { csvLine } from '../../model/csv.ts';
import { formatDate } from '../../model/dates.ts';
import type { CheckedLink } from './messages.ts';
import { VERDICTS } from './verdicts.ts';

/** More rows would make the page slow. */
const MAX_ROWS = 1000;

/** What has been read of a file. */
export interface FileResult {
  name: string;
  /** `undefined` if it could not be read. */
  format?: string;
  notes: string[];
  links: CheckedLink[];
  /** The new address of each link in the repaired file; `undefined` for a link that stays. */
  chosen: (string | undefined)[];
}

type Children = (Node | string)[];

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: Children
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export const count = (number: number, noun: string, plural = `${noun}s`) => `${number} ${number === 1 ? noun : plural}`;

/** How many links have each verdict: `3 links to this site. Fine: 2, gone: 1.` */
export function summarize(links: CheckedLink[]): string {
  const counts = Object.entries(VERDICTS).flatMap(([verdict, [label]]) => {
    const { length } = links.filter((link) => link.verdict === verdict);
    return length ? [`${label}: ${length}`] : [];
  });
  return `${count(links.length, 'link')} to this site.${counts.length ? ` ${counts.join(', ')}.` : ''}`;
}

/** Says what to do about a link: the text before its better address and, if that is named, the text after it. */
function adviceOn({ verdict, why, since, to, changes = [] }: CheckedLink): [string, string?] {
  const changed = changes.map(({ on, what }) => `${formatDate(on)}: ${what}`).join(' ');
  const withTarget = (text: string, leadIn: string, end = ''): [string, string?] =>
    to === undefined ? [text] : [`${text} ${leadIn} `, end];
  switch (verdict) {
    case 'fine':
      return ['Nothing to do.'];
    case 'changed':
      return [`${changed} Read it again at `, ''];
    case 'former':
      return ['On this site, it’s at ', changed && `. ${changed}`];
    case 'moved':
      return ['It’s now at ', changed && `. ${changed}`];
    case 'gone':
      return withTarget(`Removed${since ? ` on ${formatDate(since)}` : ''}. ${why ?? ''}`, 'Use instead:');
    case 'unknown':
      return withTarget(why ?? 'It isn’t one of the addresses that this site promises to keep.', 'Did you mean', '?');
  }
}

/** Where a link should lead: to the better address, or to its own at this site. */
const targetOf = ({ to, rest }: CheckedLink) => to ?? `/${rest}`;

/** The checkbox that chooses a better address for the repaired file. */
function chooser(link: CheckedLink, address: string, isChosen: boolean, onChange: (address?: string) => void): Node {
  if (link.fixed) return create('small', {}, link.fixed);
  const checkbox = create('input', { type: 'checkbox', checked: isChosen });
  checkbox.ariaLabel = `Replace it: ${link.place}, ${link.address}`;
  checkbox.addEventListener('change', () => onChange(checkbox.checked ? address : undefined));
  return create('label', {}, checkbox, ' Replace it');
}

/** Which address a link gets unless the reader decides otherwise: only one that is certain. */
export const certainAddress = (link: CheckedLink, sites: Sites): string | undefined =>
  link.certain && !link.fixed ? sites.addressFor(link, link.to!) : undefined;

/** The addresses of the site. */
export interface Sites {
  /** The absolute address that a link should have. @param path from the site's root */
  addressFor: (link: CheckedLink, path: string) => string;
  /** The absolute address of a path on this copy of the site. */
  here: (path: string) => string;
}

const HEADERS = ['Place', 'Address', 'Verdict', 'What to do'];

function row(link: CheckedLink, sites: Sites, isChosen: boolean, onChange: (address?: string) => void): HTMLElement {
  const path = targetOf(link);
  const [before, after] = adviceOn(link);
  const advice: Children = [before];
  if (after !== undefined) advice.push(create('a', { href: sites.here(path) }, path), after);
  if (link.to !== undefined) {
    advice.push(create('br', {}), chooser(link, sites.addressFor(link, path), isChosen, onChange));
  }
  const [label, className] = VERDICTS[link.verdict];
  const chip = create('span', { className }, create('strong', {}, label));
  const cells: Children[] = [[link.place], [create('code', {}, link.address)], [chip], advice];
  return create('tr', { role: 'row' }, ...cells.map((children) => create('td', { role: 'cell' }, ...children)));
}

/** The table of the links in a file. Its roles are named, because on small screens its rows are cards. */
function table({ name, links, chosen }: FileResult, sites: Sites, onChange: () => void): HTMLElement {
  const rows = links.slice(0, MAX_ROWS).map((link, index) =>
    row(link, sites, chosen[index] !== undefined, (address) => {
      chosen[index] = address;
      onChange();
    }),
  );
  return create(
    'table',
    { role: 'table' },
    create('caption', { className: 'visually-hidden' }, `Links in ${name}`),
    create(
      'thead',
      { role: 'rowgroup' },
      create(
        'tr',
        { role: 'row' },
        ...HEADERS.map((header) => create('th', { role: 'columnheader', scope: 'col' }, header)),
      ),
    ),
    create('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/** The section of a file. @param download writes the repaired file, and says in the status what came of it */
export function fileSection(result: FileResult, sites: Sites, download: (status: Element) => void): HTMLElement {
  const { name, format, notes, links, chosen } = result;
  const section = create('section', {}, create('h2', {}, name));
  if (format !== undefined) section.append(create('p', {}, `Read as ${format}. ${summarize(links)}`));
  section.append(...notes.map((note) => create('p', {}, note)));
  if (!links.length) return section;
  const button = create('button', { type: 'button' });
  const status = create('span', { role: 'status' });
  const showCount = () => {
    const { length } = chosen.filter((address) => address !== undefined);
    button.textContent = `Download repaired file (${count(length, 'address', 'addresses')} replaced)`;
    button.hidden = !length;
  };
  button.addEventListener('click', () => download(status));
  showCount();
  section.append(table(result, sites, showCount));
  if (links.length > MAX_ROWS) {
    section.append(create('p', {}, `These are the first ${MAX_ROWS} links. The report has all of them.`));
  }
  section.append(create('p', {}, button, ' ', status));
  return section;
}

/** All links as CSV, with what a reader should know about each file. */
export const reportOf = (results: FileResult[], sites: Sites): string =>
  [
    ['File', ...HEADERS.slice(0, 3), 'Better address', HEADERS[3]!],
    ...results.flatMap(({ name, format, notes, links }) => [
      ...notes.map((note) => [name, '', '', format === undefined ? 'Not read' : '', '', note]),
      ...links.map((link) => {
        const address = link.to === undefined ? '' : sites.addressFor(link, link.to);
        const [before, after] = adviceOn(link);
        const advice = before + (after === undefined ? '' : sites.here(targetOf(link)) + after);
        return [name, link.place, link.address, VERDICTS[link.verdict][0], address, advice];
      }),
    ]),
  ]
    .map(csvLine)
    .join('');

/** The name of a repaired file: `deck.pptx` becomes `deck.repaired.pptx`. */
export const repairedName = (name: string): string => name.replace(/(\.\w+)?$/, '.repaired$1');
