/**
 * Shows the changes since a day, on chosen pages or in what a lesson uses. The address keeps the choice:
 * `?since=2026-11-01&show=SLUG&show=SLUG` or `?since=2026-11-01&lesson=SLUG`.
 */
import { searchOf } from '../../client/search-of.ts';

const form = document.querySelector<HTMLFormElement>('.changes')!;
const status = form.querySelector('[role="status"]')!;
const listLink = form.querySelector<HTMLAnchorElement>('.changes-bar a')!;
const since = form.querySelector<HTMLInputElement>('[type="date"]')!;
const allPages = form.querySelector<HTMLButtonElement>('.changes-all')!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')];
const lessons = [...form.querySelectorAll<HTMLAnchorElement>('[data-lesson]')];
/** The chosen lesson, instead of pages. */
let lesson: HTMLAnchorElement | undefined;
const clear = form.querySelector<HTMLButtonElement>('[type="reset"]')!;
const list = document.querySelector<HTMLElement>('.changes-list')!;
const days = [...list.querySelectorAll('section')];
/** The first day whose changes are listed, if there are any: the day the record began, unless the list is too long. */
const began = list.querySelector<HTMLTimeElement>(':scope > p time');

const dayOf = (day: HTMLElement) => day.querySelector('time')!.dateTime;
const count = (number: number) => `${number || 'No'} recorded change${number === 1 ? '' : 's'}`;
const names = new Intl.ListFormat('en');
/** How many chosen pages are named at most. */
const MAX_TITLES = 4;

/** Shows the chosen changes, with their number, day, and pages or lesson. @param missing how many pages in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = boxes.filter(({ checked }) => checked);
  const pages = chosen.map(({ value }) => value);
  const isWhole = !lesson && !pages.length && !missing;
  let shown = 0;
  for (const day of days) {
    const before = shown;
    for (const page of day.querySelectorAll<HTMLElement>('[data-page]')) {
      const isChosen = isWhole || pages.includes(page.dataset['page']!);
      const items = [...page.querySelectorAll('li')];
      for (const item of items)
        item.hidden =
          dayOf(day) < since.value ||
          !(lesson ? item.matches(`[data-lessons~="${lesson.dataset['lesson']!}"]`) : isChosen);
      const left = items.filter(({ hidden }) => !hidden).length;
      page.hidden = !left;
      shown += left;
    }
    day.hidden = shown === before;
  }
  listLink.hidden = !shown;
  clear.hidden = isWhole && !since.value;
  const titles = chosen.map(({ labels }) => `“${labels![0]!.textContent.trim()}”`);
  const pagesNamed = titles.length > MAX_TITLES ? `${titles.length} chosen pages` : names.format(titles);
  const on = lesson ? ` in “${lesson.textContent.trim()}” and what it links to` : pagesNamed && ` on ${pagesNamed}`;
  const isBefore = began !== null && since.value !== '' && since.value < began.dateTime;
  const day = since.valueAsDate?.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const from = day && !isBefore ? ` since ${day}` : '';
  const sentences = on || isWhole ? [count(shown) + from + on] : [];
  allPages.hidden = isWhole;
  if (sentences.length && isBefore) sentences.unshift(`Changes before ${began.textContent} aren’t listed`);
  // The Swedish form is YYYY-MM-DD. If there are later changes, the reader's clock is wrong, not the day.
  if (since.value > new Date().toLocaleDateString('sv') && !days.some((day) => dayOf(day) >= since.value))
    sentences.unshift('The chosen day is in the future');
  if (missing) sentences.push(`${missing} of the pages in this address no longer exist${missing === 1 ? 's' : ''}`);
  list.dataset['choice'] = status.textContent = `${sentences.join('. ')}.`;
}

/** Writes the choice to the address. */
function updateAddress(): void {
  const query = new URLSearchParams(since.value && { since: since.value });
  if (lesson) query.set('lesson', lesson.dataset['lesson']!);
  for (const { checked, value } of boxes) if (checked) query.append('show', value);
  history.replaceState(null, '', searchOf(query) || location.pathname);
}

/** Chooses a lesson, or none. */
function chooseLesson(chosen: HTMLAnchorElement | undefined): void {
  lesson = chosen;
  for (const link of lessons) link.ariaCurrent = link === lesson ? 'true' : null;
  if (lesson) for (const box of boxes) box.checked = false;
}

/** Chooses the lesson or the pages in the address. @returns how many of them no longer exist */
function choose(query: URLSearchParams): number {
  const asked = new Set(query.getAll(query.has('lesson') ? 'lesson' : 'show'));
  /** Whether the address asks for the current or a former slug. Takes the slugs that it finds out of `asked`. */
  const isAsked = (slug: string, { dataset }: HTMLElement) =>
    [slug, ...(dataset['former']?.split(' ') ?? [])].filter((name) => asked.delete(name)).length > 0;
  if (query.has('lesson')) chooseLesson(lessons.find((link) => isAsked(link.dataset['lesson']!, link)));
  else for (const box of boxes) box.checked = isAsked(box.value, box);
  form.querySelector('details')!.open = boxes.some(({ checked }) => checked);
  return asked.size;
}

const query = new URLSearchParams(location.search);
since.value = query.get('since') ?? '';
showChoice(choose(query));
for (const link of lessons)
  link.addEventListener('click', (event) => {
    event.preventDefault(); // the address would lose the day
    chooseLesson(link);
    updateAddress();
    showChoice();
  });

form.addEventListener('input', ({ target }) => {
  if (target !== since) chooseLesson(undefined);
  updateAddress();
  showChoice();
});
allPages.addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  chooseLesson(undefined);
  updateAddress();
  showChoice();
  since.focus(); // the button is gone
});
form.addEventListener('reset', () =>
  // The event comes before the form is reset.
  setTimeout(() => {
    chooseLesson(undefined);
    updateAddress();
    showChoice();
    since.focus(); // the button is gone
  }),
);
form.addEventListener('submit', (event) => event.preventDefault());

export {}; // without it, this file isn't a module, and its names are global
