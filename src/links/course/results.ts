/** Shows what the checker has found: for each file a table of its links, with what to do about each. */
import { csvLine } from '../../model/csv.ts';
import { formatDate } from '../../model/dates.ts';
import type { CheckedLink } from './messages.ts';
import { MAX_ROWS, type Format, type Note, type Problem, type Verdict } from './texts.ts';

/** The table, with a row, and the chip of each verdict: CourseCheck.astro. */
const { content: template } = document.querySelector<HTMLTemplateElement>('.course-check + template')!;
const chipOf = (verdict: Verdict) => template.querySelector<HTMLElement>(`[data-verdict=${verdict}]`)!;

/** A problem in a sentence, or the name of a format. */
export const textOf = (name: Problem | Format) =>
  template.querySelector<HTMLElement>(`[data-text=${name}]`)!.textContent;
const noteText = ([problem, part]: Note) => (part ? `${part}: ` : '') + textOf(problem);

/** What was read from a file. */
export interface FileResult {
  name: string;
  /** `undefined` if it could not be read. */
  format?: Format | undefined;
  notes: Note[];
  links: CheckedLink[];
  /** For each link that may lead to the site, the address that the site would have. */
  likely: string[];
  /** The new address of each link in the repaired file; `undefined` for a link that stays. */
  chosen: (string | undefined)[];
  /** Writes the repaired file, and says in the status what came of it. */
  download: (status: Element) => void;
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export const count = (number: number, noun: string, plural = `${noun}s`) => `${number} ${number === 1 ? noun : plural}`;

/** How many links have each verdict: `3 links to this site. Fine: 2, gone: 1.` */
export function summarize(links: CheckedLink[]): string {
  const counts = [...template.querySelectorAll<HTMLElement>('[data-verdict]')].flatMap((chip) => {
    const { length } = links.filter(({ verdict }) => verdict === chip.dataset['verdict']);
    return length ? [`${chip.textContent}: ${length}`] : [];
  });
  return `${count(links.length, 'link')} to this site.${counts.length ? ` ${counts.join(', ')}.` : ''}`;
}

/** Says what to do about a link: the text before its better address and, if that is named, the text after it. */
function adviceOn({ verdict, why = '', since, to, changes = [] }: CheckedLink): [string, string?] {
  const { lead, alone } = chipOf(verdict).dataset as { lead: string; alone: string };
  const changed = changes.map(({ on, what }) => `${formatDate(on)}: ${what}`).join(' ');
  const isRemoved = verdict === 'gone';
  const isRead = verdict === 'changed';
  const text = isRemoved ? `Removed${since ? ` on ${formatDate(since)}` : ''}. ${why}` : isRead ? changed : why;
  if (to === undefined && !isRead) return [text || alone];
  const end = verdict === 'unknown' ? '?' : isRead ? '' : changed && `. ${changed}`;
  return [`${text} ${lead} `.trimStart(), end];
}

/** Where a link should lead: to the better address, or to its own at this site. */
const targetOf = ({ to, rest }: CheckedLink) => to ?? `/${rest}`;

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

const HEADERS = Array.from(template.querySelectorAll('th'), ({ textContent }) => textContent);

/** Fills a row of the table. */
function fill(
  row: HTMLTableRowElement,
  link: CheckedLink,
  sites: Sites,
  isChosen: boolean,
  onChange: (address?: string) => void,
): HTMLElement {
  const path = targetOf(link);
  const [place, address, verdict, advice] = row.cells as unknown as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const [before, after] = adviceOn(link);
  place.append(link.place);
  address.firstElementChild!.append(link.address);
  verdict.append(chipOf(link.verdict).cloneNode(true));
  const checkbox = advice.querySelector('input')!;
  checkbox.checked = isChosen;
  checkbox.ariaLabel = `Replace it: ${link.place}, ${link.address}`;
  checkbox.addEventListener('change', () => onChange(checkbox.checked ? sites.addressFor(link, path) : undefined));
  if (link.fixed)
    advice.lastElementChild!.replaceWith(template.querySelector(`[data-obstacle=${link.fixed}]`)!.cloneNode(true));
  if (link.to === undefined) advice.replaceChildren();
  advice.prepend(before, ...(after === undefined ? [] : [create('a', { href: sites.here(path) }, path), after]));
  return row;
}

/** The table of the links in a file, from the template in the page. */
function table(
  { name, chosen }: FileResult,
  listed: [number, CheckedLink][],
  sites: Sites,
  onChange: () => void,
): Node {
  const table = template.querySelector('table')!.cloneNode(true) as HTMLTableElement;
  const body = table.tBodies[0]!;
  const row = body.rows[0]!;
  table.caption!.append(`Links in ${name}`);
  body.replaceChildren(
    ...listed.map(([index, link]) =>
      fill(row.cloneNode(true) as HTMLTableRowElement, link, sites, chosen[index] !== undefined, (address) => {
        chosen[index] = address;
        onChange();
      }),
    ),
  );
  return table;
}

/** The section of a file. @param onlyProblems whether it leaves out the links that are fine */
export function fileSection(result: FileResult, sites: Sites, onlyProblems: boolean): HTMLElement {
  const { name, format, notes, links, chosen, download } = result;
  const listed = [...links.entries()].filter(([, { verdict }]) => !onlyProblems || verdict !== 'fine');
  const section = create('section', {}, create('h2', {}, name));
  if (format !== undefined)
    section.append(
      create(
        'p',
        {},
        `Read as ${textOf(format)}. ${summarize(links)}${onlyProblems ? ' Only problems are listed.' : ''}`,
      ),
    );
  section.append(...notes.map((note) => create('p', {}, noteText(note))));
  if (!listed.length) return section;
  const button = create('button', { type: 'button' });
  const status = create('span', { role: 'status' });
  const showCount = () => {
    const { length } = chosen.filter((address) => address !== undefined);
    button.textContent = `Download repaired file (${count(length, 'address', 'addresses')} replaced)`;
    button.hidden = !length;
  };
  button.addEventListener('click', () => download(status));
  showCount();
  section.append(table(result, listed.slice(0, MAX_ROWS), sites, showCount));
  if (listed.length > MAX_ROWS) {
    section.append(template.querySelector('table + p')!.cloneNode(true));
  }
  section.append(create('p', {}, button, ' ', status));
  return section;
}

/** All links as CSV, with what a reader should know about each file. */
export const reportOf = (results: FileResult[], sites: Sites): string =>
  [
    ['File', ...HEADERS.slice(0, 3), 'Better address', HEADERS[3]!],
    ...results.flatMap(({ name, format, notes, links }) => [
      ...notes.map((note) => [name, '', '', format === undefined ? 'Not read' : '', '', noteText(note)]),
      ...links.map((link) => {
        const address = link.to === undefined ? '' : sites.addressFor(link, link.to);
        const [before, after] = adviceOn(link);
        const advice = before + (after === undefined ? '' : sites.here(targetOf(link)) + after);
        return [name, link.place, link.address, chipOf(link.verdict).textContent, address, advice];
      }),
    ]),
  ]
    .map(csvLine)
    .join('');

/** The name of a repaired file: `deck.pptx` becomes `deck.repaired.pptx`. */
export const repairedName = (name: string): string => name.replace(/(\.\w+)?$/, '.repaired$1');
