import { expect, test } from 'vitest';
import { fromAddress, funnelOf, periodOf, ranked, toAddress, weeksUntil, type Figure, type Line } from '../../src/desk/figures/figures';
import { roomsFor } from '../../src/desk/rooms';

const line = (key: string, figures: Record<string, Figure>): Line => ({ key, zh: key, en: key, figures });
const settled = (key: string, numerator: number, denominator: number) => line(key, { 'self-settlement-rate': { numerator, denominator } });

test('periods of the presets begin where people expect them', () => {
  expect(periodOf('today', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  expect(periodOf('week', '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-25' });
  expect(periodOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(periodOf('month', '2026-11-25')).toEqual({ from: '2026-11-01', to: '2026-11-25' });
  expect(periodOf('last-month', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodOf('last-month', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('weeks lie end to end, the last one ending today', () => {
  expect(weeksUntil('2026-03-05', 2)).toEqual([{ from: '2026-02-20', to: '2026-02-26' }, { from: '2026-02-27', to: '2026-03-05' }]);
});

test('a level had to take what was not settled below it', () => {
  const steps = funnelOf([settled('BLOCK', 2, 20), settled('COMMUNITY', 14, 20), settled('STREET', 19, 20), settled('DISTRICT', 20, 20)]);
  expect(steps.map((one) => [one.key, one.count, one.share])).toEqual([['BLOCK', 20, 1], ['COMMUNITY', 18, 0.9], ['STREET', 6, 0.3], ['DISTRICT', 1, 0.05]]);
  expect(funnelOf([settled('BLOCK', 0, 0)])[0]!.share).toBe(0);
  expect(funnelOf([])).toEqual([]);
});

test('who has most overdue stands first, then the worst rate; units without cases only when asked for', () => {
  const unit = (key: string, due: number, overdue: number, value?: number) => line(key, { due: { numerator: due }, 'overdue-open': { numerator: overdue }, 'on-time-rate': { numerator: 0, denominator: due, value } });
  const lines = [unit('a', 4, 0, 1), unit('b', 4, 0, 0.5), unit('c', 4, 2, 1), unit('d', 0, 0)];
  expect(ranked(lines, false).map((one) => one.key)).toEqual(['c', 'b', 'a']);
  expect(ranked(lines, true)).toHaveLength(4);
});

test('an opened number stands in the address and comes back from it', () => {
  const opened = { code: 'closing-rate', part: 'denominator' as const, by: 'unit', of: '990100001-d02' };
  expect(fromAddress(toAddress(opened))).toEqual(opened);
  expect(fromAddress('closing-rate')).toBeNull();
  expect(fromAddress(undefined)).toBeNull();
});

test('figures are for those who answer for units', () => {
  expect(roomsFor(['INSPECTOR']).some((room) => room.id === 'figures')).toBe(true);
  expect(roomsFor(['HANDLER']).some((room) => room.id === 'figures')).toBe(false);
});
