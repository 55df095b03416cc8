/** The search page. Its address contains the query. */
import { createSearchBox, loadStyles } from './box.ts';

const field = document.querySelector<HTMLInputElement>('#search-field')!;
const title = document.title;
/** The part of the address with the query: for a pasted message, it's the fragment, which browsers don't send. */
const part = location.hash.startsWith('#q=') ? 'hash' : 'search';
const parametersOf = (url: URL | Location) => new URLSearchParams(url[part].slice(1));

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
  const parameters = parametersOf(url);
  if (currentQuery) parameters.set('q', currentQuery);
  else parameters.delete('q');
  url[part] = parameters.toString();
  document.title = currentQuery ? `${currentQuery} – ${title}` : title;
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
// A reader who follows a result must find the query again on the way back.
document.addEventListener('click', save, { capture: true });

field.value ||= parametersOf(location).get('q') ?? '';
await loadStyles();
field.form!.after(createSearchBox(field, saveLater));
