/** Says of a link to the site whether it works, and what to do about it. */
import { similarPaths, uniqueMatch } from '../similar-paths.ts';

/** What became of each address of the site: the content of `links.json`. */
export interface Promises {
  /** The ids on each page, by its path. */
  kept: Record<string, string[]>;
  /** The present address of each address that has moved. */
  moved: Record<string, string>;
  /** Why an address was removed, and since when, if that is known: `[why, YYYY-MM-DD]`. */
  gone: Record<string, [why: string, since?: string]>;
  /** The paths of the files that keep their addresses, besides those of pages and tables. */
  files: string[];
}

/** A change of what is at an address. */
interface Change {
  /** The day, YYYY-MM-DD. */
  on: string;
  /** What has changed, as a sentence. */
  what: string;
}

/** The changes at an address since a day. Both are as in the record: `/page/#id`, YYYY-MM-DD. */
export type ChangesSince = (address: string, day: string) => Change[];

export const VERDICT_LABELS = {
  fine: 'Fine',
  changed: 'Changed since',
  moved: 'Leads on',
  gone: 'Gone',
  unknown: 'Never promised',
} as const;
export type Verdict = keyof typeof VERDICT_LABELS;

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
  changes?: Change[];
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const EMBEDS = '/embed/tables/';
/** A table's file, whose address lasts as long as that of its embed. */
const TABLE_FILE = /^\/data\/tables\/([^/]+)\.(csv|json|md)$/;

/** The parts of what follows the root in a link: `concepts/images/index.html?scheme=dark#layers`. */
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

/** The nearest page that there is at or above a path. */
function pageAbove(path: string, { kept }: Promises): string {
  let above = path;
  while (above !== '/' && !(above in kept)) above = above.replace(/[^/]*\/?$/, '');
  return above;
}

/** The nearest place with a wrong address: on its own page if that exists, or else on the nearest page. */
function nearest(path: string, id: string, promises: Promises): Judgment {
  const { kept, moved } = promises;
  const places = kept[path];
  if (places) {
    const elsewhere = Object.keys(kept).filter((page) => kept[page]!.includes(id));
    if (elsewhere.length === 1) return { verdict: 'unknown', to: withId(elsewhere[0]!, id) };
    const exact = uniqueMatch(id, places);
    return { verdict: 'unknown', to: withId(path, exact ?? similarPaths(id, places, 1)[0] ?? ''), certain: !!exact };
  }
  const folder = path.startsWith(EMBEDS) ? EMBEDS : '/';
  const below = [...Object.keys(kept), ...Object.keys(moved)]
    .filter((address) => address.startsWith(EMBEDS) === (folder === EMBEDS) && !address.includes('#'))
    .map((address) => address.slice(folder.length));
  const requested = path.slice(folder.length);
  const match = uniqueMatch(requested, below);
  const page = match ?? similarPaths(requested, below, 1)[0];
  if (page === undefined) return { verdict: 'unknown', to: pageAbove(path, promises) };
  const found = moved[folder + page] ?? folder + page;
  const isThere = !id || (kept[found]?.includes(id) ?? false);
  return { verdict: 'unknown', to: withId(found, isThere ? id : ''), certain: match !== undefined && isThere };
}

/** What became of a page or a place. */
function fateOf(path: string, id: string, promises: Promises): Judgment {
  const { kept, moved, gone } = promises;
  const address = withId(path, id);
  const removed = gone[address] ?? gone[path];
  const to = moved[address];
  if (to !== undefined) return { verdict: 'moved', to, certain: true };
  if (removed) return { verdict: 'gone', why: removed[0], since: removed[1], to: pageAbove(path, promises) };
  const page = moved[path];
  if (page !== undefined) return nearest(page, id, promises);
  if (kept[path] && (!id || kept[path].includes(id))) return { verdict: 'fine' };
  return nearest(path, id, promises);
}

/** What became of a file: a table's lasts as long as its embed. */
function fateOfFile(path: string, promises: Promises): Judgment {
  if (promises.files.includes(path)) return { verdict: 'fine' };
  const [, name = '', ending = ''] = TABLE_FILE.exec(path) ?? [];
  if (!name) return { verdict: 'unknown', to: pageAbove(path.replace(/\.\w+$/, '/'), promises) };
  const fate = fateOf(`${EMBEDS}${name}/`, '', promises);
  const table = fate.to?.startsWith(EMBEDS) ? fate.to.slice(EMBEDS.length, -1).split('/')[0] : undefined;
  const to = table ? `/data/tables/${table}.${ending}` : undefined;
  // Hosts don't redirect files.
  if (fate.verdict === 'moved') return { verdict: 'gone', why: 'The table has another name.', to, certain: true };
  return fate.verdict === 'fine' ? fate : { ...fate, to: to ?? '/data/' };
}

const SEVERITY: Verdict[] = ['fine', 'changed', 'moved', 'unknown', 'gone'];

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

/**
 * Judges a link.
 * @param rest what follows the root of the site in it, such as `concepts/images/?scheme=dark#layers`
 * @param promises what became of each address
 * @param day from which on changes count, YYYY-MM-DD
 * @param changesSince finds them; without it, or without a day, no change counts
 */
export function judge(rest: string, promises: Promises, day = '', changesSince?: ChangesSince): Judgment {
  const { path, query, id, markdown } = split(rest);
  const isFile = !path.endsWith('/');
  const fates = [isFile ? fateOfFile(path, promises) : fateOf(path, id, promises), ...chosenParts(query, promises)];
  const fate = fates.reduce((worst, next) =>
    SEVERITY.indexOf(next.verdict) > SEVERITY.indexOf(worst.verdict) ? next : worst,
  );
  const changes =
    day && changesSince && !isFile && ['fine', 'moved'].includes(fate.verdict)
      ? changesSince(fate.to ?? withId(path, id), day)
      : [];
  const verdict = fate.verdict === 'fine' && changes.length ? 'changed' : fate.verdict;
  const [to, place] = fate.to?.split('#') ?? [];
  return {
    ...fate,
    verdict,
    ...(changes.length && { changes }),
    ...(to !== undefined && { to: withId(to + (to.endsWith('/') ? markdown : '') + query, place ?? '') }),
  };
}
