/** The script of the 404 page. It finds the site, redirects if only one page can be meant, and suggests pages otherwise. */
import { decode, similarPaths, uniqueMatch } from '../model/similar-paths.ts';

/** The titles of pages, by their paths below the site's root. */
type Pages = Record<string, string>;

/** All pages, by the names of their groups: the content of `pages.json`. */
type Groups = Record<string, Pages>;

/** Goes up from the requested address to the first folder that has `pages.json`: the root of the site. */
async function findSite(): Promise<{ root: URL; groups: Groups } | undefined> {
  for (let folder = new URL('.', location.href); ; folder = new URL('..', folder)) {
    try {
      const response = await fetch(new URL('pages.json', folder));
      if (response.ok) return { root: folder, groups: (await response.json()) as Groups };
    } catch {
      // The request failed, or the host answered with an HTML page: try the parent folder.
    }
    if (folder.pathname === '/') return undefined;
  }
}

/** Whether a saved copy shows this page because the network is gone. The worker answers no HEAD requests, so they fail. */
async function isOffline(): Promise<boolean> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }; // absent over plain HTTP
  if (!serviceWorker?.controller) return false;
  return fetch(location.href, { method: 'HEAD' }).then(
    () => false,
    () => true,
  );
}

const address = document.getElementById('asked');
if (address) address.textContent = location.pathname;

const [site, offline] = await Promise.all([findSite(), isOffline()]);
if (site) {
  const pages = Object.assign({}, ...Object.values(site.groups)) as Pages;
  const paths = Object.keys(pages);
  const requested = location.pathname.slice(site.root.pathname.length);
  const match = uniqueMatch(requested, paths);
  // Some hosts show this page at the address of an existing page. A redirect to itself would never end.
  if (match !== undefined && match !== requested)
    location.replace(new URL(match + location.search + location.hash, site.root));
  else {
    showHeader(site.root, requested);
    const similar = similarPaths(requested, paths, 3);
    if (offline) reportOffline();
    else if (similar[0] !== undefined) correctAddress(site.root, pages, similar.shift()!);
    showLists(site.root, site.groups, pages, similar);
  }
}

/** Shows the header, and the search with the name of the missing page: their addresses are known now. */
function showHeader(root: URL, requested: string) {
  const home = document.querySelector<HTMLAnchorElement>('.home')!;
  const form = document.querySelector('form')!;
  home.href = root.href;
  form.action = new URL('search/', root).href;
  const [name] = /[^/]*\/?$/.exec(decode(requested).replace(/\.\w+$/, ''))!;
  form.querySelector('input')!.value = name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  for (const element of [home.parentElement!, form]) element.hidden = false;
}

/** A link to a page. @param fragment that was asked for, if the page may be the one that was meant */
function linkTo(root: URL, path: string, title: string, fragment = ''): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = new URL(path, root).href + fragment;
  link.textContent = title;
  return link;
}

/** Says that the address may be right: only the network could tell whether there is a page. */
function reportOffline() {
  const title = 'Not in your offline copy';
  document.title = title;
  document.querySelector('h1')!.textContent = title;
  document.getElementById('correction')!.textContent =
    `You are offline, and ${location.pathname} is not in the copy that you saved. The copy has all pages and embeds, but not the site as one file.`;
}

/** Gives the nearest address as the correction of the one that was typed. */
function correctAddress(root: URL, pages: Pages, path: string) {
  const address = document.createElement('code');
  address.textContent = new URL(path, root).pathname;
  document
    .getElementById('truth')
    ?.replaceChildren('Did you mean this page? ', linkTo(root, path, pages[path]!, location.hash), ' ', address);
}

/** Lists further pages that may have been meant, whose links keep the requested fragment, and then all pages in their groups. */
function showLists(root: URL, groups: Groups, pages: Pages, similar: string[]) {
  const createList = (title: string, paths: string[], fragment?: string) => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = title;
    const list = document.createElement('ul');
    for (const path of paths) {
      const item = document.createElement('li');
      item.append(linkTo(root, path, pages[path]!, fragment));
      list.append(item);
    }
    section.append(heading, list);
    return section;
  };
  const all = document.createElement('div');
  all.className = 'groups';
  all.append(...Object.entries(groups).map(([group, pages]) => createList(group, Object.keys(pages))));
  document
    .getElementById('help')!
    .replaceChildren(...(similar.length ? [createList('Similar pages', similar, location.hash)] : []), all);
}
