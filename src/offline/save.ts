/** Saves the whole site in the browser, or removes it. Fetched when somebody presses the button. */
interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => typeof policy;
}
let policy: { createScriptURL: (url: string) => string } | undefined;

/** The address of the worker in the form that the page's security policy asks for: this one and no other. */
function trusted(url: string): string {
  policy ??= (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('offline', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError(`${asked} is not the worker of this site`);
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}

/** Waits until a worker has stored everything. @throws if it could not */
const installed = (worker: ServiceWorker) =>
  new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'redundant') reject(new Error('The site could not be stored'));
      else if (worker.state !== 'installing' && worker.state !== 'parsed') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

async function save(container: ServiceWorkerContainer, url: string): Promise<void> {
  const registration = await container.register(trusted(url), { updateViaCache: 'none' });
  try {
    await installed((registration.installing ?? registration.waiting ?? registration.active)!);
  } catch (error) {
    if (!registration.active) await registration.unregister();
    throw error;
  }
}

/** Removes what this site has stored; a worker of another one, which may answer for this path too, stays. */
async function remove(container: ServiceWorkerContainer, url: string): Promise<void> {
  const scope = new URL('.', url).href;
  const registration = await container.getRegistration(scope);
  if (registration?.scope === scope) await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`${scope}#`)).map((name) => caches.delete(name)));
}

/**
 * Saves or removes, and says how it went.
 * @param url the address of the worker
 * @param label names the button by whether the site is saved now
 */
export async function press(
  place: HTMLElement,
  container: ServiceWorkerContainer,
  url: string,
  label: (saved: boolean) => void,
): Promise<void> {
  const status = place.querySelector('[role="status"]')!;
  const button = place.querySelector('button')!;
  const isSaved = 'saved' in place.dataset;
  status.textContent = isSaved ? 'Removing …' : 'Saving …';
  button.disabled = true;
  try {
    await (isSaved ? remove(container, url) : save(container, url));
    label(!isSaved);
    status.textContent = isSaved
      ? 'The offline copy has been removed.'
      : 'Saved: from the next page on, the whole site can be read and searched without a network.';
  } catch {
    status.textContent = isSaved
      ? 'The browser did not remove it. Clear the data of this site in its settings.'
      : 'It could not be saved: the browser did not allow it, or the network broke off. Nothing has changed.';
  }
  button.disabled = false;
  button.focus();
}
