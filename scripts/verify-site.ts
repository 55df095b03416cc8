/** Checks that a deployed site keeps its promises: pages, targets, links, headers, redirects and error pages. */
import { headersFor } from '../src/hosting/headers.ts';
import { readManifest } from '../src/links/manifest.ts';
import { readRedirects } from '../src/model/redirects.ts';
import { attributeOf, parseElements } from '../src/pipeline/html.ts';

export interface DeployProblem {
  /** The URL at which the problem shows. */
  url: string;
  message: string;
}

type Report = (url: URL | string, message: string) => void;

interface Page {
  ids: Set<string>;
  /** The links to this site, with the URL and its fragment apart. */
  links: { url: string; fragment: string }[];
}

/** Few enough that a small host does not notice. */
const MAX_CONCURRENT_REQUESTS = 4;

/**
 * Requests everything that a site promises.
 * @param address where the site begins, with or without the slash at its end
 * @param onProgress is called after each page with the number of pages that are done, and of all pages
 * @returns the problems, in the order of the pages
 */
export async function verifySite(
  address: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<DeployProblem[]> {
  const root = new URL(address.endsWith('/') ? address : `${address}/`);
  const problems: DeployProblem[] = [];
  const report: Report = (url, message) => problems.push({ url: String(url), message });
  const manifest = readManifest();
  const redirects = readRedirects();
  const redirected = new Set([...redirects.pages, ...redirects.places, ...redirects.gone].map(({ from }) => from));
  const paths = Object.keys(manifest).filter((path) => !redirected.has(path));

  const pages = await fetchPages(root, paths, report, onProgress);
  const linkedFiles = new Map<string, URL>();
  for (const path of paths) {
    const url = urlAt(root, path);
    const page = pages.get(url.href);
    if (!page) continue;
    const targets = manifest[path]!.filter((id) => !redirected.has(`${path}#${id}`));
    reportMissingTargets(url, page, targets, report);
    reportBrokenLinks(root, url, page, { pages, paths, linkedFiles }, report);
  }
  await reportMissingFiles(linkedFiles, report);

  if (pages.size) {
    for (const { from, to } of redirects.pages) await reportBrokenRedirect(root, from, to, report);
    const reportNoAnswer = (error: Error) => report(root, `No answer: ${error.message}.`);
    await reportStartPage(root, report).catch(reportNoAnswer);
    await reportHostBehavior(root, paths, report).catch(reportNoAnswer);
  }
  return problems;
}

/** The URL of a path from the site's root, on the host. */
const urlAt = (root: URL, path: string): URL => new URL(path.slice(1), root);

/** Fetches the pages, and reports those that do not come and headers that differ. @returns the pages by URL */
async function fetchPages(
  root: URL,
  paths: string[],
  report: Report,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  // A host mostly sends the same wrong headers with all pages, which is one problem.
  const urlsByHeaderProblem = new Map<string, string[]>();
  let done = 0;
  await forEachConcurrently(paths, async (path) => {
    const url = urlAt(root, path);
    try {
      const response = await fetch(url, { redirect: 'manual' });
      if (response.status !== 200) report(url, `Status ${response.status}, not 200.`);
      else {
        pages.set(url.href, parsePage(root, url, await response.text()));
        for (const message of headerProblems(response.headers, path)) {
          urlsByHeaderProblem.set(message, [...(urlsByHeaderProblem.get(message) ?? []), url.href]);
        }
      }
    } catch (error) {
      const { cause, message } = error as Error;
      report(url, `No answer: ${cause instanceof Error ? String(cause) : message}.`);
    }
    onProgress(++done, paths.length);
  });
  for (const [message, urls] of urlsByHeaderProblem) {
    report(urls[0]!, urls.length > 1 ? `${message} So on ${urls.length} pages.` : message);
  }
  return pages;
}

/** Runs an asynchronous function for each item, a few at a time, in the order of the items. */
async function forEachConcurrently<T>(items: readonly T[], visit: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const work = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await visit(item);
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT_REQUESTS }, work));
}

function parsePage(root: URL, url: URL, html: string): Page {
  const ids = new Set<string>();
  const links: Page['links'] = [];
  for (const element of parseElements(html)) {
    const id = attributeOf(element, 'id');
    if (id) ids.add(id);
    const href = element.tagName === 'a' ? attributeOf(element, 'href') : undefined;
    const target = href === undefined ? undefined : new URL(href, url);
    if (!target?.href.startsWith(root.href)) continue;
    const fragment = decodeURIComponent(target.hash.slice(1));
    target.hash = '';
    target.search = ''; // Scripts on the page read the query. The host sends the same page with any query.
    links.push({ url: target.href, fragment });
  }
  return { ids, links };
}

/** The differences between the headers of a response and those that the project sets for a path. */
function headerProblems(headers: Headers, path: string): string[] {
  return Object.entries(headersFor(path)).flatMap(([name, expected]) => {
    const actual = headers.get(name);
    // Some hosts express `no-cache` in another way.
    if (name === 'Cache-Control' && expected === 'no-cache' && /no-cache|max-age=0\b/.test(actual ?? '')) return [];
    if (actual === null) return [`The header ${name} is missing.`];
    return actual === expected ? [] : [`The header ${name} is "${actual}", not "${expected}".`];
  });
}

function reportMissingTargets(url: URL, page: Page, ids: string[], report: Report): void {
  for (const id of ids) {
    if (!page.ids.has(id)) report(`${url.href}#${id}`, 'This promised place is missing.');
  }
}

/** Reports links to pages and targets that do not exist, and adds each linked file with the page that links it. */
function reportBrokenLinks(
  root: URL,
  pageUrl: URL,
  page: Page,
  site: { pages: Map<string, Page>; paths: string[]; linkedFiles: Map<string, URL> },
  report: Report,
): void {
  for (const { url, fragment } of page.links) {
    if (/\.\w+$/.test(url)) {
      site.linkedFiles.set(url, pageUrl);
      continue;
    }
    const target = site.pages.get(url);
    // A promised page that did not come is a problem already.
    if (!target && site.paths.some((path) => urlAt(root, path).href === url)) continue;
    if (!target) report(pageUrl, `It links ${url}, which is no page of the site.`);
    else if (fragment && !target.ids.has(fragment)) {
      report(pageUrl, `It links ${url}#${fragment}, a place that does not exist.`);
    }
  }
}

async function reportMissingFiles(linkedFiles: Map<string, URL>, report: Report): Promise<void> {
  await forEachConcurrently([...linkedFiles], async ([file, pageUrl]) => {
    const status = await fetch(file, { method: 'HEAD', redirect: 'manual' }).then(
      (response) => response.status,
      () => 0,
    );
    if (status !== 200) report(pageUrl, `It links ${file}, which answers with ${status || 'nothing'}.`);
  });
}

/** Checks that a page that has moved is a redirect of the host, or a page that links its successor. */
async function reportBrokenRedirect(root: URL, from: string, to: string, report: Report): Promise<void> {
  const url = urlAt(root, from);
  const successor = urlAt(root, to).href;
  try {
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('location');
    const isRedirected =
      response.status === 200
        ? parsePage(root, url, await response.text()).links.some((link) => link.url === successor)
        : location !== null && new URL(location, url).href === successor;
    if (!isRedirected) report(url, `It has moved, and does not lead to ${successor}.`);
  } catch (error) {
    report(url, `No answer: ${(error as Error).message}.`);
  }
}

/** Checks that the start page is the same with and without compression, and the headers of its script for all assets. */
async function reportStartPage(root: URL, report: Report): Promise<void> {
  const html = await (await fetch(root)).text();
  const script = /<script type="module" src="([^"]+)"/.exec(html)?.[1];
  if (script) {
    const url = new URL(script, root);
    const { headers } = await fetch(url);
    const path = `/${url.pathname.slice(root.pathname.length)}`;
    for (const message of headerProblems(headers, path)) report(url, message);
  }
  const uncompressed = await (await fetch(root, { headers: { 'accept-encoding': 'identity' } })).text();
  if (uncompressed !== html) {
    report(root, 'It comes compressed from an older build than plain: run "npm run compress" after each build.');
  }
}

/** Checks what the host does with an address that leads nowhere, and with one that lacks the slash at its end. */
async function reportHostBehavior(root: URL, paths: string[], report: Report): Promise<void> {
  const nowhere = new URL('no/such/page/', root);
  const notFound = await fetch(nowhere);
  if (notFound.status !== 404) report(nowhere, `Status ${notFound.status}, not 404.`);
  if (!(await notFound.text()).includes('Page not found')) report(nowhere, 'It is not answered with 404.html.');

  const path = paths.find((path) => path.length > 1);
  if (!path) return;
  const withoutSlash = new URL(`${path.slice(1, -1)}?a=1`, root);
  const { status, headers } = await fetch(withoutSlash, { redirect: 'manual' });
  const location = headers.get('location');
  if (status < 300 || status > 399 || !location) {
    report(withoutSlash, `Status ${status}: the slash at its end is not added.`);
  } else if (new URL(location, withoutSlash).href !== new URL(`${path.slice(1)}?a=1`, root).href) {
    report(withoutSlash, `It leads to ${location}: the query is lost, or the place is wrong.`);
  }
}
