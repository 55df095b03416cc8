/**
 * Opens the search: the dialog, or on the search page its field. The search is loaded when a reader reaches for it. If
 * this script does not run, the link leads to the search page.
 */
import { isSlashKeyOn } from './slash-key.ts';

const link = document.querySelector<HTMLAnchorElement>('.top .search-link');
/** The field of the search page. */
const field = document.querySelector<HTMLInputElement>('#search-field');

const loadDialog = () => import('./dialog.ts');
const preloadDialog = () => void loadDialog().catch(() => {});

async function open() {
  if (field) return field.focus();
  try {
    await (await loadDialog()).open(isSlashKeyOn());
  } catch {
    if (link) location.href = link.href; // The page is from an older build, whose scripts the host has deleted.
  }
}

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (link) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open();
  });
  if (!field) for (const type of ['pointerenter', 'focus']) link.addEventListener(type, preloadDialog, { once: true });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isControl = ctrlKey || metaKey;
    const isCtrlK = isControl && key.toLowerCase() === 'k' && !shiftKey;
    const isSlash = !isControl && key === '/' && !isEditable(event.target) && isSlashKeyOn();
    if (altKey || (!isCtrlK && !isSlash)) return;
    event.preventDefault();
    void open();
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
  if (location.search) loadPage();
}
