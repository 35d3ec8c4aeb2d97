import type { CaseView } from '../casefile/case';

/** Emergencies first, then what the dispatcher is due with next; what has no time last. */
export function inOrder(cases: CaseView[]): CaseView[] {
  return [...cases].sort((a, b) => rank(a) - rank(b) || due(a) - due(b) || a.id.localeCompare(b.id));
}

function rank(one: CaseView): number {
  return one.urgency === 'EMERGENCY' ? 0 : 1;
}

function due(one: CaseView): number {
  return one.stateDueAt ? Date.parse(one.stateDueAt) : Infinity;
}

/** Whom to open after this one is done: the one behind it, the one before where it was the last. */
export function nextAfter(queue: CaseView[], id: string): string | null {
  const at = queue.findIndex((one) => one.id === id);
  if (at < 0) return queue[0]?.id ?? null;
  return queue[at + 1]?.id ?? queue[at - 1]?.id ?? null;
}

/** The list without what was done, until the server says so itself: a reader may be a moment behind. */
export function withoutDone(queue: CaseView[], done: ReadonlyMap<string, number>): CaseView[] {
  return queue.filter((one) => (done.get(one.id) ?? -1) < one.version);
}

export interface Duplicate {
  caseId: string;
  caseNumber: string;
  state: string;
  text: string;
  metres: number;
  minutesApart: number;
  wording?: number;
}

/** 相隔 40 分钟, 相隔 3 小时: how far apart, in the unit that people would use. */
export function apart(minutes: number): { unit: 'minutes' | 'hours'; count: number } {
  return minutes < 60 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.round(minutes / 60) };
}
