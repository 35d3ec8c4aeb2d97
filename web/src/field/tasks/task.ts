/** What waits for a grid worker: to confirm before filing, or to check after the work. */
export interface Task {
  id: string;
  caseNumber: string;
  state: string;
  stateZh: string;
  stateEn: string;
  version: number;
  category?: { code: string; subclassZh: string; subclassEn: string };
  text: string;
  address?: string;
  location?: { type: 'Point'; coordinates: [number, number] };
  gridCode?: string;
  stateDueAt?: string;
  dueAt?: string;
  overdue?: boolean;
  remaining?: { overdue: boolean; textZh: string; textEn: string };
  urgency: string;
}

export type Look = 'confirm' | 'check';

export function lookOf(task: Task): Look | null {
  if (task.state === 'PENDING_CONFIRMATION') return 'confirm';
  return task.state === 'PENDING_CHECK' ? 'check' : null;
}

/** What is due first stands first; what is due never, last. */
export function byDueTime(tasks: Task[]): Task[] {
  return [...tasks].sort((a, b) => (a.stateDueAt ?? '9').localeCompare(b.stateDueAt ?? '9') || a.id.localeCompare(b.id));
}

/** Past the time that was due, also when it was read before that time and the phone has no network since. */
export function isLate(task: Task, now: number): boolean {
  return task.remaining?.overdue === true || (task.stateDueAt !== undefined && Date.parse(task.stateDueAt) < now);
}
