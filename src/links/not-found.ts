/** The script of the 404 page. It finds the site, redirects if only one page can be meant, and suggests pages otherwise. */
import { similarPaths, uniqueMatch } from './similar-paths.ts';

/** The titles of the pages, by their paths below the site's root: the content of `pages.json`. */
type Pages = Record<string, string>;

/** Goes up from the requested address to the first folder that has `pages.json`: the root of the site. */
async function findSite(): Promise<{ root: URL; pages: Pages } | undefined> {
  for (let folder = new URL('.', location.href); ; folder = new URL('..', folder)) {
    try {
      const response = await fetch(new URL('pages.json', folder));
      if (response.ok) return { root: folder, pages: (await response.json()) as Pages };
    } catch {
      // The request failed, or the host answered with an HTML page: try the parent folder.
    }
    if (folder.pathname === '/') return undefined;
  }
}

const address = document.getElementById('asked');
if (address) address.textContent = location.pathname;

const site = await findSite();
if (site) {
  const paths = Object.keys(site.pages);
  const requested = location.pathname.slice(site.root.pathname.length);
  const match = uniqueMatch(requested, paths);
  // Some hosts show this page at the address of an existing page. A redirect to itself would never end.
  if (match !== undefined && match !== requested)
    location.replace(new URL(match + location.search + location.hash, site.root));
  else {
    showHeader(site.root);
    suggestPages(site.root, site.pages, similarPaths(requested, paths, 3));
  }
}

/** Shows the header and the search, whose addresses are known now. */
function showHeader(root: URL) {
  const home = document.querySelector<HTMLAnchorElement>('.home')!;
  const form = document.querySelector('form')!;
  home.href = root.href;
  form.action = new URL('search/', root).href;
  for (const element of [home.parentElement!, form]) element.hidden = false;
}

/** Lists the similar pages, whose links keep the requested fragment, and then all pages. */
function suggestPages(root: URL, pages: Pages, similar: string[]) {
  const createList = (title: string, paths: string[], fragment = '') => {
    const heading = document.createElement('h2');
    heading.textContent = title;
    const list = document.createElement('ul');
    list.append(
      ...paths.map((path) => {
        const link = document.createElement('a');
        link.href = new URL(path, root).href + fragment;
        link.textContent = pages[path]!;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
    return [heading, list];
  };
  document
    .getElementById('help')
    ?.replaceChildren(
      ...(similar.length ? createList('Did you mean', similar, location.hash) : []),
      ...createList('All pages of this site', Object.keys(pages)),
    );
}
