/** Shows the field for pasted error messages, and fetches what finds them when a reader reaches for it. */
const form = document.querySelector<HTMLFormElement>('.error-finder');
if (form) {
  form.hidden = false;
  const start = () => {
    import('./finder.ts').then(
      () => form.removeEventListener('focusin', start),
      () => {}, // the next time it may be there
    );
  };
  form.addEventListener('focusin', start);
}
