/// <reference lib="webworker" />
import { isQuiet, quietHours } from './quiet';

/**
 * Shows what is pushed to this browser while no page is open, and leads to it. It answers no requests: the desk has no use
 * without a network.
 */
declare const self: ServiceWorkerGlobalScope;

interface Pushed { id: string; subject: string; title: string; text: string; link?: string }

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() as Pushed | undefined));
});

async function show(pushed: Pushed | undefined): Promise<void> {
  if (!pushed) return;
  const silent = isQuiet(await quietHours(), CLOCK.format(Date.now()), pushed.subject);
  // Similar ones take each other's place; the list in the page has them all.
  await self.registration.showNotification(pushed.title, { body: pushed.text, tag: pushed.subject, silent, icon: '/icon.svg', data: { link: pushed.link } });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as { link?: string } | undefined)?.link));
});

/** Links come from our own service; nothing else is opened. */
async function open(link: string | undefined): Promise<void> {
  const address = new URL(link ?? '/#/notices', self.location.origin);
  await self.clients.openWindow(address.origin === self.location.origin ? address.href : '/#/notices');
}
