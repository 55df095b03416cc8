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

function update(): void {
  const chosen = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  for (const article of articles) show(article, chosen);
  printedTitle.textContent = title.value;
  printedTitle.hidden = !title.value;
  document.title = title.value || siteTitle;
  const shown = articles.filter(({ hidden }) => !hidden).length;
  status.textContent = shown
    ? `On the handout: parts of ${shown} ${shown === 1 ? 'page' : 'pages'}`
    : 'Nothing is chosen';
}

/** The choice in the address: `?title=…&show=…&show=…`. */
function note(): void {
  const query = new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
}

const asked = new URLSearchParams(location.search);
title.value = asked.get('title') ?? '';
for (const box of boxes) box.checked = asked.getAll('show').includes(box.value);
update();

form.addEventListener('input', () => {
  update();
  note();
});
form.addEventListener('reset', () =>
  setTimeout(() => {
    update();
    note();
  }),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  print();
});
