/** The last searches of the reader, kept in the browser, and the query of this tab. */
const KEY = 'searches';
const MAX_SEARCHES = 5;
/** A longer query is a pasted message. */
const MAX_LENGTH = 60;

/** @returns the most recent first; none if the browser blocks storage */
export function recentSearches(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Keeps a search that led to a result. */
export function keepSearch(query: string): void {
  if (!query || query.length > MAX_LENGTH || query.includes('\n')) return;
  const others = recentSearches().filter((other) => other !== query);
  store([query, ...others].slice(0, MAX_SEARCHES));
}

export const eraseSearches = (): void => store([]);

function store(searches: string[]): void {
  try {
    if (searches.length) localStorage.setItem(KEY, searches.join('\n'));
    else localStorage.removeItem(KEY);
  } catch {
    // The browser blocks storage, so nothing is kept.
  }
}

/** @returns what was last typed in this tab; nothing if the browser blocks storage */
export function lastQuery(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps what is typed, so that a reader who comes back from a result, or goes on from there, finds it again. */
export function keepQuery(query: string): void {
  try {
    sessionStorage.setItem(KEY, query);
  } catch {
    // The browser blocks storage, so the query is lost with the page.
  }
}
