/** Shows the field for pasted error messages, and fetches what finds them when a reader reaches for it. */
const form = document.querySelector<HTMLFormElement>('.error-finder');
if (form) {
  form.hidden = false;
  form.addEventListener('focusin', () => void import('./finder.ts').catch(() => {}), { once: true });
}
