// The service worker: the pages themselves, and lists without persons, for when there is no connection.
// Never keeps an answer to a question: the page does that, for questions in words of the catalogue (kept.ts).
/// <reference lib="webworker" />

// Filled in by the build: the files of the shell, and a name for this set of them.
declare const __SHELL__: string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const SHELL = `kl-shell-${__VERSION__}`;
const LISTS = 'kl-lists';
/** Answers that are the same for every question and name no person. */
const KEPT_LISTS = ['/v1/coalitions', '/v1/catalogue'];
/** The first page; its address stands for that of every page. */
const FIRST = '/';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL);
      await shell.addAll([FIRST, ...__SHELL__]);
      const lists = await caches.open(LISTS);
      await Promise.allSettled(KEPT_LISTS.map((address) => lists.add(address)));
      // The page that is open has its files; the next one gets the new ones.
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith('kl-shell-') && name !== SHELL).map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/v1/')) event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (KEPT_LISTS.includes(url.pathname) && url.search === '') event.respondWith(list(request));
});

/** From the server, so that a new version is seen at once; without connection the one that is kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(FIRST)) ?? Response.error();
  }
}

/** A built file has a name of its own for what is in it: what is kept never grows old. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(SHELL)).put(request, response.clone());
  return response;
}

async function list(request: Request): Promise<Response> {
  const lists = await caches.open(LISTS);
  try {
    const response = await fetch(request);
    if (response.ok) await lists.put(new URL(request.url).pathname, response.clone());
    return response;
  } catch {
    return (await lists.match(new URL(request.url).pathname, { ignoreVary: true })) ?? Response.error();
  }
}
