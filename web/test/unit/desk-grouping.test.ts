import { expect, test } from 'vitest';
import type { CaseState, CaseView, Remaining } from '../../src/desk/casefile/case';
import { groupOf, grouped, lyingOpen, neighbour } from '../../src/desk/inbox/grouping';

const NOW = Date.parse('2026-11-23T15:00:00+08:00');

function left(amount: number, unit: Remaining['unit'], overdue = false): Remaining {
  return { amount, unit, overdue, textZh: '', textEn: '' };
}

function theCase(id: string, remaining?: Remaining, stateDueAt?: string, state: CaseState = 'IN_PROGRESS'): CaseView {
  return { id, state, remaining, stateDueAt } as CaseView;
}

test('what the server says is overdue is overdue, whatever the clock of the browser says', () => {
  expect(groupOf(theCase('a', left(1, 'WORKDAY', true), '2026-11-30T18:00:00+08:00'), NOW)).toBe('overdue');
});

test('less than two hours are soon, also when they reach into tomorrow morning', () => {
  expect(groupOf(theCase('a', left(59, 'WORK_MINUTE'), '2026-11-24T08:40:00+08:00'), NOW)).toBe('soon');
  expect(groupOf(theCase('a', left(1, 'WORK_HOUR'), '2026-11-24T08:40:00+08:00'), NOW)).toBe('soon');
  expect(groupOf(theCase('a', left(2, 'WORK_HOUR'), '2026-11-23T17:40:00+08:00'), NOW)).toBe('today');
});

test('today is the district’s day, not that of the browser', () => {
  expect(groupOf(theCase('a', left(5, 'EMERGENCY_HOUR'), '2026-11-23T23:59:00+08:00'), NOW)).toBe('today');
  expect(groupOf(theCase('a', left(9, 'EMERGENCY_HOUR'), '2026-11-24T00:01:00+08:00'), NOW)).toBe('later');
});

test('what is over and what nobody waits for have a place too', () => {
  expect(groupOf(theCase('a', undefined, undefined, 'CLOSED'), NOW)).toBe('over');
  expect(groupOf(theCase('a', undefined, '2026-12-24T08:00:00+08:00', 'SUSPENDED'), NOW)).toBe('later');
});

test('groups stand in the order of the desk, cases inside in that of the server, and empty groups are left out', () => {
  const groups = grouped([
    theCase('late', left(2, 'WORKDAY', true), '2026-11-20T18:00:00+08:00'),
    theCase('tonight', left(8, 'EMERGENCY_HOUR'), '2026-11-23T23:00:00+08:00'),
    theCase('next-morning', left(30, 'WORK_MINUTE'), '2026-11-24T08:30:00+08:00'),
    theCase('late-too', left(1, 'WORKDAY', true), '2026-11-21T18:00:00+08:00'),
  ], NOW);
  expect(groups.map((group) => [group.key, group.cases.map((one) => one.id)])).toEqual([
    ['overdue', ['late', 'late-too']], ['soon', ['next-morning']], ['today', ['tonight']],
  ]);
});

test('the keys go through the groups as they stand, and stop at the ends', () => {
  const groups = [{ key: 'overdue' as const, cases: [theCase('a'), theCase('b')] }, { key: 'today' as const, cases: [theCase('c')] }];
  expect(neighbour(groups, 'b', 1)).toBe('c');
  expect(neighbour(groups, 'c', 1)).toBe('c');
  expect(neighbour(groups, 'a', -1)).toBe('a');
  expect(neighbour(groups, null, 1)).toBe('a');
  expect(neighbour(groups, 'gone', -1)).toBe('c');
  expect(neighbour([], null, 1)).toBeNull();
});

test('what lies open stays open when a more urgent one comes, and gives way only when it leaves the list', () => {
  const before = [{ key: 'today' as const, cases: [theCase('a'), theCase('b')] }];
  const after = [{ key: 'overdue' as const, cases: [theCase('urgent')] }, ...before];
  expect(lyingOpen(before, undefined)).toBe('a');
  expect(lyingOpen(after, 'a')).toBe('a');
  expect(lyingOpen(after, 'gone')).toBe('urgent');
  expect(lyingOpen([], 'a')).toBeUndefined();
});
