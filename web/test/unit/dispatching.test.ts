import { describe, expect, it } from 'vitest';
import { categoryToAsk, dispatchBody, missing } from '../../src/desk/dispatching/proposal';
import { apart, inOrder, nextAfter, withoutDone } from '../../src/desk/dispatching/queue';
import type { CaseView } from '../../src/desk/casefile/case';

const one = (id: string, stateDueAt?: string, urgency = 'NORMAL', version = 2) => ({ id, stateDueAt, urgency, version }) as CaseView;

describe('the queue', () => {
  it('has emergencies first, then what is due next', () => {
    const queue = inOrder([one('late', '2026-11-24T10:00:00+08:00'), one('none'), one('soon', '2026-11-23T10:00:00+08:00'), one('fire', '2026-11-25T10:00:00+08:00', 'EMERGENCY')]);
    expect(queue.map((each) => each.id)).toEqual(['fire', 'soon', 'late', 'none']);
  });

  it('opens the next one, the one before where it was the last, and none when it was alone', () => {
    const queue = [one('a'), one('b'), one('c')];
    expect(nextAfter(queue, 'a')).toBe('b');
    expect(nextAfter(queue, 'c')).toBe('b');
    expect(nextAfter([one('a')], 'a')).toBeNull();
    expect(nextAfter(queue, 'gone')).toBe('a');
  });

  it('leaves out what was done here, until it comes back as something new', () => {
    const done = new Map([['a', 3]]);
    expect(withoutDone([one('a'), one('b')], done).map((each) => each.id)).toEqual(['b']);
    expect(withoutDone([one('a', undefined, 'NORMAL', 5)], done)).toHaveLength(1);
  });

  it('says how far apart duplicates are in the unit that people would use', () => {
    expect(apart(40)).toEqual({ unit: 'minutes', count: 40 });
    expect(apart(170)).toEqual({ unit: 'hours', count: 3 });
  });
});

describe('a proposal', () => {
  const guess = (confidence: number) => [{ category: '0602', subclassZh: '路灯不亮', subclassEn: 'Street lamp out', confidence, words: ['路灯'] }];

  it('asks about what was chosen, then what the case has, then what its words clearly suggest', () => {
    expect(categoryToAsk('0101', '0102', guess(0.9))).toEqual({ code: '0101', guessed: false });
    expect(categoryToAsk(null, '0102', guess(0.9))).toEqual({ code: '0102', guessed: false });
    expect(categoryToAsk(null, undefined, guess(0.72))).toEqual({ code: '0602', guessed: true });
    expect(categoryToAsk(null, undefined, guess(0.04))).toEqual({ code: null, guessed: false });
  });

  const whole = { unitId: 'u', category: null, ownCategory: '0102', returnToJudge: false, justified: null };

  it('is sent with the category only where it is another one', () => {
    expect(dispatchBody('i', whole)).toEqual({ id: 'i', type: 'dispatch', unitId: 'u' });
    expect(dispatchBody('i', { ...whole, category: '0103' })).toEqual({ id: 'i', type: 'dispatch', unitId: 'u', category: '0103' });
  });

  it('waits for what only a person knows', () => {
    expect(dispatchBody('i', { ...whole, returnToJudge: true })).toBeNull();
    expect(missing({ ...whole, returnToJudge: true })).toBe('justified');
    expect(missing({ ...whole, unitId: null })).toBe('unit');
    expect(missing({ ...whole, ownCategory: undefined })).toBe('category');
    expect(dispatchBody('i', { ...whole, returnToJudge: true, justified: false })).toMatchObject({ returnJustified: false });
    expect(missing(whole)).toBeNull();
  });
});
