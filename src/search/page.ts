/** The search page. Its address holds the query. */
import { createSearchBox, loadStyles } from './box.ts';

const field = document.querySelector<HTMLInputElement>('#search-field')!;
const title = document.title;

/** Browsers limit how often a page may change its address, so it changes when the reader pauses. In milliseconds. */
const PAUSE = 200;
let timer: ReturnType<typeof setTimeout> | undefined;
let currentQuery = '';

function saveLater(query: string) {
  currentQuery = query;
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}

function save() {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  const url = new URL(location.href);
  if (currentQuery) url.searchParams.set('q', currentQuery);
  else url.searchParams.delete('q');
  document.title = currentQuery ? `${currentQuery} – ${title}` : title;
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
// A reader who follows a result must find the query again on the way back.
document.addEventListener('click', save, { capture: true });

field.value ||= new URLSearchParams(location.search).get('q') ?? '';
await loadStyles();
field.form!.after(createSearchBox(field, saveLater));
