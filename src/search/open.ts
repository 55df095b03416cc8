/**
 * Opens the search: the dialog, or on the search page its field. The search is loaded when a reader reaches for it. If
 * this script does not run, the link leads to the search page.
 */
import { isSlashKeyOn } from './slash-key.ts';

/** In the header, and in the bar of phones. */
const links = document.querySelectorAll<HTMLAnchorElement>('.search-link');
const [link] = links;
/** The field of the search page. */
const field = document.querySelector<HTMLInputElement>('#search-field');

const loadDialog = () => import('./dialog.ts');
const preloadDialog = () => void loadDialog().catch(() => {});

/** What the reader types while the dialog is loading. */
let typed: string | undefined;

async function open() {
  if (field) return field.focus();
  typed ??= '';
  try {
    await (await loadDialog()).open(isSlashKeyOn(), () => typed);
  } catch {
    if (link) location.href = link.href; // The page is from an older build, whose scripts the host has deleted.
  }
  typed = undefined;
}

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (link) {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void open();
    });
    if (!field) for (const type of ['pointerenter', 'focus']) link.addEventListener(type, preloadDialog);
  }
  document.addEventListener('keydown', (event) => {
    const { key, altKey, shiftKey } = event;
    const hasCommand = event.ctrlKey || event.metaKey;
    if (altKey) return;
    if (typed !== undefined && !hasCommand && key.length === 1) typed += key;
    else if (
      hasCommand ? key.toLowerCase() === 'k' && !shiftKey : key === '/' && !isEditable(event.target) && isSlashKeyOn()
    )
      void open();
    else return;
    event.preventDefault();
  });
}

if (field) {
  const form = field.form!;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  let isLoaded = false;
  const loadPage = () => {
    if (isLoaded) return;
    isLoaded = true;
    import('./page.ts').catch(() => {
      isLoaded = false; // The next focus tries again.
      if (document.activeElement !== field) form.hidden = true;
    });
  };
  field.addEventListener('focus', loadPage);
  if (/[?#&]q=/.test(location.href)) loadPage();
}
