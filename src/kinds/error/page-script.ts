/** Shows the field for pasted error messages. Its script loads when the field gets the focus, or the address has a message. */
const form = document.querySelector<HTMLFormElement>('.error-finder');
if (form) {
  form.dataset['ready'] = '';
  const loadFinder = () => {
    import('./finder.ts').then(
      () => form.removeEventListener('focusin', loadFinder),
      () => {}, // The next focus tries again.
    );
  };
  form.addEventListener('focusin', loadFinder);
  if (/[?#]error=/.test(location.href)) loadFinder();
}
