/**
 * A search field with its results: a combobox whose listbox holds links.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { addressOf } from './address.ts';
import { loadEngine } from './load.ts';
import { nearestName } from './nearest-name.ts';
import { showResults, type Shown } from './results.ts';
import { loadStylesheet } from '../client/load-stylesheet.ts';
import sheet from './search.css?url&no-inline';

/** The style sheet of the results, fetched with the first of them. @returns when it applies, or has failed to come */
export const styled = () => loadStylesheet(sheet);

/**
 * Makes a text field a search field.
 * @param field the field; what is in it is searched for at once
 * @param asked told each query
 * @returns what to show beneath the field
 */
export function searchBox(field: HTMLInputElement, asked: (query: string) => void = () => {}): HTMLElement {
  const id = `${field.id}-results`;
  const body = document.createElement('div');
  body.className = 'search-body';
  const status = document.createElement('p');
  status.role = 'status';
  const list = document.createElement('div');
  list.id = id;
  list.role = 'listbox';
  list.ariaLabel = 'Results';
  list.hidden = true;
  body.append(status, list);

  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', id);

  let shown: Shown | undefined;
  let active = -1;

  function activate(index: number) {
    shown?.options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = shown?.options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  }

  /** As Escape does in every combobox; a dialog closes as a whole. */
  function hide() {
    activate(-1);
    shown = undefined;
    list.hidden = true;
    field.ariaExpanded = 'false';
    status.replaceChildren();
  }

  async function update() {
    const query = field.value.trim();
    asked(query);
    try {
      const engine = await loadEngine();
      if (query !== field.value.trim()) return; // typed on while the index was on its way
      const results = engine.search(query);
      shown = showResults(results, id);
      list.replaceChildren(...shown.groups);
      list.hidden = !results.length;
      field.ariaExpanded = String(results.length > 0);
      activate(-1);
      status.replaceChildren(...(query ? statusOf(shown, query, engine.names) : []));
      shown.fill();
    } catch {
      status.replaceChildren('The search could not be loaded. ', pageList());
    }
  }

  function statusOf({ options }: Shown, query: string, names: Parameters<typeof nearestName>[1]): (Node | string)[] {
    if (options.length) return [options.length === 1 ? '1 result' : `${options.length} results`];
    const near = nearestName(query, names);
    return [
      `Nothing found for “${query}”. `,
      ...(near ? ['Did you mean ', linkTo(addressOf(near.document), near.name), '? '] : []),
      pageList(),
    ];
  }

  field.addEventListener('input', () => void update());
  field.addEventListener('keydown', (event) => {
    const count = shown?.options.length ?? 0;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' && count) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count) activate(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && count) shown!.options[Math.max(active, 0)]!.click();
    else if (event.key === 'Escape' && count && !field.closest('dialog')) hide();
    else return;
    event.preventDefault();
  });
  if (field.value) void update();
  return body;
}

function linkTo(path: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = resolveFromRoot(path);
  link.textContent = text;
  return link;
}

const pageList = () => linkTo('/search/#pages', 'See all pages and terms.');
