import type { Api } from '../../api/client';

/** One browser that is told, as the service lists it. */
export interface Subscribed { id: string; service: string; since: string }

/** What this browser can do and does. `none`: neither the service nor the browser offers it, and nothing is shown. */
export type PushState = 'none' | 'off' | 'on' | 'denied';

interface ListAnswer { publicKey?: string; items: Subscribed[] }

/** The worker's own folder, so that it never stands between the page and the gateway. */
const WORKER = '/desk-push.js';
const SCOPE = '/desk-push/';
const KEY = 'wangge.push';

/** The id under which the service knows this browser, with whose it is. */
interface Kept { id: string; staffId: string }

export async function pushState(api: Api, staffId: string): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) return 'none';
  const { publicKey, items } = await api.get<ListAnswer>('/api/v1/notices/push-subscriptions');
  if (!publicKey) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  const here = kept();
  return here && here.staffId === staffId && items.some((one) => one.id === here.id) && (await subscription()) ? 'on' : 'off';
}

/** Asks the person, then the browser, then tells the service. @throws Problem, or what the browser says */
export async function switchOn(api: Api, staffId: string): Promise<PushState> {
  const { publicKey } = await api.get<ListAnswer>('/api/v1/notices/push-subscriptions');
  if (!publicKey) return 'none';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  await active(registration);
  const given = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  const { id } = await api.post<Subscribed>('/api/v1/notices/push-subscriptions', given.toJSON());
  localStorage.setItem(KEY, JSON.stringify({ id, staffId }));
  return 'on';
}

export async function switchOff(api: Api): Promise<PushState> {
  const here = kept();
  localStorage.removeItem(KEY);
  await (await subscription())?.unsubscribe();
  if (here) await api.call('DELETE', `/api/v1/notices/push-subscriptions/${encodeURIComponent(here.id)}`).catch(() => null);
  return 'off';
}

function kept(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** A worker that is being installed cannot be subscribed for yet. */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return;
  await new Promise<void>((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
}

/** The service's key is written in base64url; older browsers take bytes only. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(base64url.length / 4) * 4, '='));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
