/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { addressOf, shownAs, type Pushed } from '../desk/notices/shown';

/**
 * Opens the field app without a network: its own files, and nothing that the services say. What they say is kept by the app
 * itself, sealed for its owner. A new version waits until the app is opened the next time: a form in hand is not taken away.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

// The page of the very first visit too: the network may be gone a minute later.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// The ground under the grids: the same for everybody, and shown at once; a newer one is there the next time.
const GROUND = 'ground-of-maps';
self.addEventListener('install', (event) => event.waitUntil(caches.open(GROUND).then((kept) => kept.addAll(['/map/settings.json', '/map/base.geojson'])).catch(() => {})));
registerRoute(({ url }) => url.origin === self.location.origin && url.pathname.startsWith('/map/'), async ({ event, request }) => {
  const kept = await caches.open(GROUND);
  const before = await kept.match(request);
  const now = fetch(request).then(async (answer) => {
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  });
  if (!before) return now;
  (event as FetchEvent).waitUntil(now.catch(() => {}));
  return before;
});
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html'), { allowlist: [/^\/field\//] }));

// What is pushed while the app is closed; it leads to the tasks, where the work itself stands.
self.addEventListener('push', (event) => {
  const pushed = event.data?.json() as Pushed | undefined;
  if (pushed) event.waitUntil(self.registration.showNotification(...shownAs(pushed)));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(addressOf(undefined, '/field/', self.location.origin)));
});
