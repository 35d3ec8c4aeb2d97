export interface Letter { id: string; topic: string; group: string; cause: string; type?: string; event?: string; at: string; replayedAt?: string }
export interface Letters { service: string; counts: { deadLetters?: number; deadLettersByTopic?: Record<string, number>; parkedEvents?: number; parkedStreams?: number; stalled?: string[] }; items: Letter[]; more: boolean }
export interface LetterContent { letter: Letter; key?: string; headers: Record<string, string>; bytes: number; body?: unknown }
export interface Outcome { done: string[]; gone: string[] }

/** Services that keep dead letters, and the gateway with its own. */
export const SERVICES = ['intake', 'dispatch', 'ledger', 'gateway'];

/** What waits for a hand in all of them. */
export function waiting(all: Letters[]): number {
  return all.reduce((sum, one) => sum + (one.counts.deadLetters ?? 0), 0);
}

/** So many at once are sent again or discarded. */
export function inParts(letters: string[], most = 200): string[][] {
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) => letters.slice(index * most, (index + 1) * most));
}
