/** Says whether a link to the site works, and what to do about it. */
import { EMBED_ROOT, embeddedId } from '../../kinds/table/embed.ts';
import type { RecordedChange } from '../../model/changes.ts';
import { FEED_FILE, SOCIAL_PICTURE_FILE } from '../../model/published-files.ts';
import { decode, similarPaths, uniqueMatch } from '../../model/similar-paths.ts';
import type { Verdict } from './texts.ts';

/** What became of each address of the site: the content of `links.json`. */
export interface Promises {
  /** The ids on each page, by its path. */
  kept: Record<string, string[]>;
  /** The present address of each address that has moved. */
  moved: Record<string, string>;
  /** Why an address was removed, and since when, if that is known: `[why, YYYY-MM-DD]`. */
  gone: Record<string, [why: string, since?: string]>;
  /** The ids on each page, by its path, that nobody has promised to keep. The page itself may be unpromised, too. */
  unpromised: Record<string, string[]>;
  /** The paths of the files that keep their addresses, besides those of pages and tables. */
  files: string[];
}

/** The changes at an address since a day. Both are as in the record: `/page/#id`, YYYY-MM-DD. */
export type ChangesSince = (address: string, day: string) => RecordedChange[];

export interface Judgment {
  verdict: Verdict;
  /** The better address, from the site's root: `/page/#id`. It keeps the query of the link. */
  to?: string | undefined;
  /** Whether the better address is certainly what the link means. */
  certain?: boolean;
  /** Why it was removed. */
  why?: string;
  /** Since when, YYYY-MM-DD, if that is known. */
  since?: string | undefined;
  /** What has changed there since the day that the reader named. */
  changes?: RecordedChange[];
}

/** A table's file, whose address lasts as long as its embed's. */
const TABLE_FILE = /^\/data\/tables\/([^/]+)\.(csv|json|md)$/;

/** A file of a page, whose address lasts as long as the page's. */
const PAGE_FILE = new RegExp(`^(?!${EMBED_ROOT})(.*/)(${FEED_FILE}|${SOCIAL_PICTURE_FILE})$`);

/** The parts of a link after the root: `concepts/images/index.html?scheme=dark#layers`. */
function split(rest: string) {
  const [, page = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(rest) ?? [];
  const path = `/${decode(page)}`.replace(/\/index\.(?:html?|md)$/, '/');
  const file = /\/[^/]*\.\w+$/.test(path);
  const id = decode(hash.replace(/:~:.*/s, ''));
  const markdown = page.endsWith('.md') && !file ? 'index.md' : '';
  return {
    path: file || path.endsWith('/') ? path : `${path}/`,
    query,
    id: /^(?:top|_top)$/.test(id) ? '' : id,
    markdown,
  };
}

const withId = (path: string, id: string) => (id ? `${path}#${id}` : path);

/** The nearest existing page at or above a path. */
function pageAbove(path: string, { kept }: Promises): string {
  let above = path;
  while (above !== '/' && !(above in kept)) above = above.replace(/[^/]*\/?$/, '');
  return above;
}

/** The judgment on an address with no known meaning. The page above it may help, but not the start page. */
function unknownBelow(path: string, promises: Promises): Judgment {
  const above = pageAbove(path, promises);
  return { verdict: 'unknown', to: above === '/' ? undefined : above };
}

/** The pages that have a place with an id. */
const pagesWith = (id: string, { kept }: Promises) => Object.keys(kept).filter((page) => kept[page]!.includes(id));

/**
 * The nearest place to a wrong one on a page that exists: there, if only the spelling differs; else on the only other page
 * that has it; else the most similar place on the same page, or the page itself.
 */
function nearestPlace(path: string, id: string, promises: Promises): Judgment {
  const { kept, moved } = promises;
  const former = Object.keys(moved).map((from) => from.split('#'));
  const ids = [...former.flatMap(([page, id]) => (page === path && id) || []), ...kept[path]!];
  const exact = uniqueMatch(id, ids);
  const almost = exact ?? ids.find((name) => name === `${id}s` || id === `${name}s`);
  const pages = pagesWith(id, promises);
  if (almost === undefined && pages.length === 1) return { verdict: 'unknown', to: withId(pages[0]!, id) };
  const to = withId(path, almost ?? similarPaths(id, ids, 1)[0] ?? '');
  return { verdict: 'unknown', to: moved[to] ?? to, certain: exact !== undefined };
}

/** The nearest page to a wrong path, with the place if that page has or had it. */
function nearest(path: string, id: string, promises: Promises): Judgment {
  const folder = path.startsWith(EMBED_ROOT) ? EMBED_ROOT : '/';
  const below = Object.keys({ ...promises.kept, ...promises.moved })
    .filter((address) => address.startsWith(EMBED_ROOT) === (folder === EMBED_ROOT) && !address.includes('#'))
    .map((address) => address.slice(folder.length));
  const requested = path.slice(folder.length);
  const match = uniqueMatch(requested, below);
  const [, name = ''] = /([^/]+)\/$/.exec(requested) ?? [];
  const owners = pagesWith(name, promises);
  // The name of a table or a heading, mistaken for a page's.
  if (match === undefined && owners.length === 1 && !below.some((page) => page.includes(name))) {
    return meant(withId(owners[0]!, name), { verdict: 'unknown', certain: false });
  }
  const page = match ?? similarPaths(requested, below, 1)[0];
  if (page === undefined) return unknownBelow(path, promises);
  const fate = fateOf(folder + page, id, promises);
  return meant(withId(folder + page, id), { ...fate, certain: match !== undefined && fate.certain !== false });
}

/** The judgment on a wrong address that means another one. @param fate of the address that it means */
function meant(address: string, { verdict, to = address, certain }: Judgment): Judgment {
  return { verdict: 'unknown', to, certain: certain !== false && verdict !== 'gone' };
}

/** Whether a page has a place. @param ids on the page, if there is one @param id empty for the page itself */
const has = (ids: string[] | undefined, id: string) => ids && (!id || ids.includes(id));

/** What became of a page or a place. */
function fateOf(path: string, id: string, promises: Promises): Judgment {
  const { kept, moved, gone } = promises;
  const address = withId(path, id);
  const removed = gone[address] ?? gone[path];
  const to = moved[address];
  if (to !== undefined) return { verdict: 'moved', to, certain: true };
  if (removed) return { verdict: 'gone', why: removed[0], since: removed[1], to: pageAbove(path, promises) };
  const page = moved[path];
  if (page !== undefined) {
    const fate = fateOf(page, id, promises); // a redirect keeps the fragment
    return fate.verdict === 'fine' ? { verdict: 'moved', to: withId(page, id), certain: true } : fate;
  }
  if (has(kept[path], id)) return { verdict: 'fine' };
  const similar = kept[path] ? nearestPlace(path, id, promises) : nearest(path, id, promises);
  return has(promises.unpromised[path], id) ? { ...similar, verdict: 'unpromised', certain: false } : similar;
}

/** What became of a file. A page's lasts as long as the page, and a table's as long as its embed. */
function fateOfFile(path: string, promises: Promises): Judgment {
  if (promises.files.includes(path)) return { verdict: 'fine' };
  const [, page, file = ''] = PAGE_FILE.exec(path) ?? [];
  const [, table = '', ending = ''] = TABLE_FILE.exec(path) ?? [];
  if (!page && !table) return unknownBelow(path.replace(/\.\w+$/, '/'), promises);
  const fate = fateOf(page ?? `${EMBED_ROOT}${table}/`, '', promises);
  if (fate.verdict === 'fine') return fate;
  const [, present] = /^\/embed\/tables\/([^/]+)/.exec(fate.to ?? '') ?? [];
  const to = page ? fate.to?.replace(/#.*|$/, file) : present ? `/data/tables/${present}.${ending}` : '/data/';
  // Hosts don't redirect files.
  if (fate.verdict === 'moved')
    return { verdict: 'gone', why: `The ${page ? 'page' : 'table'} has a new address.`, to, certain: true };
  return { ...fate, to };
}

/** What became of a page, a place or a file. With wrong capitals or doubled slashes, the tidy one is meant. */
function fateAt(path: string, id: string, promises: Promises): Judgment {
  const fateOfPath = (path: string) => (path.endsWith('/') ? fateOf(path, id, promises) : fateOfFile(path, promises));
  const fate = fateOfPath(path);
  const tidy = path.toLowerCase().replace(/\/{2,}/g, '/');
  if (fate.verdict !== 'unknown' || tidy === path) return fate;
  const tidyFate = fateOfPath(tidy);
  return tidyFate.verdict === 'unknown' ? fate : meant(withId(tidy, id), tidyFate);
}

const SEVERITY: Verdict[] = ['fine', 'changed', 'moved', 'unpromised', 'unknown', 'gone'];

/** The pages and parts that the address of a handout chooses. The handout finds those that have moved. */
function chosenParts(query: string, promises: Promises): Judgment[] {
  const parameters = new URLSearchParams(query);
  return [...parameters.getAll('show'), ...parameters.getAll('preset')].flatMap((choice) => {
    const page = choice === 'index' ? '/' : `/${choice}/`;
    const [, path = '', id = ''] = /^(.*\/)([^/]+)$/.exec(`/${choice}`) ?? [];
    const isPage = page in promises.kept || page in promises.moved || page in promises.gone;
    const { verdict, ...fate } = isPage
      ? fateOf(page, '', promises)
      : fateOf(path === '/index/' ? '/' : path, id, promises);
    if (verdict === 'fine' || verdict === 'moved') return [];
    return [{ ...fate, verdict, to: undefined, why: fate.why ?? `It chooses ${choice}, which isn’t on the site.` }];
  });
}

/** The judgment on a link that begins with another address of the site. @param rest what follows that address */
export function atFormerRoot(judgment: Judgment, rest: string): Judgment {
  const { verdict, to } = judgment;
  if (verdict === 'gone' || verdict === 'unknown') return judgment;
  return { ...judgment, verdict: 'former', to: verdict !== 'unpromised' && to ? to : `/${rest}`, certain: true };
}

/**
 * The judgment on a link that is the address of a frame: hosts let other sites frame only embeds.
 * @param judgment on the address itself
 * @param rest of the link after the root of the site
 */
export function inFrame(judgment: Judgment, rest: string, { kept }: Promises): Judgment {
  const { verdict, to = verdict === 'unknown' ? EMBED_ROOT : `/${rest}` } = judgment;
  if (to.startsWith(EMBED_ROOT) || verdict === 'gone') return judgment;
  const { id } = split(to.slice(1));
  const embed = Object.keys(kept).find((path) => path.startsWith(EMBED_ROOT) && embeddedId(path) === id);
  return { verdict: 'unframed', to: embed, certain: embed !== undefined && judgment.certain !== false };
}

/**
 * Judges a link.
 * @param rest of the link after the root of the site, such as `concepts/images/?scheme=dark#layers`
 * @param promises what became of each address
 * @param day from which changes count, YYYY-MM-DD
 * @param changesSince finds them; without it, or without a day, no change counts
 */
export function judge(rest: string, promises: Promises, day = '', changesSince?: ChangesSince): Judgment {
  const { path, query, id, markdown } = split(rest);
  const isFile = !path.endsWith('/');
  const fates = [fateAt(path, id, promises), ...chosenParts(query, promises)];
  const [fate] = fates.sort((a, b) => SEVERITY.indexOf(b.verdict) - SEVERITY.indexOf(a.verdict)) as [Judgment];
  const changes =
    day && changesSince && !isFile && ['fine', 'moved'].includes(fate.verdict)
      ? changesSince(fate.to ?? withId(path, id), day)
      : [];
  const isOnlyCase = fate.verdict === 'unknown' && fate.to?.toLowerCase() === withId(path, id).toLowerCase();
  const verdict = isOnlyCase ? 'capitals' : fate.verdict === 'fine' && changes.length ? 'changed' : fate.verdict;
  const to = fate.to?.replace(/\/?(?=#|$)/, (slash) => slash + (slash && markdown) + query);
  return { ...fate, verdict, ...(changes.length && { changes }), ...(to && { to }) };
}
