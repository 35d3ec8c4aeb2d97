/** A callback round as the ledger shows it; only what the bench reads. */
export interface Reporter {
  residentId: string;
  answered: boolean;
  reached?: boolean;
  settled?: boolean;
  grade?: string;
  unitAtFault?: boolean;
  toJudge: boolean;
  byLink: boolean;
  mode?: 'PHONE' | 'VISIT' | 'LINK';
  tags: string[];
}

export interface Round {
  roundId: string;
  caseId: string;
  caseNumber?: string;
  category?: string;
  state: 'OPEN' | 'ANSWERED' | 'ABANDONED';
  version: number;
  unitId?: string;
  channel: string;
  dueAt: string;
  overdue: boolean;
  toJudge: boolean;
  attempts: { at: string; by: string }[];
  reporters: Reporter[];
  claim?: { by: string; until: string };
  script?: { zh: string[]; en: string[] };
  revisit: boolean;
  /** Grid workers may ask at the door. */
  visit?: boolean;
}

export const GRADES = ['VERY_SATISFIED', 'SATISFIED', 'FAIR', 'UNSATISFIED'] as const;
export type Grade = (typeof GRADES)[number];

export interface Answers {
  reached: boolean | null;
  settled: boolean | null;
  grade: Grade | null;
  unitAtFault: boolean | null;
}

export const NOTHING_YET: Answers = { reached: null, settled: null, grade: null, unitAtFault: null };

export type Question = 'reached' | 'settled' | 'grade' | 'unitAtFault';

/** 整改不满意不得销号: whoever is unsatisfied, or has an unsettled matter, is judged for fault. */
export function needsJudgement({ reached, settled, grade }: Answers): boolean {
  return reached === true && (settled === false || grade === 'UNSATISFIED');
}

/** The question that waits for an answer; null when the outcome can be sent. */
export function nextQuestion(answers: Answers): Question | null {
  if (answers.reached === null) return 'reached';
  if (!answers.reached) return null;
  if (answers.settled === null) return 'settled';
  if (answers.grade === null) return 'grade';
  return needsJudgement(answers) && answers.unitAtFault === null ? 'unitAtFault' : null;
}

/** The questions that stand on the page, in the order of the call. */
export function questions(answers: Answers): Question[] {
  if (answers.reached !== true) return ['reached'];
  return needsJudgement(answers) ? ['reached', 'settled', 'grade', 'unitAtFault'] : ['reached', 'settled', 'grade'];
}

const CHOICES: Record<Question, unknown[]> = {
  reached: [true, false],
  settled: [true, false],
  grade: [...GRADES],
  unitAtFault: [true, false],
};

export function choicesOf(question: Question): unknown[] {
  return CHOICES[question];
}

/**
 * One digit answers the question that waits: a whole call is at most four digits and Enter. What hangs on a changed answer is
 * asked again.
 *
 * @returns the answers as they stand; the same where the digit means nothing
 */
export function withDigit(answers: Answers, digit: number): Answers {
  const question = nextQuestion(answers);
  const choice = question ? CHOICES[question][digit - 1] : undefined;
  return question && choice !== undefined ? withAnswer(answers, question, choice) : answers;
}

export function withAnswer(answers: Answers, question: Question, choice: unknown): Answers {
  const now = { ...answers, [question]: choice };
  if (question === 'reached' && choice === false) return { ...NOTHING_YET, reached: false };
  return needsJudgement(now) ? now : { ...now, unitAtFault: null };
}

/** The last answer taken back: who pressed the wrong digit presses one key. */
export function withoutLast(answers: Answers): Answers {
  for (const question of ['unitAtFault', 'grade', 'settled', 'reached'] as const) {
    if (answers[question] !== null) return { ...answers, [question]: null };
  }
  return answers;
}

export function outcomeBody(id: string, answers: Answers, residentId: string | null, comment: string): Record<string, unknown> {
  const body: Record<string, unknown> = { id, reached: answers.reached };
  if (residentId) body.residentId = residentId;
  if (answers.reached) {
    body.settled = answers.settled;
    body.grade = answers.grade;
    if (needsJudgement(answers)) body.unitAtFault = answers.unitAtFault;
  }
  if (comment.trim()) body.comment = comment.trim();
  return body;
}

/** With several reporters the clerk says who was called; with one nobody needs to. */
export function stillToAsk(round: Round): Reporter[] {
  return round.reporters.filter((reporter) => !reporter.answered);
}

/** Residents who answered through a link and are not satisfied, until a clerk judged the fault. */
export function waitingForJudgement(round: Round): Reporter[] {
  return round.reporters.filter((reporter) => reporter.toJudge);
}

/** The next call: due first; those that a colleague has claimed are his. */
export function nextCall(rounds: Round[], me: string, after: string | null): string | null {
  const open = rounds.filter((round) => round.roundId !== after && (!round.claim || round.claim.by === me));
  return open[0]?.roundId ?? null;
}

/** A round's id is `caseId.n`. */
export function caseIdOf(roundId: string): string {
  return roundId.replace(/\.\d+$/, '');
}

export function attemptsLeft(round: Round): number {
  return Math.max(0, 3 - new Set(round.attempts.map((attempt) => attempt.at.slice(0, 10))).size);
}
