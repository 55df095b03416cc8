/**
 * Shows only the chosen pages and places of the handout page, its pages in the order of the address. The choices are kept
 * in the address, so that a handout can be linked.
 */
import { PACKAGE_SCRIPT, type PackageFormat } from '../../model/package-files.ts';
import type * as OnDemand from './on-demand.ts';
import { searchOf } from './search-of.ts';

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
/**
 * The license on the sheets to hand out. A trainer may keep the answer sheets, which end with the page's license. This one
 * is on the first sheet: at the end, it could need a sheet of its own.
 */
const licenseOfSheets = document.querySelector('main > footer > .legal')!.cloneNode(true) as HTMLElement;
const siteName = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')!.content;
const pageTitle = document.title;
/** The address of the page of handouts. */
const home = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.origin + location.pathname;

const QUESTIONS_PART = 'check-yourself';
const QUESTIONS = `h2[id$="/${QUESTIONS_PART}"]`;
/** The titles of sections. */
const SECTIONS = `article > .heading > :is(h2, h3, h4):not(${QUESTIONS})`;
/** What has no checkbox of its own until it is chosen. */
const SINGLE = `${SECTIONS}, .table tbody tr[id], .says[id], .question[id], .quiz[id], .glossary > [id], .entry h3[id]`;
/** The rows and sentences of the course, and the misconceptions: on a worksheet, claims to judge, without sources. */
const CLAIMS = '.course tbody tr, .says, .entry:has(h3 q)';
/** What a worksheet has lines or choices for. */
const TASKS = `.question, .quiz, ${CLAIMS}`;
/** What can be chosen of a page. The heading of its questions stands for all of them. */
const PLACES = `.table[id], .figure[id], ${QUESTIONS}, ${SINGLE}`;

/** Whether a section ends before an element: the next title that is not deeper, its label, or what follows the page's text. */
function endsBefore(element: Element, { tagName }: Element): boolean {
  const heading = element.matches('.eyebrow') ? element.nextElementSibling! : element;
  return heading.matches('section') || (heading.matches('.heading') && heading.firstElementChild!.tagName <= tagName);
}

/**
 * The elements of a section, as in `kinds/full-screen.ts`. It isn't shared: every page's script would list one more file.
 * @param title of the section
 */
function elementsOf(title: Element): Element[] {
  const heading = title.parentElement!;
  const label = heading.previousElementSibling;
  const elements = label?.matches('.eyebrow') ? [label, heading] : [heading];
  let next = heading.nextElementSibling;
  for (; next && !endsBefore(next, title); next = next.nextElementSibling) elements.push(next);
  return elements;
}

/**
 * Whether learners get an element of a section. In a lesson plan, they get the titles, the commands, and the paragraph that
 * introduces them: all other text is for the teacher, and has the answers.
 */
const isForLearners = (element: Element) =>
  !element.closest('[data-plan]') || element.matches('.heading, .block, p:has(+ .block)');

const hasClaims = (elements: Element[]) => elements.some((element) => element.matches('.course'));

/** On a worksheet, hides what gives away the verdicts: the text around the words of the course, and the summary of the page. */
function hideHints(article: HTMLElement): void {
  for (const title of article.querySelectorAll(SECTIONS)) {
    const elements = elementsOf(title) as HTMLElement[];
    const isSummary = title.id.endsWith('/in-short');
    if (!isSummary && !hasClaims(elements)) continue;
    for (const element of elements) {
      const heading = element.matches('.eyebrow') ? element.nextElementSibling! : element;
      const leadsToClaims = heading.matches('.heading') && hasClaims(elementsOf(heading.firstElementChild!));
      if (!leadsToClaims && !element.matches('.course')) element.hidden = true;
    }
  }
}

/** Shows the whole page if it is chosen, or else its chosen places with the sources that they cite. */
function show(article: HTMLElement, chosen: ReadonlySet<string>): void {
  const isWhole = chosen.has(article.querySelector('h1')!.id);
  const places = [...article.querySelectorAll(PLACES)]
    .filter(({ id }) => chosen.has(id))
    .flatMap((place) => (place.matches(SECTIONS) ? elementsOf(place).filter(isForLearners) : [place]));
  article.hidden = !isWhole && !places.length;
  article.toggleAttribute('data-whole', isWhole);
  if (article.hidden) return;
  const hasQuestions = places.some((place) => place.matches('.question'));
  const hasAllQuestions = places.some((place) => place.matches(QUESTIONS));
  const isChosen = (part: Element) =>
    part.matches('h1, .reviewed, .sources') ||
    places.some((place) => part.contains(place)) ||
    (hasAllQuestions && part.matches('.asked')) ||
    (hasQuestions && part.querySelector(QUESTIONS));
  for (const part of article.children as HTMLCollectionOf<HTMLElement>) part.hidden = !isWhole && !isChosen(part);
  if (pages.dataset['questions']) hideHints(article);
  for (const row of article.querySelectorAll<HTMLElement>('.table tbody tr, .says, .glossary > div'))
    row.hidden = !isWhole && !places.some((place) => place.contains(row));
  const cited = new Set(
    places.flatMap((place) =>
      [...(place.closest('.entry') ?? place).querySelectorAll<HTMLAnchorElement>('.cite a')]
        .filter((link) => !pages.dataset['questions'] || !link.closest(CLAIMS))
        .map(sourceOf),
    ),
  );
  for (const item of article.querySelectorAll<HTMLLIElement>('.sources li')) {
    item.hidden = !isWhole && !cited.has(item.id);
  }
}

/** The id of a cited source on the link's own page, whichever page lists it on the handout. */
const sourceOf = (link: HTMLAnchorElement): string => (link.dataset['source'] ??= decodeHash(link.hash) ?? '');

/**
 * Numbers the sources that pages list, and then those that only answers cite. So each number means one source on the whole
 * handout, and sources that would read the same are listed once.
 */
function numberSources(): void {
  const listed = new Map<string, HTMLLIElement>();
  const firstLike = (item: HTMLLIElement) => {
    const first = listed.get(item.innerHTML) ?? item;
    listed.set(item.innerHTML, first);
    if (first === item) item.value = [...listed.values()].indexOf(item) + 1;
    return first;
  };
  for (const sources of pages.querySelectorAll<HTMLElement>('.sources')) {
    const items = [...sources.querySelectorAll('li')].filter((item) => !item.closest('[hidden]'));
    for (const item of items) item.hidden = firstLike(item) !== item;
    sources.hidden = items.every(({ hidden }) => hidden);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(':is(.handout-pages, .handout-answers) .cite a')) {
    const item = document.getElementById(sourceOf(link)) as HTMLLIElement | null;
    // What a claim on a worksheet cites is listed only on the answer sheets, if at all.
    const isOutOfSight = pages.dataset['questions'] && pages.contains(link) && link.closest(CLAIMS);
    if (!item || isOutOfSight || link.closest('[hidden]')) continue;
    const { id, value } = firstLike(item);
    link.textContent = String(value);
    link.href = `#${id}`;
  }
}

const questionsOn = (handout: Element) =>
  [...handout.querySelectorAll(TASKS)].filter((question) => !question.closest('[hidden]'));

/** The verdict on a claim, with what is true and the sources; for a misconception, the whole entry. */
function verdictOn(claim: Element): Element[] {
  const parts = [...claim.querySelectorAll(claim.matches('.entry') ? 'p:not(.row-sources)' : '.correction, .holds')];
  const cites = parts.some((part) => part.querySelector('.cite')) ? [] : claim.querySelectorAll('.cite');
  return [...parts, ...cites].map((part) => {
    const copy = part.cloneNode(true) as Element;
    for (const link of copy.querySelectorAll('a:not(.cite a)')) link.replaceWith(...link.childNodes);
    return copy;
  });
}

/** The answer to a question; for a multiple-choice question, the letter of the right choice and why it is right. */
function answerOf(question: Element): Iterable<Node> {
  if (question.matches(CLAIMS)) return verdictOn(question);
  const right = question.querySelector('.holds');
  const answer = (right ?? question.querySelector('p')!).cloneNode(true) as Element;
  [...answer.querySelectorAll('a')].at(-1)!.remove(); // the link to the explanation is no use on paper
  const index = [...question.querySelectorAll('details')].findIndex((choice) => choice.contains(right));
  if (right) answer.querySelector('strong')!.textContent = `${'ABCD'[index]!}.`;
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

/** Lists the sources that answers cite, on the sheets of the answers. */
function sourcesOfAnswers(): Element[] {
  const items = new Map<string, HTMLLIElement>();
  for (const link of answers.querySelectorAll<HTMLAnchorElement>('.cite a')) {
    const item = document.getElementById(decodeHash(link.hash)!)!.cloneNode(true) as HTMLLIElement;
    item.id = `answers/${item.id}`;
    item.hidden = false;
    items.set(item.id, item);
    link.href = `#${item.id}`;
  }
  if (!items.size) return [];
  const section = document.createElement('section');
  section.className = 'sources';
  const heading = document.createElement('h3');
  heading.textContent = 'Sources';
  const list = document.createElement('ol');
  list.append(...[...items.values()].sort((a, b) => a.value - b.value));
  section.append(heading, list);
  return [section];
}

/** Lists the answers if they are on a sheet of their own. */
function showAnswers(): void {
  const [heading] = answers.children;
  const lists = pages.dataset['questions'] === 'answers-last' ? articles().flatMap(answersOf) : [];
  answers.replaceChildren(heading!, ...lists);
  answers.hidden = licenseOfSheets.hidden = !lists.length;
}

const formatCount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** What is on the handout. */
let summary: string;

/** Shows the chosen parts and reports how many. @param missing the parts in the address that no longer exist */
function showChoice(missing: string[] = []): void {
  const chosen = new Set(
    checkboxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value),
  );
  for (const { name, value } of options) pages.dataset[name] = answers.dataset[name] = value;
  // On a worksheet, the title would judge the statements.
  if (misconceptions) misconceptions.textContent = pages.dataset['questions'] ? 'Statements' : titleOfMisconceptions;
  for (const article of articles()) show(article, chosen);
  showAnswers();
  numberSources();
  answers.append(...sourcesOfAnswers());
  const shown = articles().filter(({ hidden }) => !hidden).length;
  printedTitle.hidden = !shown;
  linkToHandout.hidden = !shown;
  nameAndDate.hidden = !shown || !pages.dataset['questions'];
  summary =
    (shown ? `On the handout: ${formatCount(shown, 'page')} of this site, whole or in part.` : 'Nothing selected.') +
    (missing.length
      ? ` ${formatCount(missing.length, 'part')} in this address no longer ${missing.length === 1 ? 'exists' : 'exist'}: ${missing.join(', ')}.`
      : '');
  status.textContent = summary;
}

/** How long an address may be on paper, in characters: about a line. */
const MAX_ADDRESS = 120;

/** Shows the title, and on paper the address with the choices that the sheets follow. */
function showTitle(): void {
  const name = title.value || 'Handout';
  printedTitle.textContent = name;
  document.title = title.value ? `${name} – ${siteName}` : pageTitle;
  const query = new URLSearchParams(location.search);
  query.delete('package');
  const whole = home + searchOf(query);
  // The address of a worksheet would lead its readers to the handout with the answers.
  const address = whole.length > MAX_ADDRESS || query.has('questions') ? `made with ${home}` : whole;
  document.documentElement.style.setProperty('--handout', JSON.stringify(`${name} – ${siteName} · ${address}`));
}

/** The choices; those in `show` are sorted by `order`. */
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

/** Writes the choices to the address, in their order there. */
function updateAddress(): void {
  history.replaceState(null, '', location.pathname + searchOf(choicesOfForm()));
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
 * The choices in the address. A preset is short for the choices of its link or, on a worksheet, for those with something to
 * write; other options in the address take precedence.
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

/** The current id of a choice. The id of a row or a question begins with the id of its table or its page. */
function presentId(id: string): string {
  if (document.getElementById(id)) return id;
  const moved = checkboxes()
    .flatMap((checkbox) => namesOf(checkbox, checkbox.value).map((name) => ({ name, value: checkbox.value })))
    .filter(({ name }) => id === name || id.startsWith(`${name}/`) || id.startsWith(`${name}-`))
    .sort((a, b) => b.name.length - a.name.length);
  return moved[0] ? moved[0].value + id.slice(moved[0].name.length) : id;
}

/** Offers what has no checkbox of its own, below the checkbox of its table, its page's questions, or its page. */
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
/** What is chosen, in the order of the address, and then in the order of choosing. */
let order = [...new Set(initialQuery.getAll('show').map(presentId))];
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
/** Puts the pages in the order of the address, which restores this order after a reload, or for a colleague. */
function arrange(ids: string[]): void {
  const chosen = ids.flatMap((id) => document.getElementById(id)?.closest('.handout-pages > article') ?? []);
  nameAndDate.after(licenseOfSheets, ...new Set(chosen));
}
arrange(order);
// As resolve-from-root.ts does. If two scripts of the page imported that, it would be one more request.
const root = new URL(document.documentElement.dataset['root']!, location.href);
/** The public address of the site if it is known, or else where the site is now. */
const publicRoot = new URL(document.documentElement.dataset['root']!, home);
for (const article of articles()) article.dataset['address'] = new URL(article.dataset['address']!, root).href;
showTitle();
showChoice(order.filter((id) => !available.has(id)));
pages.dataset['ready'] = '';

const format = form.querySelector<HTMLSelectElement>('[name="package"]')!;
const download = form.querySelector<HTMLButtonElement>('.handout-download')!;
const loadOnDemand = () => import(/* @vite-ignore */ new URL(PACKAGE_SCRIPT, root).href) as Promise<typeof OnDemand>;
let packageAsked: object;

/** What a package can include of a choice: for a section, its places, since no package includes text. */
function packedChoices(id: string): string[] {
  const title = document.getElementById(id);
  if (!title?.matches(SECTIONS)) return [id];
  const places = elementsOf(title).flatMap((element) =>
    element.matches(PLACES) ? [element] : [...element.querySelectorAll(`:is(${PLACES}):not(${SECTIONS})`)],
  );
  return places.length ? places.map(({ id }) => id) : [id];
}

/** Says what the chosen package has, so that nobody downloads an empty one. @param isWanted whether to download it */
async function showPackage(isWanted = false): Promise<void> {
  download.hidden = !format.value;
  if (!format.value) return;
  const choice = {
    format: format.value as PackageFormat,
    choices: choicesOfForm().getAll('show').flatMap(packedChoices),
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
  const chosen = checkboxes().flatMap(({ checked, value }) => (checked ? [value] : []));
  order = [...new Set([...order, ...chosen])].filter((id) => chosen.includes(id));
  updateAddress();
  arrange(choicesOfForm().getAll('show'));
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
 * The choice for an address of this site that somebody pastes: at its public address or where it is now, with or without
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
  if (id === undefined) return { problem: 'This address is damaged at a “%”. Copy it again.' };
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
    ? 'The page has no such place. On that page, press the link icon of the place that you want, and paste the address here.'
    : 'There’s no page at this address that a handout can show.';
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
async function offerNearest(message: Element, address: string, slug: string, id?: string): Promise<void> {
  const nearest = await nearestAddress(slug, id).catch(() => undefined); // it needs a script, which may not arrive
  if (!nearest || !place.value.includes(address)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = nearest;
  button.addEventListener('click', () => {
    place.value = place.value.replace(address, () => nearest);
    addPlaces();
    place.focus();
  });
  message.append(' Did you mean ', button, '?');
}

// The bar must not cover what has the focus. Its height depends on the window and on what it says.
const bar = form.querySelector<HTMLElement>('.handout-bar')!;
new ResizeObserver(() => {
  document.documentElement.style.scrollPaddingBottom = `calc(${bar.offsetHeight}px + 0.5rem)`; // with room for the outline
}).observe(bar);

const place = form.querySelector<HTMLTextAreaElement>('#handout-place')!;

/** Chooses what has a checkbox, or can have one. @returns the label of the checkbox */
function choose(id: string): string | undefined {
  const find = () => checkboxes().find(({ value }) => value === id);
  if (!find()) offer(id);
  const checkbox = find();
  if (!checkbox) return undefined;
  checkbox.checked = true;
  order.push(id);
  return checkbox.labels![0]!.textContent.trim();
}

const isAddress = (words: string) => /[/#]/.test(words);

/** The addresses in a text, each once. What separates them in a list or ends their sentence is not part of them. */
const addressesIn = (text: string) => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((address) => address.replace(/[.:!?]+$/, ''))
      .filter(Boolean),
  ),
];

/** Adds what the field names, and leaves what can't be added in the field. */
function addPlaces(): void {
  const text = place.value.trim();
  if (!text) {
    status.textContent = 'Paste an address first.';
    return;
  }
  const addresses = isAddress(text) ? addressesIn(text) : [text];
  const failed: string[] = [];
  const messages = addresses.flatMap((address) => {
    const message = document.createElement('span');
    const { choice, slug, id, problem } = choiceAt(address);
    const label = choice && choose(choice);
    if (label)
      message.textContent = `“${label}” was added.`; // its checkbox may be out of sight
    else {
      failed.push(address);
      const why = isAddress(address)
        ? (problem ?? whyNot(slug, id))
        : `This isn’t an address. An address looks like this: ${exampleAddress()}`;
      message.textContent = addresses.length > 1 ? `${address}: ${why}` : why;
      if (slug !== undefined) void offerNearest(message, address, slug, id);
    }
    return [message, ' '];
  });
  place.value = failed.join('\n');
  if (failed.length === addresses.length) status.replaceChildren(...messages);
  else {
    update();
    status.prepend(...messages);
  }
}

/** The address of a row, as an example. */
function exampleAddress(): string {
  const row = pages.querySelector('.table tbody tr[id]')!;
  const slug = row.closest('article')!.querySelector('h1')!.id;
  return new URL(`${slug}/#${row.id.slice(slug.length + 1)}`, publicRoot).href;
}
form.querySelector('.handout-add')!.addEventListener('click', addPlaces);
place.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault(); // Enter adds, and a pasted list keeps its lines
  addPlaces();
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
