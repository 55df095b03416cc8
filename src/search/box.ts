/**
 * A search field with its results: a combobox whose listbox contains links.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { loadStylesheet } from '../client/load-stylesheet.ts';
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { addressOf } from './address.ts';
import type { Results } from './engine.ts';
import { loadEngine } from './load.ts';
import type { NearestName } from './nearest-name.ts';
import { eraseSearches, keepSearch, recentSearches } from './recent.ts';
import { createResultList, type ResultList } from './results.ts';
import sheet from './search.css?url&no-inline';

/** Loads the style sheet of the search. @returns when it applies, or has failed to load */
export const loadStyles = () => loadStylesheet(sheet);

/**
 * Makes a text field a search field. If it has text, the search begins at once; else it offers some queries.
 * @param onQuery is called with each query
 * @returns the element to put below the field
 */
export function createSearchBox(field: HTMLInputElement, onQuery: (query: string) => void): HTMLElement {
  const { body, status, offers, list } = createCombobox(field);
  let results: ResultList | undefined;
  let active = -1;
  let updated: Promise<void>;

  function activate(index: number) {
    results?.options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = results?.options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  }

  function hide() {
    activate(-1);
    results = undefined;
    list.hidden = true;
    field.ariaExpanded = 'false';
    status.replaceChildren();
  }

  async function update() {
    const query = field.value.trim();
    onQuery(query);
    list.ariaBusy = 'true';
    try {
      const engine = await loadEngine();
      const found = await engine.search(query);
      const suggestion = query && !found.results.length ? await engine.suggest(query) : undefined;
      if (query !== field.value.trim()) return; // The reader has typed on while files were loading.
      results = createResultList(found, list.id);
      list.replaceChildren(...results.groups);
      list.hidden = !results.options.length;
      field.ariaExpanded = String(!list.hidden);
      activate(-1);
      status.replaceChildren(...(query ? statusOf(results, found, query, suggestion) : []));
      offers.replaceChildren(...(query ? [] : createOffers(engine.starters, field)));
      results.loadTexts();
    } catch {
      status.replaceChildren('Search couldn’t be loaded. ', linkToPageList());
    }
    list.ariaBusy = 'false';
  }

  const refresh = () => (updated = update());
  field.addEventListener('input', () => void refresh());
  list.addEventListener('click', () => keepSearch(field.value.trim()));
  field.addEventListener('keydown', (event) => {
    const count = results?.options.length ?? 0;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' && count) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count) activate(active <= 0 ? count - 1 : active - 1);
    // The search page is a list of results, which an on-screen keyboard would cover.
    else if (event.key === 'Enter' && active < 0 && !field.closest('dialog')) field.blur();
    // The results of what was typed last may still be loading.
    else if (event.key === 'Enter') void updated.then(() => results?.options[Math.max(active, 0)]?.click());
    // Escape hides the results, as in every combobox. In a dialog it closes the dialog.
    else if (event.key === 'Escape' && count && !field.closest('dialog')) hide();
    else return;
    event.preventDefault();
  });
  void refresh();
  return body;
}

interface Combobox {
  /** The element below the field, which holds the others. */
  body: HTMLElement;
  status: HTMLElement;
  /** The place for queries to offer. */
  offers: HTMLElement;
  list: HTMLElement;
}

/** Makes the field a combobox. */
function createCombobox(field: HTMLInputElement): Combobox {
  const body = document.createElement('div');
  body.className = 'search-body';
  const status = document.createElement('p');
  status.role = 'status';
  const offers = document.createElement('div');
  const list = document.createElement('div');
  list.id = `${field.id}-results`;
  list.role = 'listbox';
  list.ariaLabel = 'Results';
  list.hidden = true;
  body.append(status, offers, list);

  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', list.id);
  return { body, status, offers, list };
}

/** What an empty field offers: the reader's last searches, and some to try. */
function createOffers(starters: string[], field: HTMLInputElement): HTMLElement[] {
  const createLine = (label: string, buttons: HTMLElement[]) => {
    const line = document.createElement('p');
    line.append(label, ...buttons.flatMap((button) => [' ', button]));
    return line;
  };
  const createQuery = (text: string) =>
    createOffer(text, () => {
      field.value = text;
      field.focus();
      field.dispatchEvent(new Event('input'));
    });
  const recent = recentSearches();
  const eraseButton = createOffer('Clear', () => {
    eraseSearches();
    eraseButton.parentElement!.remove();
    field.focus();
  });
  return [
    ...(recent.length ? [createLine('Recent searches', [...recent.map(createQuery), eraseButton])] : []),
    createLine('Try', starters.map(createQuery)),
  ];
}

/** Not shared with the script of the page, since a shared module would become a file that every page fetches. */
function createOffer(label: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', onPress);
  return button;
}

/**
 * @param found by the engine
 * @param query what the reader typed
 * @param suggestion a name like the query, if it has no results
 */
function statusOf({ options }: ResultList, found: Results, query: string, suggestion?: NearestName) {
  if (options.length && !found.areNearest) {
    const count = options.length === 1 ? '1 result' : `${options.length} results`;
    return [found.query === query ? count : `${count} for “${found.query}”`];
  }
  return [
    `Nothing found for “${query}”. `,
    ...(options.length ? ['The nearest results are below. '] : []),
    ...(suggestion ? ['Did you mean ', createLink(addressOf(suggestion.document), suggestion.name), '? '] : []),
    linkToPageList(),
  ];
}

function createLink(path: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = resolveFromRoot(path);
  link.textContent = text;
  return link;
}

const linkToPageList = () => createLink('/search/#pages', 'See all pages and terms.');
