/** The outcome of asking a resident, as the ledger wants it. */
export const GRADES = [
  ['VERY_SATISFIED', '非常满意', 'Very satisfied'],
  ['SATISFIED', '满意', 'Satisfied'],
  ['FAIR', '一般', 'Fair'],
  ['UNSATISFIED', '不满意', 'Unsatisfied'],
];

/** 整改不满意不得销号: whoever is unsatisfied, or has an unsettled matter, is judged for fault. */
export function needsJudgement({ reached, settled, grade }) {
  return reached === true && (settled === false || grade === 'UNSATISFIED');
}

export function readyToSend(answers) {
  if (answers.reached === false) return true;
  if (answers.reached !== true || answers.settled === null || !answers.grade) return false;
  return !needsJudgement(answers) || answers.unitAtFault !== null;
}

export function outcomeBody(id, answers) {
  const body = { id, reached: answers.reached };
  if (answers.residentId) body.residentId = answers.residentId;
  if (answers.reached) {
    body.settled = answers.settled;
    body.grade = answers.grade;
    if (needsJudgement(answers)) body.unitAtFault = answers.unitAtFault;
  }
  const comment = answers.comment.trim();
  if (comment) body.comment = comment;
  return body;
}

/** With several reporters the clerk says who was called; with one nobody needs to. */
export function stillToAsk(round) {
  return (round.reporters ?? []).filter((reporter) => !reporter.answered);
}

/** Residents who answered through a link and are not satisfied, until a clerk judged the fault. */
export function waitingForJudgement(round) {
  return (round.reporters ?? []).filter((reporter) => reporter.toJudge);
}
