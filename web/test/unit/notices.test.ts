import { expect, test } from 'vitest';
import { badgeOf, grouped, withNew, type Notice } from '../../src/desk/notices/notice';
import { bytesOf } from '../../src/desk/notices/push';
import { isQuiet, keepQuietHours, quietHours, USUAL } from '../../src/desk/notices/quiet';

const notice = (id: string, subject: string, category: string, minute: number, more: Partial<Notice> = {}): Notice => ({
  id, subject, title: { zh: '', en: '' }, text: { zh: '', en: '' }, facts: category ? { category } : {}, urgent: false, read: false, at: new Date(Date.UTC(2026, 2, 5, 8, minute)).toISOString(), ...more,
});

test('similar notices stand in one line: same subject, same kind of case', () => {
  const groups = grouped([notice('a', 'limit-near', '0601', 1), notice('b', 'limit-near', '0601', 5, { read: true }), notice('c', 'limit-near', '0102', 3), notice('d', 'supervised', '0601', 2)]);
  expect(groups.map((group) => [group.key, group.notices.map((one) => one.id), group.unread])).toEqual([
    ['limit-near 0601', ['b', 'a'], 1], ['limit-near 0102', ['c'], 1], ['supervised 0601', ['d'], 1],
  ]);
});

test('an emergency that nobody read stands first; read, it has its place by time', () => {
  const urgent = notice('a', 'emergency-dispatched', '0601', 1, { urgent: true });
  const other = notice('b', 'supervised', '0601', 2);
  expect(grouped([other, urgent])[0]!.key).toMatch(/^emergency/);
  expect(grouped([other, { ...urgent, read: true }])[0]!.key).toMatch(/^supervised/);
});

test('a notice that comes twice stands once', () => {
  const one = notice('a', 'supervised', '', 1);
  expect(withNew([one], one)).toHaveLength(1);
  expect(withNew([one], notice('b', 'supervised', '', 2)).map((each) => each.id)).toEqual(['b', 'a']);
});

test('the bell counts to ninety-nine', () => {
  expect(badgeOf({ unread: 3, more: false })).toBe('3');
  expect(badgeOf({ unread: 99, more: true })).toBe('99+');
});

test('quiet hours may go over midnight, and emergencies know none', () => {
  const night = { on: true, from: '21:00', to: '08:00' };
  expect(['20:59', '21:00', '03:00', '07:59', '08:00'].map((clock) => isQuiet(night, clock, 'supervised'))).toEqual([false, true, true, true, false]);
  expect(isQuiet(night, '03:00', 'emergency-dispatched')).toBe(false);
  expect(isQuiet({ on: true, from: '12:00', to: '14:00' }, '13:00', 'supervised')).toBe(true);
  expect(isQuiet({ ...night, on: false }, '03:00', 'supervised')).toBe(false);
  expect(isQuiet({ on: true, from: '08:00', to: '08:00' }, '08:00', 'supervised')).toBe(false);
});

test('the page and its worker read the same hours; where nothing can be kept the usual ones hold', async () => {
  const cells = new Map<string, Response>();
  const store = { open: async () => ({ put: async (place: string, said: Response) => void cells.set(place, said), match: async (place: string) => cells.get(place)?.clone() }) } as unknown as CacheStorage;
  expect(await quietHours(store)).toEqual(USUAL);
  await keepQuietHours({ on: false, from: '22:00', to: '06:00' }, store);
  expect(await quietHours(store)).toEqual({ on: false, from: '22:00', to: '06:00' });
  expect(await quietHours({ open: async () => { throw new Error('private'); } } as unknown as CacheStorage)).toEqual(USUAL);
});

test('the key of the service is read from base64url', () => {
  expect([...bytesOf('-_8A')]).toEqual([251, 255, 0]);
  expect([...bytesOf('AQ')]).toEqual([1]);
});
