/**
 * What a reader sees at each address of a built page.
 *
 * Every promised address counts, except those of embeds, which repeat tables and rows. Words belong only to the innermost
 * address around them, so that one changed word is one change, at that address. A section ends at the next heading of its
 * level; a page has the words outside all of its sections.
 *
 * Not content, and left out: link signs, the numbers of citations, the days of reviews and of values, what copies of the text
 * leave out (`data-leave-out`), and what repeats the words of other places or counts them (`data-record="omit"`): lists of
 * pages and of all values, tables and questions away from their pages, "Cited by". So the pages that only repeat, such as
 * the list of all questions, have hardly more than their headings. A list of sources counts as the addresses of its sources.
 */
import { EMBED_ROOT } from '../../kinds/table/embed.ts';
import type { BuiltPage } from '../../pipeline/built-site.ts';
import { attributeOf, isAnchor, LEAVE_OUT, RECORD, type Element } from '../../pipeline/html.ts';
import { collectAddresses } from '../manifest.ts';

export interface Place {
  address: string;
  /** The name of the place: "the row Portability", or the text of a heading; of a page, an empty text. */
  name: string;
  /** The section, table or page that the place is in. A page is in none. */
  parent?: Place;
  words: string;
  /** The correction of its wording. */
  correction: string;
  /** The addresses of the sources that it cites. */
  sources: Set<string>;
  /** The addresses within it. */
  parts: string[];
  /** The level of its heading, from 1; 0 for places without a heading, which contain whatever is in their element. */
  level: number;
}

/** The places of all pages but embeds, in the order of the pages. */
export const placesOf = (pages: BuiltPage[]): Place[] =>
  pages
    .filter(({ file }) => !`/${file}`.startsWith(EMBED_ROOT))
    .flatMap((page) =>
      Object.entries(collectAddresses([page])).flatMap(([path, ids]) =>
        new Reader(page.elements, path, new Set(ids)).read(),
      ),
    );

const isOmitted = (element: Element) =>
  ['script', 'style', 'template'].includes(element.tagName) ||
  attributeOf(element, LEAVE_OUT) !== undefined ||
  attributeOf(element, RECORD) === 'omit' ||
  (element.tagName === 'time' && attributeOf(element, 'datetime') !== undefined); // the site keeps these dates itself

const levelOf = ({ tagName }: Element) => Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
const childElements = ({ childNodes }: Element) => childNodes.filter((node) => 'tagName' in node);

/** Reads the places of one page. */
class Reader {
  readonly #places: Place[] = [];
  readonly #elements: Element[];
  readonly #path: string;
  readonly #ids: Set<string>;
  /** The addresses of the page's sources by the ids of their list items. */
  readonly #sources = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(elements: Element[], path: string, ids: Set<string>) {
    this.#elements = elements;
    this.#path = path;
    this.#ids = ids;
    for (const element of elements) {
      const id = attributeOf(element, 'id') ?? '';
      if (/^source-\d+$/.test(id)) this.#sources.set(id, attributeOf(childElements(element)[0]!, 'href')!);
      if (!isAnchor(element)) continue;
      this.#names.set(attributeOf(element, 'href')!, attributeOf(element, 'aria-label')!.replace(/^Link to /, ''));
    }
  }

  read(): Place[] {
    const main = this.#elements.find(({ tagName }) => tagName === 'main');
    if (main) this.#walk(main, this.#open(this.#path, undefined, 0), 'words');
    return this.#places;
  }

  #open(address: string, parent: Place | undefined, level: number): Place {
    const name = this.#names.get(address.slice(this.#path.length)) ?? '';
    const place: Place = { address, name, words: '', correction: '', sources: new Set(), parts: [], level };
    if (parent) place.parent = parent;
    parent?.parts.push(address);
    this.#places.push(place);
    return place;
  }

  /** Gives the words in an element to the place that it is in, or that begins with it. */
  #walk(element: Element, place: Place, part: 'words' | 'correction'): void {
    let here = place;
    for (const node of element.childNodes) {
      if ('value' in node) here[part] += node.value;
      if (!('tagName' in node) || isOmitted(node) || this.#cites(node, here)) continue;
      here[part] += attributeOf(node, 'alt') ?? '';
      // The heading of a section is in an element with its link.
      const heading = levelOf(node) ? node : childElements(node).find(levelOf);
      const level = heading ? levelOf(heading) : 0;
      if (level && (heading === node || attributeOf(node, 'class') === 'heading')) {
        here = this.#sectionAt(attributeOf(heading!, 'id'), level, here);
        this.#walk(node, here, part);
      } else {
        const id = attributeOf(node, 'id');
        const inside = id !== undefined && this.#ids.has(id) ? this.#open(`${this.#path}#${id}`, here, 0) : here;
        this.#walk(node, inside, attributeOf(node, RECORD) === 'correction' ? 'correction' : part);
      }
    }
  }

  /** The place after a heading: its own if it has an address, or else the one around the sections it ends. */
  #sectionAt(id: string | undefined, level: number, current: Place): Place {
    const address = id !== undefined && this.#ids.has(id) ? `${this.#path}#${id}` : undefined;
    if (current.address === address) return current;
    let parent = current;
    while (parent.parent && parent.level >= level) parent = parent.parent;
    return address === undefined ? parent : this.#open(address, parent, level);
  }

  /** Counts an element as a source, if it cites or lists one. */
  #cites(element: Element, { sources }: Place): boolean {
    const id = element.tagName === 'a' ? attributeOf(element, 'href')?.replace(/^#/, '') : attributeOf(element, 'id');
    const source = this.#sources.get(id ?? '');
    if (source) sources.add(source);
    return source !== undefined;
  }
}
