/** Shows the button that saves the site, in browsers that can. Nothing is registered before somebody presses it. */
import { WORKER_FILE } from '../model/published-files.ts';

const place = document.querySelector<HTMLElement>('.offline');
const button = place?.querySelector('button');
const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }; // not there on plain http
if (place && button && serviceWorker) {
  const label = (saved: boolean) => {
    place.toggleAttribute('data-saved', saved);
    button.textContent = saved ? 'Remove the offline copy' : `Save for offline reading (${button.dataset['size']})`;
  };
  // Another site on this host may have a worker that controls this page too.
  const ours = new URL(`${document.documentElement.dataset['root']}${WORKER_FILE}`, location.href).href;
  const isSaved = serviceWorker.controller?.scriptURL === ours;
  label(isSaved);
  place.hidden = false;
  // Those who saved it get what is new; the browser's own look comes late.
  if (isSaved) {
    void serviceWorker.getRegistration(ours).then((registration) => registration?.update().catch(() => {}));
  }
  button.addEventListener('click', () => {
    import('./save.ts').then(
      ({ press }) => void press(place, serviceWorker, ours, label),
      () => {},
    );
  });
}
