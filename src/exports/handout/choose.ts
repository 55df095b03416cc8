/**
 * Shows only the chosen pages and tables of the handout page. The choices are kept in the address, so that a handout can be
 * linked.
 */
export {};

const form = document.querySelector<HTMLFormElement>('form.handout')!;
const status = form.querySelector('[role="status"]')!;
const checkboxes = [...form.querySelectorAll<HTMLInputElement>('[name="show"]')];
const title = form.querySelector<HTMLInputElement>('[name="title"]')!;
const printedTitle = document.querySelector<HTMLElement>('.handout-title')!;
const articles = [...document.querySelectorAll<HTMLElement>('.handout-pages > article')];
const siteTitle = document.title;

/** Shows the whole page if it is chosen, or else its chosen tables with the sources that they cite. */
function show(article: HTMLElement, chosen: ReadonlySet<string>): void {
  const isWhole = chosen.has(article.querySelector('h1')!.id);
  const tables = [...article.querySelectorAll('.table[id]')].filter(({ id }) => chosen.has(id));
  article.hidden = !isWhole && !tables.length;
  if (article.hidden) return;
  const cited = new Set(
    tables.flatMap((table) =>
      [...table.querySelectorAll<HTMLAnchorElement>('.cite a')].map(({ hash }) => decodeURIComponent(hash.slice(1))),
    ),
  );
  for (const part of article.children as HTMLCollectionOf<HTMLElement>) {
    part.hidden = !isWhole && !part.matches('h1, .reviewed, .sources') && !tables.some((table) => part.contains(table));
  }
  for (const item of article.querySelectorAll<HTMLLIElement>('.sources li')) {
    item.value = Number(item.id.split('-').pop()); // browsers do not count hidden items, so the number is set
    item.hidden = !isWhole && !cited.has(item.id);
  }
}

const formatCount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Shows the chosen parts and reports how many. @param missing how many parts in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = new Set(checkboxes.filter(({ checked }) => checked).map(({ value }) => value));
  for (const article of articles) show(article, chosen);
  const shown = articles.filter(({ hidden }) => !hidden).length;
  status.textContent =
    (shown
      ? `On the handout: ${formatCount(shown, 'page')} or parts of ${shown === 1 ? 'it' : 'them'}`
      : 'Nothing is chosen') +
    (missing ? `. ${formatCount(missing, 'part')} of this address cannot be found any more.` : '');
}

function showTitle(): void {
  printedTitle.textContent = title.value;
  printedTitle.hidden = !title.value;
  document.title = title.value || siteTitle;
}

/** Writes the choices to the address. Slashes are not escaped, since that would make a QR code larger. */
function updateAddress(): void {
  const query = new URLSearchParams(
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- the form has no file inputs
    [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  history.replaceState(null, '', query.size ? `?${query}`.replaceAll('%2F', '/') : location.pathname);
}

const initialQuery = new URLSearchParams(location.search);
const available = new Set<string>();
title.value = initialQuery.get('title') ?? '';
for (const checkbox of checkboxes) {
  const names = [checkbox.value, ...(checkbox.dataset['former']?.split(' ') ?? [])];
  checkbox.checked = names.some((name) => initialQuery.getAll('show').includes(name));
  for (const name of names) available.add(name);
}
showTitle();
showChoice(new Set(initialQuery.getAll('show').filter((name) => !available.has(name))).size);
printedTitle.parentElement!.dataset['ready'] = '';

form.addEventListener('input', ({ target }) => {
  if (target === title) showTitle();
  else showChoice();
  updateAddress();
});
form.addEventListener('reset', () =>
  // The event comes before the form is reset.
  setTimeout(() => {
    showTitle();
    showChoice();
    updateAddress();
  }),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  print();
});
