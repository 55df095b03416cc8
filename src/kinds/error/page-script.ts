/** Shows the field for pasted error messages, and loads its script when it gets the focus. */
const form = document.querySelector<HTMLFormElement>('.error-finder');
if (form) {
  form.hidden = false;
  const loadFinder = () => {
    import('./finder.ts').then(
      () => form.removeEventListener('focusin', loadFinder),
      () => {}, // The next focus tries again.
    );
  };
  form.addEventListener('focusin', loadFinder);
}
