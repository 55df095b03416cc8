/** Opens the search. Until a reader reaches for it, nothing of it is fetched. Without this script its link leads to a page. */
import { slashKey } from './slash-key.ts';

const link = document.querySelector<HTMLAnchorElement>('.top .search-link');
/** On the page of the search itself its field is what opens. */
const field = document.querySelector<HTMLInputElement>('#search-field');

const load = () => import('./dialog.ts');
const loadQuietly = () => void load().catch(() => {});

async function open() {
  if (field) return field.focus();
  try {
    await (await load()).open(slashKey);
  } catch {
    if (link) location.href = link.href; // a script of an older build that the host no longer has
  }
}

const isText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (link) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open();
  });
  if (!field) for (const type of ['pointerenter', 'focus']) link.addEventListener(type, loadQuietly, { once: true });
  document.addEventListener('keydown', (event) => {
    const letter =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash =
      event.key === '/' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isText(event.target) &&
      slashKey.isOn();
    if (!letter && !slash) return;
    event.preventDefault();
    void open();
  });
}

if (field) {
  const form = field.form!;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  let isThere = false;
  const start = () => {
    if (isThere) return;
    isThere = true;
    import('./page.ts').catch(() => {
      isThere = false; // the next time it may be there
      if (document.activeElement !== field) form.hidden = true;
    });
  };
  field.addEventListener('focus', start);
  if (new URLSearchParams(location.search).has('q')) start();
}
