/** The search as a page, whose address holds the query. */
import { searchBox, styled } from './box.ts';

const field = document.querySelector<HTMLInputElement>('#search-field')!;
const title = document.title;

function remember(query: string) {
  const url = new URL(location.href);
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  document.title = query ? `${query} – ${title}` : title;
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

field.value ||= new URLSearchParams(location.search).get('q') ?? '';
await styled();
field.form!.after(searchBox(field, remember));
