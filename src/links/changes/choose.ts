/** Shows the changes since a day, on chosen pages. The address keeps the choice: `?since=2026-11-01&show=SLUG&show=SLUG`. */

const form = document.querySelector<HTMLFormElement>('.changes')!;
const status = form.querySelector('[role="status"]')!;
const listLink = form.querySelector('a')!;
const since = form.querySelector<HTMLInputElement>('[type="date"]')!;
const allPages = form.querySelector<HTMLButtonElement>('.changes-all')!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')];
const changes = [...document.querySelectorAll<HTMLLIElement>('.changes-list li')];
/** The first day whose changes are listed, if there are any: that on which the record began, unless the list is too long. */
const began = document.querySelector<HTMLTimeElement>('.changes-list > p time');

const dayOf = (change: HTMLLIElement) => change.querySelector('time')!.dateTime;
const count = (number: number) => `${number || 'No'} recorded change${number === 1 ? '' : 's'}`;
const names = new Intl.ListFormat('en');

/** Shows the chosen changes, and says how many they are, and on which pages. @param missing how many pages in the address no longer exist */
function showChoice(missing = 0): void {
  const chosen = boxes.filter(({ checked }) => checked);
  const pages = chosen.map(({ value }) => value);
  const isWhole = !pages.length && !missing;
  const isAsked = ({ dataset }: HTMLLIElement) => isWhole || pages.includes(dataset['page']!);
  for (const change of changes) change.hidden = dayOf(change) < since.value || !isAsked(change);
  const shown = changes.filter(({ hidden }) => !hidden).length;
  listLink.hidden = !shown;
  const titles = chosen.map(({ labels }) => `“${labels![0]!.textContent.trim()}”`);
  const on = titles.length ? ` on ${names.format(titles)}` : '';
  const sentences = on || isWhole ? [count(shown) + on] : [];
  allPages.hidden = isWhole;
  if (sentences.length && since.value && began && since.value < began.dateTime)
    sentences.unshift(`Changes before ${began.textContent} aren’t listed`);
  // The Swedish form is YYYY-MM-DD. If there are later changes, the reader's clock is wrong, not the day.
  if (since.value > new Date().toLocaleDateString('sv') && !changes.some((change) => dayOf(change) >= since.value))
    sentences.unshift('The chosen day is in the future');
  if (missing) sentences.push(`${missing} of the pages in this address no longer exist${missing === 1 ? 's' : ''}`);
  status.textContent = `${sentences.join('. ')}.`;
}

/** Writes the choice to the address. Slashes are not escaped, so that it can be read. */
function updateAddress(): void {
  const query = new URLSearchParams(since.value && { since: since.value });
  for (const { checked, value } of boxes) if (checked) query.append('show', value);
  history.replaceState(null, '', query.size ? `?${query}`.replaceAll('%2F', '/') : location.pathname);
}

const query = new URLSearchParams(location.search);
since.value = query.get('since') ?? '';
const asked = new Set(query.getAll('show'));
const found = [...asked].filter((slug) => {
  const box = boxes.find(({ value, dataset }) => value === slug || dataset['former']?.split(' ').includes(slug));
  if (box) box.checked = true;
  return box;
});
form.querySelector('details')!.open = found.length > 0;
showChoice(asked.size - found.length);

form.addEventListener('input', () => {
  updateAddress();
  showChoice();
});
allPages.addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  updateAddress();
  showChoice();
  since.focus(); // the button is gone
});
form.addEventListener('reset', () =>
  // The event comes before the form is reset.
  setTimeout(() => {
    updateAddress();
    showChoice();
  }),
);
form.addEventListener('submit', (event) => event.preventDefault());

export {}; // without it, this file is no module, and its names are those of the window
