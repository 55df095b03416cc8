/// <reference lib="webworker" />
/**
 * Replaces the service worker if `content/site.yaml` says `offline: false`. Browsers that saved the site fetch it on their
 * next visit. It removes the offline copy and itself, and reloads the open pages without it.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  const removeAll = async () => {
    const names = await caches.keys();
    const siteCaches = names.filter((name) => name.startsWith(`${self.registration.scope}#`));
    await Promise.all(siteCaches.map((name) => caches.delete(name)));
    await self.registration.unregister();
    for (const page of await self.clients.matchAll({ type: 'window' })) await page.navigate(page.url);
  };
  event.waitUntil(removeAll());
});
