/**
 * Answers for the files of the app when the server cannot. VERSION and FILES are put in front of it by the
 * build. Nothing of the API is ever kept: the replica does that, person by person.
 */
const PREFIX = 'throughline-app-';
const CURRENT = PREFIX + VERSION;
/** Tabs of the version before may still ask for its parts. */
const KEPT_VERSIONS = 2;
/** A server that answers no page for so long counts as gone, in ms. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CURRENT)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname === '/healthz') return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else event.respondWith(openFile(request));
});

/** Caches are listed in the order they were made. */
async function dropOldVersions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const others = names.filter((name) => name !== CURRENT);
  await Promise.all(others.slice(0, -(KEPT_VERSIONS - 1)).map((name) => caches.delete(name)));
}

/** Any address is a screen of the same page: the server's when it answers, else the kept one. */
async function openPage(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(request, { signal: patience.signal });
    if (response.ok || response.redirected) return response;
    throw new Error(`The server answered ${response.status}`);
  } catch (error) {
    const kept = await caches.match('/index.html', { cacheName: CURRENT });
    if (kept === undefined) throw error;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

async function openFile(request) {
  return (await caches.match(request)) ?? fetch(request);
}
