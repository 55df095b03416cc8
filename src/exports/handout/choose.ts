/**
 * Shows of all pages on the page only what is chosen. The choice stands in the address, so that a handout can be linked
 * and made again.
 */
export {};

const form = document.querySelector<HTMLFormElement>('form.handout')!;
const status = form.querySelector('[role="status"]')!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="show"]')];
const title = form.querySelector<HTMLInputElement>('[name="title"]')!;
const printedTitle = document.querySelector<HTMLElement>('.handout-title')!;
const articles = [...document.querySelectorAll<HTMLElement>('.handout-pages > article')];
const siteTitle = document.title;

/** Shows a page, or of it the tables that are chosen, with the sources that they cite. */
function show(article: HTMLElement, chosen: ReadonlySet<string>): void {
  const whole = chosen.has(article.querySelector('h1')!.id);
  const tables = [...article.querySelectorAll('figure.table[id]')].filter(({ id }) => chosen.has(id));
  article.hidden = !whole && !tables.length;
  if (article.hidden) return;
  const cited = new Set(
    tables.flatMap((table) =>
      [...table.querySelectorAll<HTMLAnchorElement>('.cite a')].map(({ hash }) => decodeURIComponent(hash.slice(1))),
    ),
  );
  for (const part of article.children as HTMLCollectionOf<HTMLElement>) {
    part.hidden = !whole && !part.matches('h1, .reviewed, .sources') && !tables.some((table) => part.contains(table));
  }
  for (const item of article.querySelectorAll<HTMLLIElement>('.sources li')) {
    item.value = Number(item.id.split('-').pop()); // an item that is not shown is not counted
    item.hidden = !whole && !cited.has(item.id);
  }
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** Shows what is chosen. @param missing how many parts the address names that are not here any more */
function showChoice(missing = 0): void {
  const chosen = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  for (const article of articles) show(article, chosen);
  const shown = articles.filter(({ hidden }) => !hidden).length;
  status.textContent =
    (shown
      ? `On the handout: ${count(shown, 'page')} or parts of ${shown === 1 ? 'it' : 'them'}`
      : 'Nothing is chosen') + (missing ? `. ${count(missing, 'part')} of this address cannot be found any more.` : '');
}

function showTitle(): void {
  printedTitle.textContent = title.value;
  printedTitle.hidden = !title.value;
  document.title = title.value || siteTitle;
}

/** The choice in the address. Its slashes stay as they are: each would be three signs of a QR code. */
function note(): void {
  const query = new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  history.replaceState(null, '', query.size ? `?${query}`.replaceAll('%2F', '/') : location.pathname);
}

const asked = new URLSearchParams(location.search);
const known = new Set<string>();
title.value = asked.get('title') ?? '';
for (const box of boxes) {
  const names = [box.value, ...(box.dataset['former']?.split(' ') ?? [])];
  box.checked = names.some((name) => asked.getAll('show').includes(name));
  for (const name of names) known.add(name);
}
showTitle();
showChoice(new Set(asked.getAll('show').filter((name) => !known.has(name))).size);

form.addEventListener('input', ({ target }) => {
  if (target === title) showTitle();
  else showChoice();
  note();
});
form.addEventListener('reset', () =>
  setTimeout(() => {
    showTitle();
    showChoice();
    note();
  }),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  print();
});
