import { expect, test } from 'vitest';
import { actsOn, nameFor, standingOf, type Account } from '../../src/desk/administration/accounts/accounts';
import words from '../../src/desk/administration/accounts/words';

const NOW = Date.parse('2026-11-23T04:00:00Z');
const account = (more: Partial<Account> = {}): Account => ({ username: 'handler-1', staffId: 'staff-handler-1', sessions: 0, ...more });

test('a disabled account is told as disabled, whatever else holds', () => {
  expect(standingOf(account({ disabledAt: '2026-11-01T00:00:00Z', oneTimeUntil: '2026-11-24T00:00:00Z' }), NOW)).toBe('DISABLED');
  expect(standingOf(account({ lockedUntil: '2026-11-23T04:05:00Z' }), NOW)).toBe('LOCKED');
  expect(standingOf(account({ lockedUntil: '2026-11-23T03:55:00Z' }), NOW)).toBe('IN_USE');
  expect(standingOf(account({ oneTimeUntil: '2026-11-24T00:00:00Z' }), NOW)).toBe('ONE_TIME');
  expect(standingOf(account({ oneTimeUntil: '2026-11-22T00:00:00Z' }), NOW)).toBe('ONE_TIME_OVER');
});

test('only who is signed in can be signed out, and nobody shuts out himself', () => {
  expect(actsOn(account(), false)).toEqual(['reset', 'disable']);
  expect(actsOn(account({ sessions: 2 }), false)).toEqual(['reset', 'out', 'disable']);
  expect(actsOn(account({ disabledAt: '2026-11-01T00:00:00Z' }), false)).toEqual(['enable']);
  expect(actsOn(account({ sessions: 1 }), true)).toEqual(['out']);
});

test('a name to sign in with is made of the staff id, in letters that the gateway takes', () => {
  expect(nameFor('staff-handler-9')).toBe('handler-9');
  expect(nameFor('staff-Wang Wu')).toBe('wang-wu');
});

test('what follows is said of every act, in both languages', () => {
  for (const language of [words['zh-CN'], words.en]) {
    expect(Object.keys(language.accounts.follows)).toEqual(Object.keys(language.accounts.acts));
    expect(Object.keys(language.accounts.yes)).toEqual(Object.keys(language.accounts.acts));
  }
});
