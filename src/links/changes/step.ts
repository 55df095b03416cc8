/** Compares the words of a build with the record of changes, and publishes what the record says. */
import { writeFile } from 'node:fs/promises';
import { CHANGES_FILE, type Changes } from '../../model/changes.ts';
import { statement, statementFragment } from '../../kinds/statement/index.ts';
import { embedAddresses } from '../../kinds/table/embed-addresses.ts';
import { table } from '../../kinds/table/index.ts';
import { rowFragment } from '../../kinds/table/schema.ts';
import type { Content } from '../../model/kind.ts';
import { pathOf, slugAt } from '../../model/paths.ts';
import { FEED_FILE } from '../../model/published-files.ts';
import { splitAddress } from '../../model/redirects.ts';
import { BuiltPage, type BuiltSite, type Step } from '../../pipeline/built-site.ts';
import { applyEdits, attributeOf } from '../../pipeline/html.ts';
import { pathToRoot } from '../../pipeline/relative-urls.ts';
import { changeList } from './change-list.ts';
import { atomFeed } from './feeds.ts';
import { lessonsOf } from './lessons.ts';
import { placesOf, type Place } from './places.ts';
import { firstDay, listChanges, publishedChanges, type PlaceChange } from './publish.ts';
import { readRecord, RECORD_FILE } from '../../model/record.ts';
import { changedParts, hashPlace } from './record.ts';

/** Where a build leaves the hashes of what readers see, for `npm run links:accept`: a finished page no longer has the attributes that they depend on. */
export const SEEN_FILE = '.astro/seen.json';

/** Counts the places that the record lacks, and those that differ from it, and writes `changes.json`, the feeds and the list on the page of changes. */
export const writeChanges: Step = async (site) => {
  const { content, pages, write } = site;
  const places = placesOf(pages);
  const seen = new Map(places.map((place) => [place.address, hashPlace(place, content.parsed.redirects.data)]));
  await writeFile(SEEN_FILE, JSON.stringify(Object.fromEntries(seen)));
  const record = readRecord();
  const partsOf = ({ address }: Place) => changedParts(record[address], seen.get(address)!);
  const added = places.filter(({ address }) => !record[address]).length;
  const changed = places.filter((place) => record[place.address] && partsOf(place).length);
  const published = publishedChanges(places, embedAddresses(content), record, added + changed.length);
  const page = content.pageWith('Changes');
  await write(
    CHANGES_FILE,
    JSON.stringify({ ...published, ...(page && { page: pathOf(page.slug) }) } satisfies Changes),
  );
  const changes = listChanges(places, record);
  const first = firstDay(record);
  if (first) await writeFeeds(site, changes, (path) => record[path]?.first ?? first);
  insertList(site, changes, first);
  if (!added && !changed.length) return `${places.length} places as they are recorded`;
  const counts = [
    added && (added === 1 ? '1 place is new' : `${added} places are new`),
    changed.length &&
      `${changed.length === 1 ? '1 place has' : `${changed.length} places have`} changed (${firstOf(changed)})`,
  ];
  const course = courseAddresses(content);
  const reworded = changed
    .filter((place) => course.has(place.address) && partsOf(place).includes('words'))
    .map(({ address }) => address);
  const restore = `. Restore the words of the course at ${reworded.join(', ')}: a correction says what is true`;
  return `${counts.filter(Boolean).join(', ')}, compared with ${RECORD_FILE}: "npm run links:accept" records that${reworded.length ? restore : ''}`;
};

/** How many changed places the build's line names. They show an author whose changes they are. */
const MAX_NAMED = 3;

/** The addresses of the first places, and how many more there are. */
function firstOf(places: Place[]): string {
  const named = places.slice(0, MAX_NAMED).map(({ address }) => address);
  return named.join(', ') + (places.length > MAX_NAMED ? ` and ${places.length - MAX_NAMED} more` : '');
}

/** The addresses of the words of the course: its sentences, and the rows of its tables. */
const courseAddresses = (content: Content): ReadonlySet<string> =>
  new Set([
    ...[...content.byId(statement)].map(([id, { page }]) => `${pathOf(page)}#${statementFragment(id)}`),
    ...[...content.byId(table)].flatMap(([name, { origin, page, rows }]) =>
      origin === 'course' ? rows.map(({ id }) => `${pathOf(page)}#${rowFragment(name, id)}`) : [],
    ),
  ]);

const titleAt = (content: Content, address: string) =>
  content.page(slugAt(splitAddress(address).path))?.frontmatter.title ?? '';

/** Writes the feed of the site, and one for each page but the start page. @param firstAt the first day of a page */
async function writeFeeds(
  { content, url, write }: BuiltSite,
  changes: PlaceChange[],
  firstAt: (path: string) => string,
): Promise<void> {
  const { title: author } = content.parsed.site.data;
  const paths = content.pages.map(({ slug }) => pathOf(slug));
  for (const path of paths) {
    const isSite = path === '/';
    const file = `${path}${FEED_FILE}`;
    const feed = atomFeed({
      path,
      title: `${isSite ? author : titleAt(content, path)}: what has changed`,
      author,
      file,
      first: firstAt(path),
      changes: isSite ? changes : changes.filter(({ place }) => splitAddress(place.address).path === path),
      titleAt: (address) => titleAt(content, address),
      addressAt: (address) =>
        url ? new URL(address.slice(1), url).href : pathToRoot(file.slice(1)) + address.slice(1),
    });
    await write(file.slice(1), feed);
  }
}

/** Puts the newest changes into the page that lists them, for readers without JavaScript and for the steps that follow. */
function insertList({ content, pages, pageAt }: BuiltSite, changes: PlaceChange[], first: string | undefined): void {
  const slug = content.pageWith('Changes')?.slug;
  if (!slug) return;
  const page = pageAt(slug);
  const container = page.elements.find((element) => attributeOf(element, 'class') === 'changes-list')!;
  const text = changeList(changes, first, lessonsOf(content), (address) => titleAt(content, address));
  const end = container.sourceCodeLocation!.endTag!.startOffset;
  const html = applyEdits(page.html, [{ start: end, end, text }]);
  pages[pages.indexOf(page)] = new BuiltPage(page.file, html);
}
