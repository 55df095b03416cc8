/** The search as a dialog over any page. It is loaded when a reader reaches for it. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { createSearchBox, loadStyles } from './box.ts';
import { loadEngine } from './load.ts';
import { keepQuery, lastQuery } from './recent.ts';

loadEngine().catch(() => {}); // The index loads while the reader types. The search box reports a failure.

const field = document.createElement('input');
field.id = 'search-dialog-field';
field.autofocus = true;
field.autocomplete = 'off';
field.autocapitalize = 'off';
field.spellcheck = false;
field.enterKeyHint = 'go';
field.placeholder = 'Ask or paste an error';
field.value = lastQuery();

const label = document.createElement('label');
label.htmlFor = field.id;
label.textContent = 'Search';
const closeButton = document.createElement('button');
closeButton.type = 'button';
closeButton.textContent = 'Close';

const bar = document.createElement('div');
bar.className = 'search-bar field';
bar.append(label, field, closeButton);

const pageLink = document.createElement('a');
pageLink.textContent = 'Link to these results';
function showQuery(query: string) {
  pageLink.href = `${resolveFromRoot('search/')}${query && `?${new URLSearchParams({ q: query })}`}`;
  keepQuery(query);
}

const keyCheckbox = document.createElement('input');
keyCheckbox.type = 'checkbox';
const keyLabel = document.createElement('label');
keyLabel.append(keyCheckbox, ' Press / to open search');

const keys = document.createElement('span');
keys.className = 'search-keys';
keys.textContent = '↑ ↓ choose · Enter opens · Esc closes';

const foot = document.createElement('p');
foot.className = 'search-foot';
foot.append(pageLink, keys, keyLabel);

const dialog = document.createElement('dialog');
dialog.className = 'search';
dialog.ariaLabel = 'Search';
dialog.append(bar, createSearchBox(field, showQuery), foot);
document.body.append(dialog);

closeButton.addEventListener('click', () => dialog.close());
/** Where a press began: a reader who selects the text of the field may release the button on the backdrop. */
let pressed: EventTarget | null = null;
dialog.addEventListener('pointerdown', ({ target }) => (pressed = target));
dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  const isBackdrop = target === dialog && pressed === dialog;
  // A link may lead to this page, under the dialog. With a modifier key it opens in another tab or window.
  const isLink = (target as Element).closest('a') && !ctrlKey && !metaKey && !shiftKey;
  if (isBackdrop || isLink) dialog.close();
});
keyCheckbox.addEventListener('change', () => {
  try {
    localStorage['slashKey'] = keyCheckbox.checked ? '' : 'off';
  } catch {
    // The browser blocks storage, so the choice is forgotten.
  }
});
/** An on-screen keyboard covers the page without making it smaller. */
const fit = () => dialog.style.setProperty('--height', `${visualViewport?.height ?? innerHeight}px`);
visualViewport?.addEventListener('resize', fit);

/**
 * Opens the search, with the last query selected, or with what the reader has typed meanwhile.
 * @param isSlashKeyOn whether the / key opens the search, see `slash-key.ts`. It is a parameter because a module that
 *   both the page and the dialog import would become a separate file, which costs a request.
 * @param typed what the reader has typed until now
 */
export async function open(isSlashKeyOn: boolean, typed: () => string | undefined): Promise<void> {
  keyCheckbox.checked = isSlashKeyOn;
  await loadStyles();
  fit();
  if (!dialog.open) dialog.showModal();
  const query = typed();
  if (!query) return field.select();
  field.value = query;
  field.dispatchEvent(new Event('input'));
}
