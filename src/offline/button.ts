/** Shows the button that saves the site, in browsers that can. Nothing is registered before somebody presses it. */
const place = document.querySelector<HTMLElement>('.offline');
const button = place?.querySelector('button');
const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }; // not there on plain http
if (place && button && serviceWorker) {
  const label = (saved: boolean) => {
    place.toggleAttribute('data-saved', saved);
    button.textContent = saved ? 'Remove the offline copy' : `Save for offline reading (${button.dataset['size']})`;
  };
  label(!!serviceWorker.controller);
  place.hidden = false;
  // Those who saved it get what is new; the browser's own look comes late.
  if (serviceWorker.controller) {
    void serviceWorker.getRegistration().then((registration) => registration?.update().catch(() => {}));
  }
  button.addEventListener('click', () => {
    import('./save.ts').then(
      ({ press }) => void press(place, serviceWorker, label),
      () => {},
    );
  });
}
