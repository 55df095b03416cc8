/// <reference lib="webworker" />
/**
 * Takes the place of the worker where `content/site.yaml` says `offline: false`: browsers that have saved the site fetch
 * it with their next visit, and are as if they never had.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  const remove = async () => {
    const names = await caches.keys();
    const ours = names.filter((name) => name.startsWith(`${self.registration.scope}#`));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await self.registration.unregister();
    for (const page of await self.clients.matchAll({ type: 'window' })) await page.navigate(page.url);
  };
  event.waitUntil(remove());
});
