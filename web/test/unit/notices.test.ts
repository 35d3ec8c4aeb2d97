import { expect, test } from 'vitest';
import { badgeOf, grouped, withNew, type Notice } from '../../src/desk/notices/notice';
import { bytesOf } from '../../src/desk/notices/push';
import { addressOf, shownAs } from '../../src/desk/notices/shown';

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

test('what comes in quiet hours is shown without a sound, and leads to nothing but our own pages', () => {
  const pushed = { id: '1', subject: 'supervised', title: '督办', text: '请回复' };
  expect(shownAs({ ...pushed, silent: true })[1]).toMatchObject({ silent: true, tag: 'supervised', body: '请回复' });
  expect(shownAs(pushed)[1].silent).toBe(false);
  expect(addressOf(undefined, '/field/', 'https://grid.example')).toBe('https://grid.example/field/');
  expect(addressOf('https://elsewhere.example/x', '/#/notices', 'https://grid.example')).toBe('https://grid.example/#/notices');
});

test('the key of the service is read from base64url', () => {
  expect([...bytesOf('-_8A')]).toEqual([251, 255, 0]);
  expect([...bytesOf('AQ')]).toEqual([1]);
});
