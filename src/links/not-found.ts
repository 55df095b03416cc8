/** The page for addresses that lead nowhere: finds the site around it and offers its pages. */

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
  const list = document.createElement('ul');
  for (const [path, title] of Object.entries(site.pages)) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = new URL(path, site.root).href;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
  const text = document.createElement('p');
  text.textContent = 'The pages of this site:';
  document.getElementById('help')?.replaceChildren(text, list);
}

export {};
