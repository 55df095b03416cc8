/** The list of changes on the page that shows them. */
import { CHANGES_FILE } from '../../model/changes.ts';
import { formatDate } from '../../model/dates.ts';
import { slugAt } from '../../model/paths.ts';
import { splitAddress } from '../../model/redirects.ts';
import { escapeHtml } from '../../pipeline/html.ts';
import type { Lesson } from './lessons.ts';
import type { Place } from './places.ts';
import { capitalized, NEW, sentenceOf, type PlaceChange } from './publish.ts';

/** About this many fit the budget of a page with a list. A course is taught again before there are more. */
const MAX_LISTED = 800;

/** The name of a place is cut after about this many characters: a question's is all of its words. */
const MAX_NAME = 60;

const timeOf = (day: string) => `<time datetime="${day}">${formatDate(day)}</time>`;

/** "The row Portability", or the first words of a long name. */
function nameOf({ name }: Place): string {
  const short = name.length > MAX_NAME ? `${name.slice(0, name.lastIndexOf(' ', MAX_NAME))} …` : name;
  return short ? capitalized(short) : 'The page';
}

const isIn = (place: Place, outer: Place): boolean => place === outer || (!!place.parent && isIn(place.parent, outer));

/** What is new on a page, each with a line of its own: readers of a lesson see only what it uses. */
function linesOf(change: PlaceChange): PlaceChange[] {
  const { place, what, added } = change;
  const news = added.filter(({ parent, name }) => parent === place && name);
  if (place.parent || typeof what === 'string' || !news.length) return [change];
  const rest = what.filter((part) => part !== 'parts');
  return [
    ...(rest.length ? [{ ...change, what: rest, added: [] }] : []),
    ...news.map((outer) => ({
      ...change,
      place: outer,
      what: NEW,
      added: added.filter((inner) => inner !== outer && isIn(inner, outer)),
    })),
  ];
}

/**
 * Writes the list of changes, by day and page. If there are too many for a page, it has the newest, and says where all of
 * them are.
 * @param changes the newest first, and page by page within a day
 * @param first the day on which the record began, if it has
 * @param lessons each change names those that use its place
 * @param titleAt the title of the page of an address
 * @returns HTML
 */
export function changeList(
  changes: PlaceChange[],
  first: string | undefined,
  lessons: Lesson[],
  titleAt: (address: string) => string,
): string {
  const began = first ? `The record began on ${timeOf(first)}.` : '';
  if (!changes.length) return `<p>No change has been recorded yet. ${began}</p>`;
  const lines = changes.flatMap(linesOf);
  const listed = lines.slice(0, MAX_LISTED);
  const lessonsOf = ({ place, added }: PlaceChange) => {
    const slugs = lessons.filter(({ uses }) => [place, ...added].some(uses)).map(({ slug }) => slug);
    return slugs.length ? ` data-lesson="${slugs.join(' ')}"` : '';
  };
  const itemOf = (change: PlaceChange) =>
    `<li${lessonsOf(change)}><a href="${escapeHtml(change.place.address)}">${escapeHtml(nameOf(change.place))}</a>: ${escapeHtml(sentenceOf(change))}</li>`;
  const pageOf = (path: string, onPage: PlaceChange[]) =>
    `<div data-show="${slugAt(path)}"><h3>${escapeHtml(titleAt(path))}</h3><ul>${onPage.map(itemOf).join('')}</ul></div>`;
  const days = [...Map.groupBy(listed, ({ on }) => on)].map(([day, onDay]) => {
    const pages = Map.groupBy(onDay, ({ place }) => splitAddress(place.address).path);
    const lists = [...pages].map(([path, onPage]) => pageOf(path, onPage));
    return `<section><h2>${timeOf(day)}</h2>${lists.join('\n')}</section>`;
  });
  const rest =
    listed.length < lines.length
      ? `These are the newest ${listed.length} changes, back to ${timeOf(listed.at(-1)!.on)}. ` +
        `<a href="/${CHANGES_FILE}">${CHANGES_FILE}</a> has all of them. `
      : '';
  return `${days.join('\n')}<p>${rest}${began}</p>`;
}
