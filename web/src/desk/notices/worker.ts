/// <reference lib="webworker" />
import { addressOf, shownAs, type Pushed } from './shown';

/**
 * Shows what is pushed to this browser while no page is open, and leads to it. It answers no requests: the desk has no use
 * without a network.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('push', (event) => {
  const pushed = event.data?.json() as Pushed | undefined;
  if (pushed) event.waitUntil(self.registration.showNotification(...shownAs(pushed)));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { link } = (event.notification.data ?? {}) as { link?: string };
  event.waitUntil(self.clients.openWindow(addressOf(link, '/#/notices', self.location.origin)));
});
