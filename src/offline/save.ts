/** Saves the whole site in the browser, or removes the copy. Loaded when a reader presses the button. */
interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => typeof policy;
}
let policy: { createScriptURL: (url: string) => string } | undefined;

/** Wraps the address of the worker as the page's security policy requires. The policy `offline` accepts no other. */
function trustedScriptUrl(url: string): string {
  policy ??= (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('offline', {
    createScriptURL: (requested) => {
      if (requested !== url) throw new TypeError(`${requested} is not the worker of this site`);
      return requested;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}

/** Waits until a worker has stored every file. @throws if it has failed */
const waitUntilInstalled = (worker: ServiceWorker) =>
  new Promise<void>((resolve, reject) => {
    const checkState = () => {
      if (worker.state === 'redundant') reject(new Error('The site could not be stored'));
      else if (worker.state !== 'installing' && worker.state !== 'parsed') resolve();
    };
    worker.addEventListener('statechange', checkState);
    checkState();
  });

/** The status gives the progress after each of this many equal parts but the last, since a screen reader reads it out. */
const PARTS = 4;

/**
 * Shows how much of the site is stored, which the worker reports for each file.
 * @param status the text that is announced; a bar, which is not announced, follows it
 * @returns a function that ends this
 */
function showProgress(status: Element, url: string): () => void {
  const bar = document.createElement('progress');
  bar.ariaLabel = 'Saved';
  bar.value = 0;
  bar.style.accentColor = 'var(--accent)';
  status.after(' ', bar);
  const channel = new BroadcastChannel(new URL('.', url).href);
  channel.onmessage = ({ data: share }: MessageEvent<number>) => {
    const part = Math.floor(share * PARTS);
    if (part > Math.floor(bar.value * PARTS) && part < PARTS) status.textContent = `Saving… ${(100 * part) / PARTS}%`;
    bar.value = share;
  };
  return () => {
    channel.close();
    bar.remove();
  };
}

async function save(serviceWorker: ServiceWorkerContainer, url: string): Promise<void> {
  const registration = await serviceWorker.register(trustedScriptUrl(url), { updateViaCache: 'none' });
  try {
    await waitUntilInstalled((registration.installing ?? registration.waiting ?? registration.active)!);
  } catch (error) {
    if (!registration.active) await registration.unregister();
    throw error;
  }
}

/** Removes the offline copy and its worker. A worker of another site, whose scope may include this path, is kept. */
async function remove(serviceWorker: ServiceWorkerContainer, url: string): Promise<void> {
  const scope = new URL('.', url).href;
  const registration = await serviceWorker.getRegistration(scope);
  if (registration?.scope === scope) await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`${scope}#`)).map((name) => caches.delete(name)));
}

/**
 * Saves the site, or removes the copy if there is one, and reports the result to the reader.
 * @param container the element with the button and the status
 * @param url the address of the worker
 * @param showState updates the button
 */
export async function toggleCopy(
  container: HTMLElement,
  serviceWorker: ServiceWorkerContainer,
  url: string,
  showState: (saved: boolean) => void,
): Promise<void> {
  const status = container.querySelector('[role="status"]')!;
  const button = container.querySelector('button')!;
  const isSaved = 'saved' in container.dataset;
  status.textContent = isSaved ? 'Removing…' : 'Saving…';
  button.disabled = true;
  const endProgress = isSaved ? () => {} : showProgress(status, url);
  try {
    await (isSaved ? remove(serviceWorker, url) : save(serviceWorker, url));
    showState(!isSaved);
    status.textContent = isSaved
      ? 'The offline copy has been removed.'
      : 'Saved. Once you open another page, you can read and search all pages offline. The site as one file isn’t included.';
  } catch {
    status.textContent = isSaved
      ? 'Your browser couldn’t remove it. Clear this site’s data in the browser settings.'
      : 'The site could not be saved: your browser didn’t allow it, or the connection failed. Nothing has changed.';
  }
  endProgress();
  button.disabled = false;
  button.focus();
}
