import { expect, test } from 'vitest';
import type { CaseView } from '../../src/desk/casefile/case';
import { remainingSentence, remainingWords } from '../../src/words/remaining';
import { onPaper, when, whichDay } from '../../src/words/when';

const NOW = Date.parse('2026-11-23T15:00:00+08:00');

test('times are said as people say them, with the year only when it is another one', () => {
  expect(when('2026-11-23T14:30:00+08:00', 'zh-CN', NOW)).toBe('今天 14:30');
  expect(when('2026-11-22T23:59:00+08:00', 'zh-CN', NOW)).toBe('昨天 23:59');
  expect(when('2026-11-24T08:05:00+08:00', 'zh-CN', NOW)).toBe('明天 08:05');
  expect(when('2026-03-05T14:30:00+08:00', 'zh-CN', NOW)).toBe('3月5日 周四 14:30');
  expect(when('2025-03-05T14:30:00+08:00', 'zh-CN', NOW)).toBe('2025年3月5日 周三 14:30');
  expect(when('2026-03-05T14:30:00+08:00', 'en', NOW)).toBe('Thu 5 Mar 14:30');
  expect(when('2026-11-23T00:00:00+08:00', 'zh-CN', NOW)).toBe('今天 00:00');
  expect(when('nonsense', 'zh-CN', NOW)).toBe('');
  expect(when(undefined)).toBe('');
});

test('a day alone, and a time on paper with its year', () => {
  expect(whichDay('2027-07-01T08:00:00+08:00', 'zh-CN', NOW)).toBe('2027年7月1日');
  expect(whichDay('2026-12-01T08:00:00+08:00', 'zh-CN', NOW)).toBe('12月1日');
  expect(onPaper('2026-03-05T14:30:00+08:00')).toBe('2026年3月5日 14:30');
});

const clocked = (more: Partial<CaseView>) => ({ state: 'IN_PROGRESS', stateDueAt: '2026-11-23T17:40:00+08:00', ...more }) as CaseView;

test('remaining time comes from the server, with the moment beside it', () => {
  const theCase = clocked({ remaining: { amount: 3, unit: 'WORK_HOUR', overdue: false, textZh: '还剩 3 工作时', textEn: '3 work hours left' } });
  expect(remainingSentence(theCase, 'zh-CN', NOW)).toBe('还剩 3 工作时（今天 17:40 前）');
  expect(remainingSentence(theCase, 'en', NOW)).toBe('3 work hours left (by today 17:40)');
  expect(remainingWords(theCase, 'zh-CN', NOW).tone).toBe('calm');
});

test('what is late says by how much and no moment', () => {
  const theCase = clocked({ remaining: { amount: 2, unit: 'WORKDAY', overdue: true, textZh: '已超期 2 工作日', textEn: 'overdue by 2 workdays' } });
  expect(remainingSentence(theCase, 'zh-CN', NOW)).toBe('已超期 2 工作日');
  expect(remainingSentence(theCase, 'en', NOW)).toBe('Overdue by 2 workdays');
  expect(remainingWords(theCase, 'zh-CN', NOW).tone).toBe('late');
});

test('what is suspended says when it goes on', () => {
  const theCase = clocked({ state: 'SUSPENDED', proceedings: { suspension: { status: 'RUNNING', cause: 'season', until: '2026-12-01T08:00:00+08:00' } } as CaseView['proceedings'] });
  expect(remainingSentence(theCase, 'zh-CN', NOW)).toBe('暂停中，12月1日恢复');
});

test('what is over has no time left', () => {
  expect(remainingSentence(clocked({ state: 'CLOSED', remaining: undefined }), 'zh-CN', NOW)).toBe('');
});
