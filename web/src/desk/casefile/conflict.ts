import type { Action, CaseView, Entry } from './case';

export interface Change {
  /** A word of this room: casefile.facts.WORD. */
  word: string;
  from: string;
  to: string;
}

/** What another person did meanwhile, and what that leaves of what one was about to do. */
export interface Conflict {
  entries: Entry[];
  changes: Change[];
  stillPossible: boolean;
  /** Why it is not possible any more, and what to do; absent when it is. */
  reason?: string;
  remedy?: string;
  /** Other things that may be done now. */
  others: Action[];
}

type Reader = (theCase: CaseView, english: boolean) => string | number | undefined;

const READ: [string, Reader][] = [
  ['state', (c, en) => (en ? c.stateEn : c.stateZh)],
  ['holder', (c, en) => (en ? c.holder?.nameEn : c.holder?.nameZh)],
  ['level', (c) => c.level],
  ['category', (c, en) => (en ? c.category?.subclassEn : c.category?.subclassZh)],
  ['due', (c) => c.dueAt],
  ['supervision', (c) => c.proceedings?.supervision?.level],
  ['reworks', (c) => c.reworks],
  ['returns', (c) => c.returns],
];

/** Main facts that are different between two readings. */
export function changes(before: CaseView, after: CaseView, english = false): Change[] {
  return READ.map(([word, read]) => ({ word, from: plain(read(before, english)), to: plain(read(after, english)) })).filter(
    (change) => change.from !== change.to,
  );
}

/**
 * @param before the case as the person saw it when he wrote
 * @param after the case as it is now
 * @param actions possible now
 * @param entries of the whole case
 * @param type of the command that was refused
 */
export function conflictOf(before: CaseView, after: CaseView, actions: Action[], entries: Entry[], type: string, english = false): Conflict {
  const wanted = actions.find((action) => action.type === type);
  return {
    entries: since(entries, before.id, before.version),
    changes: changes(before, after, english),
    stillPossible: wanted?.allowed === true,
    reason: wanted?.allowed ? undefined : wanted?.reason,
    remedy: wanted?.allowed ? undefined : wanted?.remedy,
    others: actions.filter((action) => action.allowed && action.type !== type && action.type !== 'comment'),
  };
}

/** Entries of the case that came after a version: the version is the number of the last event of the case's own stream. */
export function since(entries: Entry[], caseId: string, version: number): Entry[] {
  return entries.filter((entry) => entry.id.startsWith(`case/${caseId}/`) && entry.seq > version);
}

/** The answer says that somebody was faster: another version, or not in this state any more. */
export function isConflict(problem: { status?: number; code?: string }): boolean {
  return problem.status === 412 || (problem.status === 409 && problem.code === 'wrong-state');
}

function plain(value: string | number | undefined): string {
  return value === undefined || value === '' ? '—' : String(value);
}
