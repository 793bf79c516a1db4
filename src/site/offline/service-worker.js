// Keeps a copy of the site, so that it reads offline after the first visit. `site` (its version, and
// every file with its digest) is written here by the build: see integration.mjs.
//
// A page never meets files of another version. All its files carry their content in their names, and a
// copy is taken whole or not at all, each file checked against its digest; a page comes from the copy
// of this version alone. The copy before stays until the next one comes, for pages still open.
/* global self, caches */
const site = /* SITE */ { version: '', files: {} };

const { scope } = self.registration;
const own = `${scope} ${site.version}`;
const marker = `${scope} off`;
const names = async () =>
  (await caches.keys()).filter((name) => name.startsWith(`${scope} `) && name !== marker);
const inName = (path) => path.startsWith('_astro/');

/** A kept file, from this version's copy or the one before. */
async function kept(address) {
  const copies = (await names()).sort((a, b) => Number(b === own) - Number(a === own));
  for (const cacheName of copies) {
    const found = await caches.match(address, { cacheName, ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

async function take(cache, path) {
  const address = new URL(path, scope).href;
  if (await cache.match(address)) return;
  let file = inName(path) ? await kept(address) : undefined;
  if (!file) {
    file = await fetch(address, {
      integrity: site.files[path],
      cache: inName(path) ? 'default' : 'no-cache',
    });
    if (!file.ok) throw new Error(`${file.status} for ${address}`);
  }
  await cache.put(address, file);
}

/** A few at a time: the reader may be reading. What is there already is not asked for again. */
async function takeAll() {
  const cache = await caches.open(own);
  const waiting = Object.keys(site.files);
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await take(cache, path);
    }
  };
  try {
    await Promise.all([worker(), worker(), worker()]);
  } catch (error) {
    // offline again, or between two versions: the browser tries once more at the next visit
    await caches.delete(own);
    throw error;
  }
  await self.skipWaiting();
}

/** Keeps this copy and the one before; names come in the order they were made. */
async function tidy() {
  const earlier = (await names()).filter((name) => name !== own);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request) {
  const address = request.url.replace(/index\.html(?=$|[?#])/, '');
  const options = { cacheName: own, ignoreSearch: true };
  const found = await caches.match(address, options);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const folder = address.replace(/(?<!\/)(?=$|[?#])/, '/');
    if (await caches.match(folder, options)) return Response.redirect(folder);
    const missing = await caches.match(new URL('404.html', scope), options);
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

self.addEventListener('install', (event) => event.waitUntil(takeAll()));
// a copy was removed and is wanted again, before the browser has let go of its worker
self.addEventListener('message', (event) => {
  const tell = (outcome) => event.ports[0]?.postMessage(outcome);
  event.waitUntil(
    takeAll().then(
      () => tell('kept'),
      () => tell('failed'),
    ),
  );
});
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(
    request.mode === 'navigate'
      ? page(request)
      : kept(request.url).then((found) => found ?? fetch(request)),
  );
});
