/**
 * A search field with its results: a combobox whose listbox holds links.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { loadStylesheet } from '../client/load-stylesheet.ts';
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { addressOf } from './address.ts';
import type { SearchEngine } from './engine.ts';
import { loadEngine } from './load.ts';
import { nearestName } from './nearest-name.ts';
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
  const [body, status, starters, list] = createCombobox(field);
  let results: ResultList | undefined;
  let active = -1;

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
    try {
      const engine = await loadEngine();
      if (query !== field.value.trim()) return; // The reader has typed on while the index was loading.
      results = createResultList(engine.search(query), list.id);
      list.replaceChildren(...results.groups);
      list.hidden = !results.options.length;
      field.ariaExpanded = String(!list.hidden);
      activate(-1);
      status.replaceChildren(...(query ? statusOf(results, query, engine) : []));
      starters.replaceChildren(
        ...(query ? [] : ['Try ', ...engine.starters.flatMap((text) => [createStarter(text, field), ' '])]),
      );
      results.loadTexts();
    } catch {
      status.replaceChildren('The search could not be loaded. ', linkToPageList());
    }
  }

  field.addEventListener('input', () => void update());
  field.addEventListener('keydown', (event) => {
    const count = results?.options.length ?? 0;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' && count) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count) activate(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && count) results!.options[Math.max(active, 0)]!.click();
    // Escape hides the results, as in every combobox. In a dialog it closes the dialog.
    else if (event.key === 'Escape' && count && !field.closest('dialog')) hide();
    else return;
    event.preventDefault();
  });
  void update();
  return body;
}

/** Makes the field a combobox. @returns the element below it, and in it the status, the place for queries to offer, and the listbox */
function createCombobox(
  field: HTMLInputElement,
): [body: HTMLElement, status: HTMLElement, starters: HTMLElement, list: HTMLElement] {
  const body = document.createElement('div');
  body.className = 'search-body';
  const status = document.createElement('p');
  status.role = 'status';
  const starters = document.createElement('p');
  const list = document.createElement('div');
  list.id = `${field.id}-results`;
  list.role = 'listbox';
  list.ariaLabel = 'Results';
  list.hidden = true;
  body.append(status, starters, list);

  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', list.id);
  return [body, status, starters, list];
}

/** A query to offer. A press on it begins it. */
function createStarter(text: string, field: HTMLInputElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => {
    field.value = text;
    field.focus();
    field.dispatchEvent(new Event('input'));
  });
  return button;
}

function statusOf({ options }: ResultList, query: string, { names }: SearchEngine): (Node | string)[] {
  if (options.length) return [options.length === 1 ? '1 result' : `${options.length} results`];
  const nearest = nearestName(query, names);
  return [
    `Nothing found for “${query}”. `,
    ...(nearest ? ['Did you mean ', createLink(addressOf(nearest.document), nearest.name), '? '] : []),
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
