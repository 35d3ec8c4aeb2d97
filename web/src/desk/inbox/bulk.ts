import type { CaseView } from '../casefile/case';
import { commandBody, type Answers, type Command } from '../casefile/commands';

export interface ItemOutcome {
  caseId: string;
  done: boolean;
  version?: number;
  problem?: { code: string; title: string; detail?: string; remedy?: string };
}

export interface BulkOutcome { id: string; done: number; refused: number; items: ItemOutcome[] }

/** At most so many cases go along with one command. */
export const MOST = 500;

/** One command for many cases, each with the version that the person saw. */
export function bulkBody(id: string, command: Command, answers: Answers, cases: Pick<CaseView, 'id' | 'version'>[]): Record<string, unknown> {
  return { ...commandBody(id, command, answers, null), items: cases.slice(0, MOST).map((one) => ({ caseId: one.id, version: one.version })) };
}

/** What stays chosen: those it was not done to, so that one can see to them. */
export function leftOver(outcome: BulkOutcome): Set<string> {
  return new Set(outcome.items.filter((item) => !item.done).map((item) => item.caseId));
}
