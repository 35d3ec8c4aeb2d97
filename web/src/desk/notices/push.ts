import type { Api } from '../../api/client';

/** One browser that is told, as the service lists it. */
export interface Subscribed { id: string; service: string; since: string }

/** What this browser can do and does. `none`: the district pushes nothing; `unsupported`: this browser cannot. */
export type PushState = 'none' | 'unsupported' | 'off' | 'on' | 'denied';

interface ListAnswer { publicKey?: string; items: Subscribed[] }

/** Which worker shows what is pushed, and where this browser's id is kept: desk and field are two, also in one browser. */
export interface Place { worker: string; scope: string; key: string }

/** In a folder of its own, so that it never stands between the page and the gateway. */
export const DESK: Place = { worker: '/desk-push.js', scope: '/desk-push/', key: 'wangge.push' };
/** The app's own worker: on an iPhone only an app on the home screen is pushed to, and only through its worker. */
export const FIELD: Place = { worker: '/field/sw.js', scope: '/field/', key: 'wangge.field.push' };

/** The id under which the service knows this browser, with whose it is. */
interface Kept { id: string; staffId: string }

export async function pushState(api: Api, staffId: string, place = DESK): Promise<PushState> {
  const { publicKey, items } = await api.get<ListAnswer>('/api/v1/notices/push-subscriptions');
  if (!publicKey) return 'none';
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const here = kept(place);
  return here && here.staffId === staffId && items.some((one) => one.id === here.id) && (await subscription(place)) ? 'on' : 'off';
}

/** Asks the person, then the browser, then tells the service. @throws Problem, or what the browser says */
export async function switchOn(api: Api, staffId: string, place = DESK): Promise<PushState> {
  const { publicKey } = await api.get<ListAnswer>('/api/v1/notices/push-subscriptions');
  if (!publicKey) return 'none';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const registration = await navigator.serviceWorker.register(place.worker, { scope: place.scope });
  await active(registration);
  const given = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  const { id } = await api.post<Subscribed>('/api/v1/notices/push-subscriptions', given.toJSON());
  localStorage.setItem(place.key, JSON.stringify({ id, staffId }));
  return 'on';
}

export async function switchOff(api: Api, place = DESK): Promise<PushState> {
  const here = kept(place);
  localStorage.removeItem(place.key);
  await (await subscription(place))?.unsubscribe();
  if (here) await api.call('DELETE', `/api/v1/notices/push-subscriptions/${encodeURIComponent(here.id)}`).catch(() => null);
  return 'off';
}

function kept({ key }: Place): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

async function subscription({ scope }: Place): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
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
