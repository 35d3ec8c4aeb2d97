/** Hours in which this browser is left in peace, but for emergencies; times of the clock, such as 21:00. */
export interface QuietHours { on: boolean; from: string; to: string }

export const USUAL: QuietHours = { on: true, from: '21:00', to: '08:00' };

/** Subjects that are told at any hour. */
const EMERGENCIES = new Set(['emergency-dispatched', 'emergency-awaits-dispatch']);

/** Whether a message of `subject` comes without a sound at `clock`, such as 23:15. Equal times mean that no hour is quiet. */
export function isQuiet({ on, from, to }: QuietHours, clock: string, subject: string): boolean {
  if (!on || EMERGENCIES.has(subject) || from === to) return false;
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** Where both the page and its worker can read it: a worker has no local storage. */
const CACHE = 'wangge-desk-notices';
const PLACE = '/quiet-hours';

export async function quietHours(caches: CacheStorage = globalThis.caches): Promise<QuietHours> {
  try {
    const kept = await (await caches.open(CACHE)).match(PLACE);
    return kept ? { ...USUAL, ...((await kept.json()) as Partial<QuietHours>) } : USUAL;
  } catch {
    // A browser without that store, as in private windows: the usual hours hold.
    return USUAL;
  }
}

export async function keepQuietHours(hours: QuietHours, caches: CacheStorage = globalThis.caches): Promise<void> {
  await (await caches.open(CACHE)).put(PLACE, new Response(JSON.stringify(hours), { headers: { 'Content-Type': 'application/json' } }));
}
