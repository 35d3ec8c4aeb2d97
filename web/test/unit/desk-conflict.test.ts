import { beforeEach, expect, test } from 'vitest';
import { Problem } from '../../src/api/problem';
import type { Action, CaseView, Entry } from '../../src/desk/casefile/case';
import { changes, conflictOf, isConflict, since } from '../../src/desk/casefile/conflict';
import { Deed, drafts } from '../../src/desk/casefile/sending';

const before = {
  id: 'c1', version: 3, state: 'IN_PROGRESS', stateZh: '处置中', stateEn: 'In progress', level: 'COMMUNITY', reworks: 0, returns: 0,
  holder: { unitId: 'u1', nameZh: '春晓社区', nameEn: 'Chunxiao', level: 'COMMUNITY' }, proceedings: { supervision: { level: 'NONE' } },
} as unknown as CaseView;
const after = {
  ...before, version: 5, state: 'PENDING_ACCEPTANCE', stateZh: '待受理', stateEn: 'Waiting for acceptance',
  holder: { unitId: 'u2', nameZh: '环卫所', nameEn: 'Sanitation', level: 'STREET' },
} as unknown as CaseView;
const entry = (seq: number, stream = 'case/c1'): Entry => ({ id: `${stream}/${seq}`, seq, type: 'io.wangge.case.dispatched.v1', time: '' });
const action = (type: string, allowed: boolean): Action => ({ type, zh: type, en: type, allowed, reason: allowed ? undefined : '案卷现在是“待受理”', remedy: allowed ? undefined : '请先受理' });

test('main facts that moved are told in the language of the page', () => {
  expect(changes(before, after)).toEqual([
    { word: 'state', from: '处置中', to: '待受理' }, { word: 'holder', from: '春晓社区', to: '环卫所' },
  ]);
  expect(changes(before, after, true)[1]).toEqual({ word: 'holder', from: 'Chunxiao', to: 'Sanitation' });
  expect(changes(before, { ...before, version: 4 })).toEqual([]);
});

test('who changed it: the entries of the case’s own line after the version that was seen', () => {
  expect(since([entry(3), entry(4), entry(5), entry(9, 'callback/c1.1')], 'c1', 3).map((one) => one.seq)).toEqual([4, 5]);
});

test('what was meant may still be possible, or it is said why not and what is', () => {
  const still = conflictOf(before, after, [action('comment', true), action('complete', true)], [], 'complete');
  expect(still.stillPossible).toBe(true);
  expect(still.reason).toBeUndefined();
  const not = conflictOf(before, after, [action('comment', true), action('complete', false), action('accept', true)], [entry(4)], 'complete');
  expect(not).toMatchObject({ stillPossible: false, reason: '案卷现在是“待受理”', remedy: '请先受理' });
  expect(not.others.map((one) => one.type)).toEqual(['accept']);
});

test('another version or another state is a conflict, other refusals are not', () => {
  expect(isConflict({ status: 412, code: 'stale-version' })).toBe(true);
  expect(isConflict({ status: 409, code: 'wrong-state' })).toBe(true);
  expect(isConflict({ status: 409, code: 'tasks-open' })).toBe(false);
  expect(isConflict({ status: 503, code: 'outcome-unknown' })).toBe(false);
});

test('a deed keeps its id while nobody knows whether it was done, and has another after a refusal', async () => {
  const answers = [new Problem({ status: 503, code: 'outcome-unknown', title: '' }), new Problem({ status: 0, code: 'no-network', title: '' }), new Problem({ status: 412, code: 'stale-version', title: '' }), null];
  const sent: { id: string; version: unknown }[] = [];
  const deed = new Deed({
    async post<T>(_path: string, body: unknown, version?: string | number) {
      sent.push({ id: (body as { id: string }).id, version });
      const answer = answers.shift();
      if (answer) throw answer;
      return {} as T;
    },
  });
  for (const version of [3, 3, 3, 5]) await deed.send('c1', (id) => ({ id, type: 'accept' }), version).catch(() => {});
  expect(new Set(sent.slice(0, 3).map((one) => one.id)).size).toBe(1);
  expect(sent[3]!.id).not.toBe(sent[0]!.id);
  expect(sent.map((one) => one.version)).toEqual([3, 3, 3, 5]);
});

beforeEach(() => {
  const kept = new Map<string, string>();
  globalThis.sessionStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) } as unknown as Storage;
});

test('what is typed outlives a session that ends, for the one who typed it', () => {
  drafts.keep('me', 'c1', 'complete', { text: '已清运', reason: '' });
  expect(drafts.read('me', 'c1', 'complete')).toEqual({ text: '已清运' });
  expect(drafts.read('other', 'c1', 'complete')).toBeNull();
  drafts.forget('me', 'c1', 'complete');
  expect(drafts.read('me', 'c1', 'complete')).toBeNull();
});
