/* The page's service worker: keeps one complete version of the page, so that it works without a network. */
/// <reference lib="webworker" />

/** Filled in by the build: every file of this version, and a name for the version. */
const files = /** @type {readonly string[]} */ (/* @__FILES__ */ []);
const version = /* @__VERSION__ */ '';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const cacheName = `sublevel ${scope} ${version}`;

async function keepThisVersion() {
  const cache = await caches.open(cacheName);
  // Names under assets/ change with their content, so the copy that the page has just loaded will do.
  await cache.addAll(
    files.map(
      (file) => new Request(new URL(file, scope), { cache: file.startsWith('assets/') ? 'default' : 'reload' }),
    ),
  );
}

async function dropOlderVersions() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(`sublevel ${scope} `) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page as it is served now, or undefined where that takes too long, fails or is something else (a login page). */
async function servedPage() {
  try {
    const served = await fetch(scope, { redirect: 'manual', signal: AbortSignal.timeout(3000) });
    return served.ok ? served : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The page itself comes from its server where there is one, so that a new version shows at once; everything else comes
 * from the kept version, or from the server where a newer page asks for it.
 * @param {Request} request
 */
async function answer(request) {
  const cache = await caches.open(cacheName);
  const [address = ''] = request.url.split(/[?#]/, 1);
  const isPage = address === scope || address === `${scope}index.html`;
  const served = isPage ? await servedPage() : undefined;
  const kept = await cache.match(isPage ? `${scope}index.html` : address, { ignoreVary: true });
  return served ?? kept ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepThisVersion()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlderVersions()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});
