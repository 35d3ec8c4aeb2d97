import type { CommandBody } from '../queue/item';

/** What waits for a grid worker: to confirm before filing, to check after the work, or the work itself where the grid holds the case. */
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

export type Look = 'confirm' | 'check' | 'accept' | 'complete';

const LOOKS: Record<string, Look> = { PENDING_CONFIRMATION: 'confirm', PENDING_CHECK: 'check', PENDING_ACCEPTANCE: 'accept', IN_PROGRESS: 'complete' };

export function lookOf(task: Task): Look | null {
  return LOOKS[task.state] ?? null;
}

/** What a person said at a task; `yes` of what is asked with yes or no. */
export interface Said {
  yes: boolean | null;
  text: string;
  reason: string;
}

export function isSaid(look: Look, { yes, text, reason }: Said): boolean {
  if (look === 'accept') return true;
  if (text.trim() === '') return false;
  if (look === 'complete') return true;
  return yes !== null && (look === 'check' || yes || reason.trim() !== '');
}

/** The command that the service takes (docs/api.md). */
export function commandOf(id: string, look: Look, { yes, text, reason }: Said): CommandBody {
  if (look === 'accept') return { id, type: look };
  const said = text.trim();
  if (look === 'complete') return { id, type: look, text: said };
  if (look === 'check') return { id, type: look, text: said, passed: yes };
  return { id, type: look, text: said, filed: yes, ...(yes ? {} : { reason: reason.trim() }) };
}

/** What is due first stands first; what is due never, last. */
export function byDueTime(tasks: Task[]): Task[] {
  return [...tasks].sort((a, b) => (a.stateDueAt ?? '9').localeCompare(b.stateDueAt ?? '9') || a.id.localeCompare(b.id));
}

/** Past the time that was due, also when it was read before that time and the phone has no network since. */
export function isLate(task: Task, now: number): boolean {
  return task.remaining?.overdue === true || (task.stateDueAt !== undefined && Date.parse(task.stateDueAt) < now);
}
