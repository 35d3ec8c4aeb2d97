import { expect, test } from 'vitest';
import { before, when } from '../../src/words/when';

const NOW = Date.parse('2026-03-05T14:30:00+08:00');

test.each([
  ['2026-03-05T09:05:00+08:00', '今天 09:05', 'today 09:05'],
  ['2026-03-04T23:59:00+08:00', '昨天 23:59', 'yesterday 23:59'],
  ['2026-03-06T00:00:00+08:00', '明天 00:00', 'tomorrow 00:00'],
  ['2026-02-12T14:30:00+08:00', '2月12日 周四 14:30', 'Thu 12 Feb 14:30'],
  ['2025-03-05T14:30:00+08:00', '2025年3月5日 周三 14:30', 'Wed 5 Mar 2025 14:30'],
])('%s is said as people say it', (instant, zh, en) => {
  expect(when(instant, 'zh-CN', NOW)).toBe(zh);
  expect(when(instant, 'en', NOW)).toBe(en);
});

test('a limit says until when; nothing is said of no time', () => {
  expect(before('2026-03-05T17:40:00+08:00', 'zh-CN', NOW)).toBe('今天 17:40 前');
  expect(when(undefined)).toBe('');
  expect(when('not a time')).toBe('');
});
