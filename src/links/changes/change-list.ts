/** The list of changes on the page that shows them. */
import { CHANGES_FILE } from '../../model/changes.ts';
import { formatDate } from '../../model/dates.ts';
import { slugAt } from '../../model/paths.ts';
import { splitAddress } from '../../model/redirects.ts';
import { escapeHtml } from '../../pipeline/html.ts';
import { sentenceOf, type PlaceChange } from './publish.ts';

/** About so many fit the budget of a page with a list. A course is taught again before there are more. */
const MAX_LISTED = 800;

const timeOf = (day: string) => `<time datetime="${day}">${formatDate(day)}</time>`;

/**
 * Writes the list of changes. If there are too many for a page, it has the newest, and says where all of them are.
 * @param changes the newest first
 * @param first the day on which the record began, if it has
 * @param titleAt the title of the page of an address
 * @returns HTML
 */
export function changeList(
  changes: PlaceChange[],
  first: string | undefined,
  titleAt: (address: string) => string,
): string {
  const began = first ? `The record began on ${timeOf(first)}.` : '';
  if (!changes.length) return `<p>No change has been recorded yet. ${began}</p>`;
  const listed = changes.slice(0, MAX_LISTED);
  const items = listed.map((change) => {
    const { on, place } = change;
    const { address, name } = place;
    const title = titleAt(address);
    const link = `<a href="${escapeHtml(address)}">${escapeHtml(name || title)}</a>${name && ` – ${escapeHtml(title)}`}`;
    const slug = slugAt(splitAddress(address).path);
    return `<li data-page="${slug}">${timeOf(on)} ${link}: ${escapeHtml(sentenceOf(change))}</li>`;
  });
  const rest =
    listed.length < changes.length
      ? `These are the newest ${listed.length} changes, back to ${timeOf(listed.at(-1)!.on)}. ` +
        `<a href="/${CHANGES_FILE}">${CHANGES_FILE}</a> has all of them. `
      : '';
  return `<ul>${items.join('\n')}</ul><p>${rest}${began}</p>`;
}
