/** The search as a dialog over any page. Fetched when a reader reaches for it. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { searchBox, styled } from './box.ts';
import { loadEngine } from './load.ts';

loadEngine().catch(() => {}); // on its way while the reader types; the box says if it failed

const field = document.createElement('input');
field.id = 'search-dialog-field';
field.autofocus = true;
field.autocomplete = 'off';
field.autocapitalize = 'off';
field.spellcheck = false;
field.enterKeyHint = 'go';
field.placeholder = 'A word, a question, an error message';

const label = document.createElement('label');
label.htmlFor = field.id;
label.textContent = 'Search';
const close = document.createElement('button');
close.type = 'button';
close.textContent = 'Close';

const bar = document.createElement('div');
bar.className = 'search-bar field';
bar.append(label, field, close);

const page = document.createElement('a');
page.textContent = 'Link to these results';
const showPage = (query: string) =>
  (page.href = `${resolveFromRoot('search/')}${query && `?${new URLSearchParams({ q: query })}`}`);
showPage('');

const key = document.createElement('input');
key.type = 'checkbox';
const keyLabel = document.createElement('label');
keyLabel.append(key, ' The / key opens the search');

const foot = document.createElement('p');
foot.className = 'search-foot';
foot.append(page, keyLabel);

const dialog = document.createElement('dialog');
dialog.className = 'search';
dialog.ariaLabel = 'Search';
dialog.append(bar, searchBox(field, showPage), foot);
document.body.append(dialog);

close.addEventListener('click', () => dialog.close());
/** Where a press began: one that marks text in the field may end beside the dialog. */
let pressed: EventTarget | null = null;
dialog.addEventListener('pointerdown', ({ target }) => (pressed = target));
dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  const isBeside = target === dialog && pressed === dialog;
  // The page that a link opens may be this one; with a key held down it opens elsewhere.
  const isLink = (target as Element).closest('a') && !ctrlKey && !metaKey && !shiftKey;
  if (isBeside || isLink) dialog.close();
});
/** A software keyboard covers the page without making it smaller. */
const fit = () => dialog.style.setProperty('--height', `${visualViewport?.height ?? innerHeight}px`);
visualViewport?.addEventListener('resize', fit);

/**
 * Opens the search, with what was asked for last selected.
 * @param slash whether the / key opens it; handed in, since a module that the page has as well would be a file of its own
 */
export async function open(slash: { isOn: () => boolean; turn: (on: boolean) => void }): Promise<void> {
  key.checked = slash.isOn();
  key.onchange = () => slash.turn(key.checked);
  await styled();
  fit();
  if (!dialog.open) dialog.showModal();
  field.select();
}
