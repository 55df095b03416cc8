/** Shows the button that saves the site for offline reading, if the browser can. Registers nothing until it is pressed. */
import { WORKER_FILE } from '../model/published-files.ts';

const container = document.querySelector<HTMLElement>('.offline');
const button = container?.querySelector('button');
const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }; // absent over plain HTTP
if (container && button && serviceWorker) {
  const showState = (saved: boolean) => {
    container.toggleAttribute('data-saved', saved);
    button.textContent = saved ? 'Remove the offline copy' : `Save for offline reading (${button.dataset['size']!})`;
  };
  const workerUrl = new URL(`${document.documentElement.dataset['root']!}${WORKER_FILE}`, location.href).href;
  // The page can also be under the control of a worker of another site on the same host.
  const isSaved = serviceWorker.controller?.scriptURL === workerUrl;
  showState(isSaved);
  container.hidden = false;
  // The browser's own check for an update comes late, so each page starts one.
  if (isSaved) {
    void serviceWorker.getRegistration(workerUrl).then((registration) => registration?.update().catch(() => {}));
  }
  button.addEventListener('click', () => {
    import('./save.ts').then(
      (copy) => void copy.toggleCopy(container, serviceWorker, workerUrl, showState),
      () => {},
    );
  });
}
