/** The search as a page, whose address holds the query. */
import { searchBox, styled } from './box.ts';

const field = document.querySelector<HTMLInputElement>('#search-field')!;
const title = document.title;

/** A change of the address takes a while, and browsers refuse more than some in a row: one for each pause in typing will do. */
const PAUSE = 200; // milliseconds
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked = '';

function remember(query: string) {
  asked = query;
  clearTimeout(waiting);
  waiting = setTimeout(save, PAUSE);
}

function save() {
  if (waiting === undefined) return;
  clearTimeout(waiting);
  waiting = undefined;
  const url = new URL(location.href);
  if (asked) url.searchParams.set('q', asked);
  else url.searchParams.delete('q');
  document.title = asked ? `${asked} – ${title}` : title;
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
// Who follows a result comes back to it.
document.addEventListener('click', save, { capture: true });

field.value ||= new URLSearchParams(location.search).get('q') ?? '';
await styled();
field.form!.after(searchBox(field, remember));
