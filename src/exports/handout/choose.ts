/**
 * Shows only the chosen pages and places of the handout page, its pages in the order of the address. The choices are kept
 * in the address, so that a handout can be linked.
 */
import { PACKAGE_SCRIPT, type PackageFormat } from '../../model/package-files.ts';
import type * as OnDemand from './on-demand.ts';

const form = document.querySelector<HTMLFormElement>('form.handout')!;
const status = form.querySelector('[role="status"]')!;
const linkToHandout = form.querySelector<HTMLAnchorElement>('[href="#handout"]')!;
const checkboxes = () => [...form.querySelectorAll<HTMLInputElement>('[name="show"]')];
const title = form.querySelector<HTMLInputElement>('[name="title"]')!;
const options = [...form.querySelectorAll('select')];
const presets = [...form.querySelectorAll<HTMLAnchorElement>('[data-preset]')];
const pages = document.querySelector<HTMLElement>('.handout-pages')!;
const printedTitle = pages.querySelector<HTMLElement>('.handout-title')!;
const nameAndDate = pages.querySelector<HTMLElement>('.handout-name')!;
const misconceptions = pages.querySelector('.entry h3 q')?.closest('.handout-pages > article')?.querySelector('h1');
const titleOfMisconceptions = misconceptions?.textContent ?? '';
const articles = () => [...pages.querySelectorAll<HTMLElement>(':scope > article')];
const answers = document.querySelector<HTMLElement>('.handout-answers')!;
const license = document.querySelector('main > footer > .legal')!;
const footer = license.parentElement!;
const siteName = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')!.content;
const pageTitle = document.title;
/** The address of the page of handouts. */
const home = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.origin + location.pathname;

const QUESTIONS_PART = 'check-yourself';
const QUESTIONS = `h2[id$="/${QUESTIONS_PART}"]`;
/** What has no checkbox of its own until it is chosen. */
const SINGLE = '.table tbody tr[id], .course > [id], .question[id], .quiz[id], .glossary > [id], .entry h3[id]';
/** The rows and sentences of the course, and the misconceptions: on a worksheet, claims to judge, without sources. */
const CLAIMS = '.course tbody tr, .course > [id], .entry:has(h3 q)';
/** What a worksheet has lines or choices for. */
const TASKS = `.question, .quiz, ${CLAIMS}`;
/** What can be chosen of a page. The heading of its questions stands for all of them. */
const PLACES = `.table[id], .figure[id], ${QUESTIONS}, ${SINGLE}`;

/** Shows the whole page if it is chosen, or else its chosen places with the sources that they cite. */
function show(article: HTMLElement, chosen: ReadonlySet<string>): void {
  const isWhole = chosen.has(article.querySelector('h1')!.id);
  const places = [...article.querySelectorAll(PLACES)].filter(({ id }) => chosen.has(id));
  article.hidden = !isWhole && !places.length;
  article.toggleAttribute('data-whole', isWhole);
  if (article.hidden) return;
  const hasQuestions = places.some((place) => place.matches('.question'));
  const hasAllQuestions = places.some((place) => place.matches(QUESTIONS));
  const isChosen = (part: Element) =>
    part.matches('h1, .reviewed, .sources') ||
    places.some((place) => part.contains(place)) ||
    (hasAllQuestions && part.matches('.question')) ||
    (hasQuestions && part.querySelector(QUESTIONS));
  for (const part of article.children as HTMLCollectionOf<HTMLElement>) part.hidden = !isWhole && !isChosen(part);
  for (const row of article.querySelectorAll<HTMLElement>('.table tbody tr, .course > [id], .glossary > div'))
    row.hidden = !isWhole && !places.some((place) => place.contains(row));
  const cited = new Set(
    places.flatMap((place) =>
      [...(place.closest('.entry') ?? place).querySelectorAll<HTMLAnchorElement>('.cite a')]
        .filter((link) => !pages.dataset['questions'] || !link.closest(CLAIMS))
        .map(({ hash }) => decodeHash(hash)),
    ),
  );
  for (const item of article.querySelectorAll<HTMLLIElement>('.sources li')) {
    item.hidden = !isWhole && !cited.has(item.id);
  }
  const sources = article.querySelector<HTMLElement>('.sources');
  if (sources) sources.hidden = !isWhole && !cited.size;
}

/** Numbers the sources through all pages, so that a number means one source on the whole handout. */
function numberSources(): void {
  const numbers = new Map<string, number>();
  for (const item of pages.querySelectorAll<HTMLLIElement>('.sources li')) {
    if (item.closest('[hidden]')) continue;
    item.value = numbers.size + 1;
    numbers.set(item.id, item.value);
  }
  for (const link of pages.querySelectorAll<HTMLAnchorElement>('.cite a')) {
    const number = numbers.get(decodeHash(link.hash) ?? '');
    if (number) link.textContent = String(number);
  }
}

const questionsOn = (handout: Element) =>
  [...handout.querySelectorAll(TASKS)].filter((question) => !question.closest('[hidden]'));

/** The verdict on a claim, with what is true; of a misconception, the whole entry. */
function verdictOn(claim: Element): Element[] {
  const parts = claim.querySelectorAll(claim.matches('.entry') ? 'p:not(.row-sources)' : '.correction, .holds');
  return [...parts].map((part) => {
    const copy = part.cloneNode(true) as Element;
    for (const cite of copy.querySelectorAll('.cite')) cite.remove(); // its sources are on other sheets
    for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    return copy;
  });
}

/** The answer to a question; of a multiple-choice question, the letter of the right choice and why it is right. */
function answerOf(question: Element): Iterable<Node> {
  if (question.matches(CLAIMS)) return verdictOn(question);
  const right = question.querySelector('.holds');
  const answer = (right ?? question.querySelector('p')!).cloneNode(true) as Element;
  // The links to the answer's place and to the question are no use on paper.
  for (const link of [...answer.querySelectorAll('a')].slice(right ? -1 : -2)) link.remove();
  const index = [...question.querySelectorAll('details')].findIndex((choice) => choice.contains(right));
  if (right) answer.querySelector('strong')!.textContent = 'ABCD'[index]!;
  return answer.childNodes;
}

/** Lists the answers to the questions of a page that are on the handout, by their numbers there. */
function answersOf(article: HTMLElement): Element[] {
  const questions = questionsOn(article);
  if (!questions.length) return [];
  const heading = document.createElement('h3');
  heading.textContent = article.querySelector('h1')!.textContent;
  const list = document.createElement('ol');
  list.start = questionsOn(pages).indexOf(questions[0]!) + 1;
  for (const question of questions) {
    const item = document.createElement('li');
    item.append(...answerOf(question));
    list.append(item);
  }
  return [heading, list];
}

/** Lists the answers if they are on a sheet of their own. */
function showAnswers(): void {
  const [heading] = answers.children;
  const lists = pages.dataset['questions'] === 'answers-last' ? articles().flatMap(answersOf) : [];
  answers.replaceChildren(heading!, ...lists);
  answers.hidden = !lists.length;
  if (answers.hidden) footer.append(license);
  else answers.before(license); // the answers are on sheets that a trainer may keep
}

const formatCount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** What is on the handout. */
let summary: string;

/** Shows the chosen parts and reports how many. @param missing how many parts in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = new Set(
    checkboxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value),
  );
  for (const { name, value } of options) pages.dataset[name] = value;
  // On a worksheet, the title would judge the statements.
  if (misconceptions) misconceptions.textContent = pages.dataset['questions'] ? 'Statements' : titleOfMisconceptions;
  for (const article of articles()) show(article, chosen);
  numberSources();
  showAnswers();
  const shown = articles().filter(({ hidden }) => !hidden).length;
  printedTitle.hidden = !shown;
  linkToHandout.hidden = !shown;
  nameAndDate.hidden = !shown || !pages.dataset['questions'];
  summary =
    (shown ? `On the handout: ${formatCount(shown, 'page')} of this site, whole or in part.` : 'Nothing selected.') +
    (missing
      ? ` ${formatCount(missing, 'part')} in this address no longer ${missing === 1 ? 'exists' : 'exist'}.`
      : '');
  status.textContent = summary;
}

/** How long an address may be, in characters: three lines of the margin, and a few more where the text of the first sheet begins. */
const MAX_ADDRESS = { '--first-sheet': 640, '--handout': 240 };

/** Shows the title, and on paper the address with the choices. */
function showTitle(): void {
  const name = title.value || 'Handout';
  printedTitle.textContent = name;
  document.title = title.value ? `${name} – ${siteName}` : pageTitle;
  const whole = home + location.search;
  // The address of a misconception judges it, which a worksheet leaves to its readers.
  const judges = new URLSearchParams(location.search).has('questions') && whole.includes('misconceptions');
  for (const [property, length] of Object.entries(MAX_ADDRESS)) {
    const address = whole.length > length || judges ? home : whole;
    document.documentElement.style.setProperty(property, JSON.stringify(`${name} – ${siteName} · ${address}`));
  }
}

/** The choices, with what is shown in the order of the address. */
function choicesOfForm(): URLSearchParams {
  const rankOf = ([name, value]: [string, unknown]) =>
    name === 'show' ? order.indexOf(value as string) + 1 || order.length + 1 : 0;
  return new URLSearchParams(
    [...new FormData(form)]
      .sort((a, b) => rankOf(a) - rankOf(b))
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- the form has no file inputs
      .flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
}

/** The query of the choices that are shown. */
let shownQuery = location.search;

/** Writes the choices to the address, in their order there. Slashes are not escaped, since that would make a QR code larger. */
function updateAddress(): void {
  const query = choicesOfForm();
  history.replaceState(null, '', query.size ? `?${query}`.replaceAll('%2F', '/') : location.pathname);
  shownQuery = location.search;
}

/** The names of a choice: its own, and those from before it moved. */
const namesOf = ({ dataset }: HTMLElement, name: string) => [name, ...(dataset['former']?.split(' ') ?? [])];

/** Whether there is nothing to write at a place: a definition or a figure, for example, which may answer a question. */
function hasNoTask(id: string): boolean {
  const place = document.getElementById(id);
  return !!place && !place.matches(QUESTIONS) && !place.closest(TASKS) && !place.querySelector(TASKS);
}

/**
 * The choices in the address. A preset is short for the choices of its link, or as a worksheet, for those with something to
 * write; other options in the address come first.
 */
function readAddress(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  const name = query.get('preset');
  if (!name) return query;
  const preset = presets.find((link) => namesOf(link, link.dataset['preset']!).includes(name));
  const choices = preset ? new URLSearchParams(preset.search) : new URLSearchParams({ show: name });
  for (const option of ['title', ...options.map(({ name }) => name)])
    if (query.has(option)) choices.set(option, query.get(option)!);
  if (preset && choices.get('questions'))
    for (const id of choices.getAll('show').filter(hasNoTask)) choices.delete('show', id);
  return choices;
}

/** The present id of a choice. That of a row or a question begins with the id of its table or its page. */
function presentId(id: string): string {
  if (document.getElementById(id)) return id;
  const moved = checkboxes()
    .flatMap((checkbox) => namesOf(checkbox, checkbox.value).map((name) => ({ name, value: checkbox.value })))
    .filter(({ name }) => id === name || id.startsWith(`${name}/`) || id.startsWith(`${name}-`))
    .sort((a, b) => b.name.length - a.name.length);
  return moved[0] ? moved[0].value + id.slice(moved[0].name.length) : id;
}

/** Offers what has no checkbox of its own below that of its table, of its page's questions, or of its page. */
function offer(id: string): void {
  const place = document.getElementById(id);
  if (!place?.matches(`.handout-pages :is(${SINGLE})`)) return;
  const article = place.closest('.handout-pages > article')!;
  const { id: parentId } =
    place.closest('.table') ?? article.querySelector(place.matches('.question') ? QUESTIONS : 'h1')!;
  const parent = checkboxes()
    .find(({ value }) => value === parentId)!
    .closest('li')!;
  const list = parent.querySelector('ul') ?? parent.appendChild(document.createElement('ul'));
  const item = document.createElement('li');
  item.append(parent.querySelector('label')!.cloneNode(true));
  const checkbox = item.querySelector('input')!;
  checkbox.value = id;
  delete checkbox.dataset['former'];
  const name = place.querySelector('dt')?.firstChild ?? place.querySelector('th, summary, q, .quiz > p') ?? place;
  item.querySelector('span')!.textContent = name.textContent!.trim();
  list.append(item);
}

const initialQuery = readAddress();
const order = [...new Set(initialQuery.getAll('show').map(presentId))];
title.value = initialQuery.get('title') ?? '';
for (const select of options) {
  const value = initialQuery.get(select.name);
  if (value && [...select.options].some((option) => option.value === value)) select.value = value;
}
for (const id of order) offer(id);
const available = new Map(checkboxes().map((checkbox) => [checkbox.value, checkbox]));
for (const id of order) {
  const checkbox = available.get(id);
  if (checkbox) checkbox.checked = true;
}
nameAndDate.after(
  ...new Set(order.flatMap((id) => document.getElementById(id)?.closest('.handout-pages > article') ?? [])),
);
// As resolve-from-root.ts does. If two scripts of the page imported that, it would be one more request.
const root = new URL(document.documentElement.dataset['root']!, location.href);
/** The public address of the site, as far as it is known. */
const publicRoot = new URL(document.documentElement.dataset['root']!, home);
for (const article of articles()) article.dataset['address'] = new URL(article.dataset['address']!, root).href;
showTitle();
showChoice(order.filter((id) => !available.has(id)).length);
pages.dataset['ready'] = '';

const format = form.querySelector<HTMLSelectElement>('[name="package"]')!;
const download = form.querySelector<HTMLButtonElement>('.handout-download')!;
const loadOnDemand = () => import(/* @vite-ignore */ new URL(PACKAGE_SCRIPT, root).href) as Promise<typeof OnDemand>;
let packageAsked: object;

/** Says what the chosen package has, so that nobody downloads an empty one. @param isWanted whether to download it */
async function showPackage(isWanted = false): Promise<void> {
  download.hidden = !format.value;
  if (!format.value) return;
  const choice = {
    format: format.value as PackageFormat,
    choices: choicesOfForm().getAll('show'),
    questionsPart: QUESTIONS_PART,
    title: title.value,
    root: root.href,
    publicRoot: publicRoot.href,
  };
  packageAsked = choice;
  let said: string;
  try {
    const { describePackage, downloadPackage } = await loadOnDemand();
    const { message, isEmpty } = await describePackage(choice);
    if (packageAsked !== choice) return; // the reader has chosen something else in the meantime
    download.disabled = isEmpty;
    said = isWanted && !isEmpty ? `Downloaded ${await downloadPackage(choice)}.` : message;
  } catch {
    download.disabled = false; // to try again
    said = 'The package couldn’t be built, because a file couldn’t be loaded. Check your connection and try again.';
  }
  status.textContent = `${summary} ${said}`;
}
void showPackage();
download.addEventListener('click', () => void showPackage(true));

/** Shows what the form says now. */
function update(): void {
  updateAddress();
  showTitle();
  showChoice();
  void showPackage();
}

/** Decodes the escapes in the part of an address after `#`. @returns `undefined` if a `%` in it is no escape */
function decodeHash(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return undefined;
  }
}

/**
 * The choice for an address that somebody pastes: of this site, at its public address or where it is now, with or without
 * its beginning. The address of an embed stands for its table or row.
 * @returns the page and the place that the address names; why there is no such choice, if the address alone says so
 */
function choiceAt(address: string): { choice?: string | undefined; slug?: string; id?: string; problem?: string } {
  // As the pages write it, an address begins with a slash, wherever the site is.
  const isFromRoot = address.startsWith('/') && !address.startsWith(root.pathname);
  const url = URL.parse(isFromRoot ? `.${address}` : address, root);
  const base = [publicRoot, root].find(({ host, pathname }) => url?.host === host && url.pathname.startsWith(pathname));
  if (!url || !base) return { problem: 'This isn’t an address of this site.' };
  const path = `/${url.pathname.slice(base.pathname.length)}`.replace(/\/?$/, '/');
  const embeds = form.dataset['embeds']!;
  if (path.startsWith(embeds)) {
    return { choice: embeddedAt(path.slice(embeds.length).replace(/\/$/, '').replace('/', '-')) };
  }
  const slug = path.slice(1, -1) || 'index';
  const id = decodeHash(url.hash);
  if (id === undefined)
    return { problem: 'This address is damaged: a code must follow its “%”. Copy the address again.' };
  return { choice: presentId(id ? `${slug}/${id}` : slug), slug, id };
}

/** The choice for a table or a row by its fragment. */
const embeddedAt = (fragment: string): string | undefined =>
  [...pages.querySelectorAll('.table[id], .table tbody tr[id]')].find(({ id }) => id.endsWith(`/${fragment}`))?.id;

/** Why a handout can’t show a place: it is only part of a page, its page doesn’t have it, or no page has this address. */
function whyNot(slug = '', id = ''): string {
  if (id && document.getElementById(`${slug}/${id}`))
    return 'A handout can’t show this place alone, only its whole page.';
  return document.getElementById(slug)?.matches('h1')
    ? 'The page at this address has no such place.'
    : 'A handout can’t show the page at this address.';
}

/** The address that a wrong one may mean: of a page or of a place with a similar name, or of the whole page of a place. */
async function nearestAddress(slug: string, id = ''): Promise<string | undefined> {
  if (id && document.getElementById(`${slug}/${id}`)) return `${slug}/`;
  const { nearestWord, similarPaths } = await loadOnDemand();
  const titles = [...pages.querySelectorAll('h1')];
  const slugs = titles.map(({ id }) => id);
  const [page] = slugs.includes(slug) ? [slug] : similarPaths(slug, slugs, 1);
  if (!page || !id) return page && `${page}/`;
  const article = titles.find(({ id }) => id === page)!.closest('.handout-pages > article')!;
  const ids = [...article.querySelectorAll(PLACES)].map(({ id }) => id.slice(page.length + 1));
  const nearest = nearestWord(id, ids);
  return nearest && `${page}/#${nearest}`;
}

/** Offers the nearest address, unless the reader has typed on. */
async function offerNearest(slug: string, id?: string): Promise<void> {
  const asked = place.value;
  const nearest = await nearestAddress(slug, id).catch(() => undefined); // it takes a script, which may not arrive
  if (!nearest || place.value !== asked) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = nearest;
  button.addEventListener('click', () => {
    place.value = nearest;
    addPlace();
    place.focus();
  });
  status.append(' Did you mean ', button, '?');
}

// The bar must not cover what has the focus. Its height depends on the window and on what it says.
const bar = form.querySelector<HTMLElement>('.handout-bar')!;
new ResizeObserver(() => {
  document.documentElement.style.scrollPaddingBottom = `calc(${bar.offsetHeight}px + 0.5rem)`; // with room for the outline
}).observe(bar);

const place = form.querySelector<HTMLInputElement>('#handout-place')!;
function addPlace(): void {
  const address = place.value.trim();
  if (!address) {
    status.textContent = 'Paste an address first.';
    return;
  }
  const { choice, slug, id, problem } = choiceAt(address);
  const isAddress = /[/#]/.test(address);
  const find = () => checkboxes().find(({ value }) => value === choice);
  if (choice && !find()) offer(choice);
  const checkbox = find();
  if (!checkbox) {
    status.textContent = isAddress
      ? (problem ?? whyNot(slug, id))
      : `This isn’t an address. An address looks like this: ${exampleAddress()}`;
    if (slug !== undefined) void offerNearest(slug, id);
    return;
  }
  checkbox.checked = true;
  order.push(checkbox.value);
  place.value = '';
  update();
  status.prepend(`“${checkbox.labels![0]!.textContent.trim()}” was added. `); // its checkbox may be out of sight
}

/** The address of a row, as an example. */
function exampleAddress(): string {
  const row = pages.querySelector('.table tbody tr[id]')!;
  const slug = row.closest('article')!.querySelector('h1')!.id;
  return new URL(`${slug}/#${row.id.slice(slug.length + 1)}`, publicRoot).href;
}
form.querySelector('.handout-add')!.addEventListener('click', addPlace);
place.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault(); // Enter would print
  addPlace();
});

form.addEventListener('input', update);
form.addEventListener('reset', () => {
  if (location.search) history.pushState(null, '', location.href); // so that Back restores the choices
  setTimeout(update); // the event comes before the form is reset
});
addEventListener('popstate', () => {
  if (location.search !== shownQuery) location.reload(); // not after a link to a source
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (printedTitle.hidden) status.textContent = 'Nothing to print. Choose a page or a part first.';
  else print();
});
