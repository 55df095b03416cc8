/** Finds the error message that a reader pastes, or has pasted into a form on another page. */
import { matchError } from './match.ts';

const form = document.querySelector<HTMLFormElement>('.error-finder')!;
const field = form.querySelector('textarea')!;
const status = form.querySelector('[role="status"]')!;
const entries = [...document.querySelectorAll<HTMLElement>('.entry[data-pattern]')];
const patterns = entries.map((entry) => [entry.querySelector('h3')!.id, entry.dataset['pattern']!] as [string, string]);

function find() {
  const id = field.value.trim() && matchError(field.value, patterns);
  if (!id) {
    status.textContent = field.value.trim() ? 'This message isn’t listed below.' : '';
    return;
  }
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = document.getElementById(id)!.textContent;
  status.replaceChildren('Found: ', link);
}

form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', find);
// The reader may have pasted a message while this script was loading.
field.value ||= new URLSearchParams(location.search).get('error') ?? '';
find();
