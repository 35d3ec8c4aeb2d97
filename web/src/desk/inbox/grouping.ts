import { isOver, type CaseView, type Remaining } from '../casefile/case';
import { dayOf } from '../../words/when';

/** The order of the desk: what is late, what is nearly late, what is for today, what can wait, what is over. */
export const GROUPS = ['overdue', 'soon', 'today', 'later', 'over'] as const;
export type GroupKey = (typeof GROUPS)[number];

export interface Group {
  key: GroupKey;
  cases: CaseView[];
}

const SOON_HOURS = 2;

/** Where a case lies: by the remaining time that the server counted in the terms of the limit, not by the browser's clock. */
export function groupOf(theCase: Pick<CaseView, 'state' | 'remaining' | 'stateDueAt'>, now: number): GroupKey {
  if (isOver(theCase)) return 'over';
  if (theCase.remaining?.overdue) return 'overdue';
  if (theCase.remaining && isSoon(theCase.remaining)) return 'soon';
  return theCase.stateDueAt && dayOf(Date.parse(theCase.stateDueAt)) === dayOf(now) ? 'today' : 'later';
}

/** Amounts are rounded down: 2 hours may be nearly three, so only the exact two hours, told as less, are soon. */
function isSoon({ amount, unit }: Remaining): boolean {
  return unit === 'WORK_MINUTE' || unit === 'EMERGENCY_MINUTE' || ((unit === 'WORK_HOUR' || unit === 'EMERGENCY_HOUR') && amount < SOON_HOURS);
}

/** Groups with something in them; inside each the order of the server stays. */
export function grouped(cases: CaseView[], now: number): Group[] {
  const found = new Map<GroupKey, CaseView[]>();
  for (const theCase of cases) {
    const key = groupOf(theCase, now);
    const there = found.get(key);
    if (there) there.push(theCase);
    else found.set(key, [theCase]);
  }
  return GROUPS.flatMap((key) => (found.has(key) ? [{ key, cases: found.get(key)! }] : []));
}

/** The case before or after, in the order in which they stand; the first when none is chosen. */
export function neighbour(groups: Group[], id: string | null, step: 1 | -1): string | null {
  const order = groups.flatMap((group) => group.cases.map((theCase) => theCase.id));
  const at = id === null ? -1 : order.indexOf(id);
  if (at < 0) return (step === 1 ? order[0] : order.at(-1)) ?? null;
  return order[at + step] ?? id;
}

/** Which case lies open where nobody chose one: what lies there stays there, whatever comes before it, until it leaves the list. */
export function lyingOpen(groups: Group[], before: string | undefined): string | undefined {
  const order = groups.flatMap((group) => group.cases.map((theCase) => theCase.id));
  return before !== undefined && order.includes(before) ? before : order[0];
}
