/// <reference lib="webworker" />
/**
 * The service worker of readers who saved the site. It stores one complete build and never mixes two: the browser fetches
 * and verifies all of an update first, and activates it once no page of the stored build is open.
 * The worker imports nothing: `build.ts` strips the types and fills in the two placeholders.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

/** A hash of the worker and of all files of the build. */
const REVISION = '%REVISION%';
/** The SHA-256 of each file, by its path from the site's root. A page has the path of its folder. */
const FILES = JSON.parse('%FILES%') as Record<string, string>;

/** Caches are shared by all sites of an origin, so the names of ours begin with the scope. */
const CACHE_PREFIX = `${self.registration.scope}#`;
const CACHE = CACHE_PREFIX + REVISION;
const NOT_FOUND = new URL('404.html', self.registration.scope).href;

/** Fetches and stores a file. @throws if it is not of this build, as when the host is being updated */
async function store(cache: Cache, [path, hash]: [string, string]): Promise<void> {
  const url = new URL(path, self.registration.scope).href;
  const response = await fetch(url, { cache: 'no-cache' }); // the browser's cache may hold another build
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const actualHash = btoa(String.fromCharCode(...digest));
  if (!response.ok || actualHash !== hash) throw new Error(`${path} is not of this build`);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  // A new response, because a browser does not let a redirected one answer a navigation.
  await cache.put(url, new Response(body, { headers: { 'content-type': type } }));
}

async function install(): Promise<void> {
  const isNew = !(await caches.has(CACHE)); // after a rollback, the stored build may be this one
  try {
    const cache = await caches.open(CACHE);
    const files = Object.entries(FILES);
    const progress = new BroadcastChannel(self.registration.scope); // save.ts listens
    let stored = 0;
    const storeFile = async (file: [string, string]) => {
      await store(cache, file);
      progress.postMessage(++stored / files.length);
    };
    await Promise.all(files.map(storeFile));
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error; // a build that is already stored stays in use
  }
}
self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

/** Finds a stored response. It does not open the cache, which would create the cache again after its removal. */
const findStored = (request: Request | string) => caches.match(request, { cacheName: CACHE, ignoreSearch: true });

async function answer(request: Request): Promise<Response> {
  const stored = await findStored(request);
  if (stored) return stored;
  const url = new URL(request.url);
  if (request.mode === 'navigate' && (await findStored(`${url.origin}${url.pathname}/`))) {
    return Response.redirect(`${url.pathname}/${url.search}`, 301);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const notFound = request.mode === 'navigate' && (await findStored(NOT_FOUND));
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
