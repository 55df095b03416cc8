/**
 * Shows only the chosen pages and parts of the handout page. The choices are kept in the address, so that a handout can be
 * linked.
 */
export {};

const form = document.querySelector<HTMLFormElement>('form.handout')!;
const status = form.querySelector('[role="status"]')!;
const checkboxes = [...form.querySelectorAll<HTMLInputElement>('[name="show"]')];
const title = form.querySelector<HTMLInputElement>('[name="title"]')!;
const options = [...form.querySelectorAll('select')];
const presets = [...form.querySelectorAll<HTMLAnchorElement>('[data-preset]')];
const pages = document.querySelector<HTMLElement>('.handout-pages')!;
const printedTitle = pages.querySelector<HTMLElement>('.handout-title')!;
const articles = [...pages.querySelectorAll<HTMLElement>(':scope > article')];
const answers = document.querySelector<HTMLElement>('.handout-answers')!;
const siteName = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')!.content;
const pageTitle = document.title;
/** The address of the page of handouts. */
const home = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.origin + location.pathname;

/** Shows the whole page if it is chosen, or else its chosen parts with the sources that they cite. */
function show(article: HTMLElement, chosen: ReadonlySet<string>): void {
  const isWhole = chosen.has(article.querySelector('h1')!.id);
  const parts = [...article.querySelectorAll('.table[id], .figure[id], h2[id$="/check-yourself"]')].filter(({ id }) =>
    chosen.has(id),
  );
  article.hidden = !isWhole && !parts.length;
  article.toggleAttribute('data-whole', isWhole);
  if (article.hidden) return;
  const hasQuestions = parts.some((part) => part.matches('h2'));
  const isChosen = (part: Element) =>
    part.matches('h1, .reviewed, .sources') ||
    parts.some((chosenPart) => part.contains(chosenPart)) ||
    (hasQuestions && part.matches('.question'));
  for (const part of article.children as HTMLCollectionOf<HTMLElement>) part.hidden = !isWhole && !isChosen(part);
  const cited = new Set(
    parts.flatMap((part) =>
      [...part.querySelectorAll<HTMLAnchorElement>('.cite a')].map(({ hash }) => decodeURIComponent(hash.slice(1))),
    ),
  );
  for (const item of article.querySelectorAll<HTMLLIElement>('.sources li')) {
    item.value = Number(item.id.split('-').pop()); // browsers do not count hidden items, so the number is set
    item.hidden = !isWhole && !cited.has(item.id);
  }
  const sources = article.querySelector<HTMLElement>('.sources');
  if (sources) sources.hidden = !isWhole && !cited.size;
}

/** Lists the answers to the questions of a page that are on the handout, by their numbers there. */
function answersOf(article: HTMLElement): Element[] {
  const questions = [...article.querySelectorAll('.question')].filter((question) => !question.closest('[hidden]'));
  if (!questions.length) return [];
  const heading = document.createElement('h3');
  heading.textContent = article.querySelector('h1')!.textContent;
  const list = document.createElement('ol');
  for (const question of questions) {
    const item = document.createElement('li');
    item.append(...question.querySelector('p')!.cloneNode(true).childNodes);
    item.querySelector('.anchor')?.remove();
    list.append(item);
  }
  return [heading, list];
}

/** Shows questions and sources as the options say. */
function showOptions(): void {
  for (const { name, value } of options) pages.dataset[name] = value;
  const [heading] = answers.children;
  const lists = pages.dataset['questions'] === 'answers-last' ? articles.flatMap(answersOf) : [];
  answers.replaceChildren(heading!, ...lists);
  answers.hidden = !lists.length;
}

const formatCount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Shows the chosen parts and reports how many. @param missing how many parts in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = new Set(checkboxes.filter(({ checked }) => checked).map(({ value }) => value));
  for (const article of articles) show(article, chosen);
  showOptions();
  const shown = articles.filter(({ hidden }) => !hidden).length;
  status.textContent =
    (shown ? `On the handout: ${formatCount(shown, 'page')}, whole or in part` : 'Nothing selected') +
    (missing
      ? `. ${formatCount(missing, 'part')} in this address no longer ${missing === 1 ? 'exists' : 'exist'}.`
      : '');
}

function showTitle(): void {
  printedTitle.textContent = title.value;
  printedTitle.hidden = !title.value;
  document.title = title.value ? `${title.value} – ${siteName}` : pageTitle;
  // The first sheet has the whole address, the lower margins of the others have no room for the choices.
  document.documentElement.style.setProperty('--handout', JSON.stringify(`${document.title} · ${home}`));
}

/** Writes the choices to the address. Slashes are not escaped, since that would make a QR code larger. */
function updateAddress(): void {
  const query = new URLSearchParams(
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- the form has no file inputs
    [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  history.replaceState(null, '', query.size ? `?${query}`.replaceAll('%2F', '/') : location.pathname);
}

/** The names of a choice: its own, and those from before it moved. */
const namesOf = ({ dataset }: HTMLElement, name: string) => [name, ...(dataset['former']?.split(' ') ?? [])];

/** The choices in the address. A preset is short for the choices of its link. */
function readAddress(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  const name = query.get('preset');
  if (!name) return query;
  const preset = presets.find((link) => namesOf(link, link.dataset['preset']!).includes(name));
  return preset ? new URLSearchParams(preset.search) : new URLSearchParams({ show: name });
}

const initialQuery = readAddress();
const available = new Set<string>();
title.value = initialQuery.get('title') ?? '';
for (const select of options) {
  const value = initialQuery.get(select.name);
  if (value && [...select.options].some((option) => option.value === value)) select.value = value;
}
for (const checkbox of checkboxes) {
  const names = namesOf(checkbox, checkbox.value);
  checkbox.checked = names.some((name) => initialQuery.getAll('show').includes(name));
  for (const name of names) available.add(name);
}
// As resolve-from-root.ts does. If two scripts of the page imported that, it would be one more request.
const root = new URL(document.documentElement.dataset['root']!, location.href);
for (const article of articles) article.dataset['address'] = new URL(article.dataset['address']!, root).href;
showTitle();
showChoice(new Set(initialQuery.getAll('show').filter((name) => !available.has(name))).size);
pages.dataset['ready'] = '';

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
