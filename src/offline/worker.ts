/// <reference lib="webworker" />
/**
 * The service worker of readers who saved the site. It holds one build, whole, and answers with nothing else: a build is
 * fetched and checked in full before it takes the place of the one before, and takes it when no page of that is open.
 * It stands alone: `build.ts` strips the types and fills in the two values.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

/** What all files of the build amount to. */
const REVISION = '%REVISION%';
/** The SHA-256 of each file, by its path from the site's root; a folder stands for its page. */
const FILES: Record<string, string> = JSON.parse('%FILES%');

/** Caches belong to the origin, on which other sites may lie. */
const OURS = `${self.registration.scope}#`;
const CACHE = OURS + REVISION;
const NOT_FOUND = new URL('404.html', self.registration.scope).href;

/** Fetches a file past the browser's cache, and refuses what is not of this build: a host may be in the midst of an update. */
async function store(cache: Cache, [path, hash]: [string, string]): Promise<void> {
  const url = new URL(path, self.registration.scope).href;
  const response = await fetch(url, { cache: 'no-cache' });
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const found = btoa(String.fromCharCode(...digest));
  if (!response.ok || found !== hash) throw new Error(`${path} is not of this build`);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  // A new response: one that a host redirected may not answer a navigation.
  await cache.put(url, new Response(body, { headers: { 'content-type': type } }));
}

async function install(): Promise<void> {
  const isNew = !(await caches.has(CACHE)); // after a build was taken back, it is the one that is stored
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.entries(FILES).map((file) => store(cache, file)));
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error; // the build that is stored, if there is one, stays
  }
}
self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(OURS) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

/** Not by opening the cache, which would bring it back after it was removed. */
const stored = (request: Request | string) => caches.match(request, { cacheName: CACHE, ignoreSearch: true });

async function answer(request: Request): Promise<Response> {
  const known = await stored(request);
  if (known) return known;
  const url = new URL(request.url);
  if (request.mode === 'navigate' && (await stored(`${url.origin}${url.pathname}/`))) {
    return Response.redirect(`${url.pathname}/${url.search}`, 301);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const notFound = request.mode === 'navigate' && (await stored(NOT_FOUND));
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
