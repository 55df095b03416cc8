/** The page for addresses that lead nowhere: finds the site around it, repairs what it can, and offers its pages. */
import { nearest, uniqueMatch } from './nearest.ts';

/** Paths below the site's root, and titles: what `pages.json` holds. */
type Pages = Record<string, string>;

/** Goes up from the address that was asked for until a folder has the site's list of pages. */
async function findSite(): Promise<{ root: URL; pages: Pages } | undefined> {
  for (let folder = new URL('.', location.href); ; folder = new URL('..', folder)) {
    try {
      const response = await fetch(new URL('pages.json', folder));
      if (response.ok) return { root: folder, pages: await response.json() };
    } catch {
      // No list here, or a host that answers every address with a page: go on.
    }
    if (folder.pathname === '/') return undefined;
  }
}

const asked = document.getElementById('asked');
if (asked) asked.textContent = location.pathname;

const site = await findSite();
if (site) {
  const paths = Object.keys(site.pages);
  const path = location.pathname.slice(site.root.pathname.length);
  const meant = uniqueMatch(path, paths);
  // A host may show this page at an address that is right: leading on to it would never end.
  if (meant !== undefined && meant !== path)
    location.replace(new URL(meant + location.search + location.hash, site.root));
  else offer(site.root, site.pages, nearest(path, paths, 3));
}

/** Shows the likeliest pages, with the part after # that was asked for, and then all. */
function offer(root: URL, pages: Pages, likely: string[]) {
  const listOf = (title: string, paths: string[], fragment = '') => {
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
      ...(likely.length ? listOf('Did you mean', likely, location.hash) : []),
      ...listOf('All pages of this site', Object.keys(pages)),
    );
}
