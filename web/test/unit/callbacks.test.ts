import { describe, expect, it } from 'vitest';
import { attemptsLeft, caseIdOf, nextCall, nextQuestion, NOTHING_YET, outcomeBody, questions, stillToAsk, waitingForJudgement, withAnswer, withDigit, withoutLast, type Answers, type Round } from '../../src/desk/callbacks/round';

const typed = (...digits: number[]): Answers => digits.reduce(withDigit, NOTHING_YET);
const round = (roundId: string, claim?: string) => ({ roundId, claim: claim ? { by: claim, until: '' } : undefined, attempts: [], reporters: [] }) as unknown as Round;

describe('a call', () => {
  it('takes at most four digits before Enter, whatever the resident says', () => {
    for (const [digits, sent] of [
      [[2], { reached: false }],
      [[1, 1, 2], { reached: true, settled: true, grade: 'SATISFIED' }],
      [[1, 1, 4, 2], { reached: true, settled: true, grade: 'UNSATISFIED', unitAtFault: false }],
      [[1, 2, 3, 1], { reached: true, settled: false, grade: 'FAIR', unitAtFault: true }],
    ] as const) {
      const answers = typed(...digits);
      expect(nextQuestion(answers)).toBeNull();
      expect(digits.length).toBeLessThanOrEqual(4);
      expect(outcomeBody('i', answers, null, '')).toEqual({ id: 'i', ...sent });
    }
  });

  it('is never closed while somebody is unsatisfied and nobody judged the fault', () => {
    expect(nextQuestion(typed(1, 1, 4))).toBe('unitAtFault');
    expect(nextQuestion(typed(1, 2, 1))).toBe('unitAtFault');
    expect(questions(typed(1, 1, 2))).toEqual(['reached', 'settled', 'grade']);
  });

  it('takes nothing from a digit that means nothing', () => {
    const answers = typed(1);
    expect(withDigit(answers, 4)).toBe(answers);
    expect(withDigit(typed(2), 1)).toEqual(typed(2));
  });

  it('asks again what hangs on a changed answer, and one key takes the last one back', () => {
    const judged = typed(1, 1, 4, 1);
    expect(withAnswer(judged, 'grade', 'FAIR').unitAtFault).toBeNull();
    expect(withAnswer(judged, 'reached', false)).toEqual({ ...NOTHING_YET, reached: false });
    expect(withoutLast(judged)).toEqual(typed(1, 1, 4));
    expect(withoutLast(NOTHING_YET)).toBe(NOTHING_YET);
  });

  it('waits for a judgement of those who answered through a link, and asks the others', () => {
    const mixed = { ...round('a.1'), reporters: [{ residentId: 'p', answered: true, toJudge: true }, { residentId: 'q', answered: false, toJudge: false }] } as Round;
    expect(waitingForJudgement(mixed).map((reporter) => reporter.residentId)).toEqual(['p']);
    expect(stillToAsk(mixed).map((reporter) => reporter.residentId)).toEqual(['q']);
  });

  it('names the resident only where several reported, and keeps what they said', () => {
    expect(outcomeBody('i', typed(1, 1, 1), 'p-2', ' 来得很快 ')).toMatchObject({ residentId: 'p-2', comment: '来得很快' });
  });
});

describe('the next call', () => {
  it('is the first that is due and that no colleague has', () => {
    const rounds = [round('a.1', 'li'), round('b.1'), round('c.1', 'me')];
    expect(nextCall(rounds, 'me', null)).toBe('b.1');
    expect(nextCall(rounds, 'me', 'b.1')).toBe('c.1');
    expect(nextCall([round('a.1', 'li')], 'me', null)).toBeNull();
  });

  it('knows its case, who is left to ask, and how many days are left to try', () => {
    expect(caseIdOf('0193f3a0-0000-7000-8000-000000000001.12')).toBe('0193f3a0-0000-7000-8000-000000000001');
    const two = { ...round('a.1'), reporters: [{ residentId: 'p', answered: true }, { residentId: 'q', answered: false }] } as Round;
    expect(stillToAsk(two).map((reporter) => reporter.residentId)).toEqual(['q']);
    expect(attemptsLeft({ ...two, attempts: [{ at: '2026-11-22T10:00:00+08:00', by: 's' }, { at: '2026-11-22T16:00:00+08:00', by: 's' }] })).toBe(2);
  });
});
