/**
 * Shows the changes since a day, on chosen pages and in what chosen lessons use. The address keeps the choice:
 * `?since=2026-11-01&lesson=SLUG&show=SLUG&show=SLUG`.
 */

const form = document.querySelector<HTMLFormElement>('.changes')!;
const status = form.querySelector('[role="status"]')!;
const listLink = form.querySelector<HTMLAnchorElement>('.changes-bar a')!;
const since = form.querySelector<HTMLInputElement>('[type="date"]')!;
const allPages = form.querySelector<HTMLButtonElement>('.changes-all')!;
/** The lessons and the pages. */
const boxes = [...form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')];
const clear = form.querySelector<HTMLButtonElement>('[type="reset"]')!;
const list = document.querySelector<HTMLElement>('.changes-list')!;
const days = [...list.querySelectorAll('section')];
/** The first day whose changes are listed, if there are any: the day the record began, unless the list is too long. */
const began = list.querySelector<HTMLTimeElement>(':scope > p time');

const dayOf = (day: HTMLElement) => day.querySelector('time')!.dateTime;
/** How many choices are named at most. */
const MAX_TITLES = 4;

/** Shows the chosen changes, with their number, day and places. @param missing how many pages in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = boxes.filter(({ checked }) => checked);
  const isWhole = !chosen.length && !missing;
  const places = chosen.map(({ name, value }) => `[data-${name}~="${value}"]`);
  const selector = isWhole ? '*' : places.join() || 'none';
  let shown = 0;
  for (const day of days) {
    const before = shown;
    for (const page of day.querySelectorAll<HTMLElement>('[data-show]')) {
      const items = [...page.querySelectorAll('li')];
      for (const item of items) item.hidden = dayOf(day) < since.value || !item.closest(selector);
      const left = items.filter(({ hidden }) => !hidden).length;
      page.hidden = !left;
      shown += left;
    }
    day.hidden = shown === before;
  }
  listLink.hidden = !shown;
  clear.hidden = isWhole && !since.value;
  const titles = chosen.map(({ labels }) => `“${labels![0]!.textContent.trim()}”`);
  const named =
    titles.length > MAX_TITLES ? `${titles.length} chosen places` : new Intl.ListFormat('en').format(titles);
  const on = named && ` on ${named}`;
  const isBefore = began !== null && since.value !== '' && since.value < began.dateTime;
  const day = since.valueAsDate?.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const from = day && !isBefore ? ` since ${day}` : '';
  const changes = `${shown || 'No'} recorded change${shown === 1 ? '' : 's'}`;
  const sentences = on || isWhole ? [changes + from + on] : [];
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
  // The form has no files, and days and slugs need no escapes.
  const query = [...new FormData(form)]
    .flatMap(([name, value]) => (value ? `${name}=${value as string}` : []))
    .join('&');
  history.replaceState(null, '', location.pathname + (query && `?${query}`));
}

/** Checks the boxes that an address asks for, and no others. @returns how many of its pages no longer exist */
function choose(query: URLSearchParams): number {
  const asked = new Set([...query].filter(([name]) => name === 'lesson' || name === 'show').map(String));
  for (const box of boxes) {
    const slugs = [box.value, ...(box.dataset['former']?.split(' ') ?? [])];
    box.checked = slugs.filter((slug) => asked.delete(`${box.name},${slug}`)).length > 0;
  }
  form.querySelector('details')!.open = !!form.querySelector('details :checked');
  return asked.size;
}

const query = new URLSearchParams(location.search);
since.value = query.get('since') ?? '';
showChoice(choose(query));

const update = () => {
  updateAddress();
  showChoice();
};
form.addEventListener('input', update);
allPages.addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  update();
  since.focus(); // the button is gone
});
form.addEventListener('reset', () =>
  // The event comes before the form is reset.
  setTimeout(() => {
    update();
    since.focus(); // the button is gone
  }),
);
form.addEventListener('submit', (event) => event.preventDefault());

export {}; // without it, this file isn't a module, and its names are global
