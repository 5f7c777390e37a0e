/// <reference lib="webworker" />

/** The worker that removes itself and all that was kept. It has no fetch handler: every page comes from the network at once. */
const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await worker.registration.unregister();
      for (const client of await worker.clients.matchAll({ type: 'window' })) await client.navigate(client.url).catch(() => {});
    })(),
  );
});
