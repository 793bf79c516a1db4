// Takes the place of the service worker in a site built with OFFLINE=off: removes every copy that
// earlier versions kept in a reader's browser, and itself.
/* global self, caches */
const { scope } = self.registration;

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));
