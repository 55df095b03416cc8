/**
 * Before printing a lesson plan, numbers its links as print.css shows them, and lists their addresses at its end:
 * teachers open them one by one.
 */
const main = document.querySelector('main')!;
const list = document.createElement('section');
list.className = 'link-list';

addEventListener('beforeprint', () => {
  const canonical = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;
  const [root, published] = [location.href, canonical].map(
    (base) => new URL(document.documentElement.dataset['root']!, base).href,
  ) as [string, string];
  const items = new Map<string, HTMLLIElement>();
  for (const link of main.querySelectorAll<HTMLAnchorElement>('p a, ul:not(.meta) a')) {
    const isHere = link.host === location.host && link.pathname === location.pathname;
    if (isHere || link.matches('.term, .cite a, .fact a, .row-sources a, .actions a, footer a')) continue;
    const address = link.href.startsWith(root) ? link.href.slice(root.length) : link.href;
    const item = items.get(address) ?? document.createElement('li');
    item.textContent = address;
    items.set(address, item);
    link.dataset['number'] = String([...items.keys()].indexOf(address) + 1);
  }
  const [heading, note, addresses] = ['h2', 'p', 'ol'].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  heading.textContent = 'Links';
  note.textContent = `Addresses without “https://” begin with ${published}`;
  addresses.append(...items.values());
  list.replaceChildren(heading, note, addresses);
  main.querySelector('footer')!.before(list);
});
addEventListener('afterprint', () => list.remove());

export {}; // without it, this file isn't a module, and its names are global
