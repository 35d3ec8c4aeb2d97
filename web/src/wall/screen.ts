import type { Api } from '../api/client';
import { readEvents } from '../api/stream';
import type { Board } from './board';
import type { BoardSource } from './watch';

/** What a screen keeps after its code was typed. */
export interface Screen {
  token: string;
  screenId: string;
  name: string;
  unitId: string;
  endsAt: string;
}

const KEY = 'wangge.screen';

export function keptScreen(store: Pick<Storage, 'getItem'> = localStorage): Screen | null {
  try {
    const said = JSON.parse(store.getItem(KEY) ?? 'null') as Screen | null;
    return said?.token && said.unitId ? said : null;
  } catch {
    return null;
  }
}

export function keep(screen: Screen | null, store: Pick<Storage, 'setItem' | 'removeItem'> = localStorage): void {
  if (screen) store.setItem(KEY, JSON.stringify(screen));
  else store.removeItem(KEY);
}

/** As it may be typed: letters and digits, four and four. */
export function codeAsShown(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 8);
  return plain.length > 4 ? `${plain.slice(0, 4)} ${plain.slice(4)}` : plain;
}

/** The board's routes, as this screen or as whoever is signed in at it. @param screen null for a signed-in person */
export function boardSource(api: Api, screen: Screen | null, unitId: string): BoardSource {
  const path = `/api/v1/boards/${encodeURIComponent(unitId)}`;
  const own: Record<string, string> = screen ? { Authorization: `Screen ${screen.token}` } : {};
  return {
    board: (signal) => api.get<Board>(path, { headers: own, signal }),
    async stream(after, lastEventId, signal, onEvent) {
      const headers = lastEventId ? { ...own, 'Last-Event-ID': lastEventId } : own;
      const body = await api.stream(`${path}/stream?after=${encodeURIComponent(after)}`, signal, headers);
      if (body) await readEvents(body, onEvent);
    },
  };
}

/** Of the same kind: outlines, categories and levels. */
export function fetcher(api: Api, screen: Screen | null) {
  const headers: Record<string, string> = screen ? { Authorization: `Screen ${screen.token}` } : {};
  return <T>(path: string) => api.get<T>(path, { headers });
}
