import { newId } from '../../api/ids';
import type { Grade, OutcomeBody } from '../queue/item';

/** 上门回访: a round that a grid worker may ask at the door (GET /api/v1/callbacks?tab=visit), with the words of its case. */
export interface Visit {
  roundId: string;
  caseId: string;
  caseNumber?: string;
  category?: string;
  state: 'OPEN' | 'ANSWERED' | 'ABANDONED';
  version: number;
  dueAt: string;
  overdue: boolean;
  revisit: boolean;
  visit: boolean;
  attempts: { at: string; mode: 'PHONE' | 'VISIT' }[];
  reporters: { residentId: string; answered: boolean }[];
  claim?: { by: string; until: string };
  text?: string;
  address?: string;
  gridCode?: string;
}

export const GRADES: Grade[] = ['VERY_SATISFIED', 'SATISFIED', 'FAIR', 'UNSATISFIED'];

/** What was said at the door; `met` is false for nobody at home. */
export interface AtTheDoor {
  met: boolean | null;
  settled: boolean | null;
  grade: Grade | null;
  words: string;
}

export function isAnswered({ met, settled, grade }: AtTheDoor): boolean {
  return met === false || (met === true && settled !== null && grade !== null);
}

/** 整改不满意不得销号: a clerk judges the fault then; who stood at the door does not. */
export function isUnhappy({ met, settled, grade }: AtTheDoor): boolean {
  return met === true && (settled === false || grade === 'UNSATISFIED');
}

/** @param residentId null where one person reported */
export function outcomeOf(said: AtTheDoor, residentId: string | null): OutcomeBody {
  const outcome: OutcomeBody = { id: newId(), reached: said.met === true };
  if (residentId) outcome.residentId = residentId;
  if (said.met && said.settled !== null && said.grade) Object.assign(outcome, { settled: said.settled, grade: said.grade });
  if (said.words.trim()) outcome.comment = said.words.trim();
  return outcome;
}

export function saidIn(outcome: OutcomeBody): AtTheDoor {
  return { met: outcome.reached, settled: outcome.settled ?? null, grade: outcome.grade ?? null, words: outcome.comment ?? '' };
}

export function stillToAsk(visit: Visit): Visit['reporters'] {
  return visit.reporters.filter((reporter) => !reporter.answered);
}

/** Past the time that was due, also when it was read before that time and the phone has no network since. */
export function isVisitLate(visit: Visit, now: number): boolean {
  return visit.overdue || Date.parse(visit.dueAt) < now;
}
