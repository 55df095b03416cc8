/** Asks a deployed site for what it promises: its pages, the places on them, its links, its headers, its errors. */
import { readManifest } from '../src/links/manifest.ts';
import { readRedirects } from '../src/model/redirects.ts';
import { attributeOf, elementsOf } from '../src/pipeline/html.ts';
import { headersFor } from '../src/hosting/headers.ts';

export interface DeployProblem {
  /** The address. */
  where: string;
  what: string;
}

/** So many pages are asked for at a time: a small host is not to notice. */
const AT_A_TIME = 4;

async function mapConcurrent<T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const work = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await ask(one);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

interface Page {
  ids: Set<string>;
  /** Addresses without the part after #, and that part. */
  links: { address: string; fragment: string }[];
}

/**
 * @param address where the site begins
 * @param progress told after each page
 * @returns what is not as it should be, in the order of the pages
 */
export async function verifySite(
  address: string,
  progress: (done: number, all: number) => void = () => {},
): Promise<DeployProblem[]> {
  const root = new URL(address.endsWith('/') ? address : `${address}/`);
  const problems: DeployProblem[] = [];
  const report = (where: URL | string, what: string) => problems.push({ where: String(where), what });
  const manifest = readManifest();
  const redirects = readRedirects();
  const moved = new Set([...redirects.pages, ...redirects.places, ...redirects.gone].map(({ from }) => from));
  const paths = Object.keys(manifest).filter((path) => !moved.has(path));

  const pages = new Map<string, Page>();
  /** The pages by what is wrong with their headers, which is mostly the same for all. */
  const headers = new Map<string, string[]>();
  let done = 0;
  await mapConcurrent(paths, async (path) => {
    const url = new URL(path.slice(1), root);
    try {
      const response = await fetch(url, { redirect: 'manual' });
      if (response.status !== 200) report(url, `Status ${response.status}, not 200.`);
      else {
        pages.set(url.href, pageOf(root, url, await response.text()));
        for (const what of headerProblems(response.headers, path)) {
          headers.set(what, [...(headers.get(what) ?? []), url.href]);
        }
      }
    } catch (error) {
      report(url, `No answer: ${(error as Error).cause ?? (error as Error).message}.`);
    }
    progress(++done, paths.length);
  });

  for (const [what, where] of headers)
    report(where[0]!, where.length > 1 ? `${what} So on ${where.length} pages.` : what);
  /** The files that are linked, and from where. */
  const files = new Map<string, URL>();
  for (const path of paths) {
    const url = new URL(path.slice(1), root);
    const page = pages.get(url.href);
    for (const id of page ? manifest[path]! : []) {
      if (!page!.ids.has(id) && !moved.has(`${path}#${id}`))
        report(`${url.href}#${id}`, 'This promised place is missing.');
    }
    for (const { address, fragment } of page?.links ?? []) {
      if (/\.\w+$/.test(address)) {
        files.set(address, url);
        continue;
      }
      const target = pages.get(address);
      if (!target && paths.some((known) => new URL(known.slice(1), root).href === address)) continue; // said above
      if (!target) report(url, `It links ${address}, which is no page of the site.`);
      else if (fragment && !target.ids.has(fragment))
        report(url, `It links ${address}#${fragment}, a place that does not exist.`);
    }
  }

  await mapConcurrent([...files], async ([file, from]) => {
    const status = await fetch(file, { method: 'HEAD', redirect: 'manual' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status !== 200) report(from, `It links ${file}, which answers with ${status || 'nothing'}.`);
  });
  if (pages.size) {
    for (const { from, to } of redirects.pages) await reportMoved(root, from, to, report);
    const unanswered = (error: Error) => report(root, `No answer: ${error.message}.`);
    await reportFiles(root, report).catch(unanswered);
    await reportBehavior(root, paths, report).catch(unanswered);
  }
  return problems;
}

function pageOf(root: URL, url: URL, html: string): Page {
  const ids = new Set<string>();
  const links: Page['links'] = [];
  for (const element of elementsOf(html)) {
    const id = attributeOf(element, 'id');
    if (id) ids.add(id);
    const href = element.tagName === 'a' ? attributeOf(element, 'href') : undefined;
    const target = href === undefined ? undefined : new URL(href, url);
    if (!target?.href.startsWith(root.href)) continue;
    const fragment = decodeURIComponent(target.hash.slice(1));
    target.hash = '';
    target.search = ''; // what a page makes of it is its own affair
    links.push({ address: target.href, fragment });
  }
  return { ids, links };
}

type Report = (where: URL | string, what: string) => void;

/** What is wrong with the headers of a file, in words. */
function headerProblems(headers: Headers, path: string): string[] {
  return Object.entries(headersFor(path)).flatMap(([name, value]) => {
    const sent = headers.get(name);
    // Hosts say in several ways that a page is to be asked for again.
    if (name === 'Cache-Control' && value === 'no-cache' && /no-cache|max-age=0\b/.test(sent ?? '')) return [];
    if (sent === null) return [`The header ${name} is missing.`];
    return sent === value ? [] : [`The header ${name} is "${sent}", not "${value}".`];
  });
}

/** A script of the start page: its headers are those of all files that never change. And the page as browsers get it. */
async function reportFiles(root: URL, report: Report): Promise<void> {
  const html = await (await fetch(root)).text();
  const script = /<script type="module" src="([^"]+)"/.exec(html)?.[1];
  if (script) {
    const url = new URL(script, root);
    const { headers } = await fetch(url);
    for (const what of headerProblems(headers, `/${url.pathname.slice(root.pathname.length)}`)) report(url, what);
  }
  const plain = await (await fetch(root, { headers: { 'accept-encoding': 'identity' } })).text();
  if (plain !== html) {
    report(root, 'It comes compressed from an older build than plain: run "npm run compress" after each build.');
  }
}

/** An address that has moved: a redirect of the host, or a page that leads on. */
async function reportMoved(root: URL, from: string, to: string, report: Report): Promise<void> {
  const url = new URL(from.slice(1), root);
  const target = new URL(to.slice(1), root).href;
  try {
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('location');
    const leads =
      response.status === 200
        ? pageOf(root, url, await response.text()).links.some(({ address }) => address === target)
        : location !== null && new URL(location, url).href === target;
    if (!leads) report(url, `It has moved, and does not lead to ${target}.`);
  } catch (error) {
    report(url, `No answer: ${(error as Error).message}.`);
  }
}

/** What a host does with an address that leads nowhere, and with one that lacks its slash. */
async function reportBehavior(root: URL, paths: string[], report: Report): Promise<void> {
  const nowhere = new URL('no/such/page/', root);
  const missing = await fetch(nowhere);
  if (missing.status !== 404) report(nowhere, `Status ${missing.status}, not 404.`);
  if (!(await missing.text()).includes('Page not found')) report(nowhere, 'It is not answered with 404.html.');
  const folder = paths.find((path) => path.length > 1);
  if (!folder) return;
  const short = new URL(`${folder.slice(1, -1)}?a=1`, root);
  const { status, headers } = await fetch(short, { redirect: 'manual' });
  const target = headers.get('location');
  if (status < 300 || status > 399 || !target) report(short, `Status ${status}: the slash at its end is not added.`);
  else if (new URL(target, short).href !== new URL(`${folder.slice(1)}?a=1`, root).href) {
    report(short, `It leads to ${target}: the query is lost, or the place is wrong.`);
  }
}
