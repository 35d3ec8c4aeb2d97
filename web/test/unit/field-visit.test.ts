import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Problem } from '../../src/api/problem';
import { newKey } from '../../src/field/lock/lock';
import { counts, type VisitItem } from '../../src/field/queue/item';
import { openDatabase, ownStore } from '../../src/field/queue/store';
import { sendWaiting, type Way } from '../../src/field/queue/sync';
import { isAnswered, isUnhappy, outcomeOf, saidIn, type AtTheDoor } from '../../src/field/tasks/visit';

const NOTHING: AtTheDoor = { met: null, settled: null, grade: null, words: '' };

test('somebody who was met is asked both; nobody at home is an answer too', () => {
  expect(isAnswered(NOTHING)).toBe(false);
  expect(isAnswered({ ...NOTHING, met: true, settled: true })).toBe(false);
  expect(isAnswered({ ...NOTHING, met: true, settled: true, grade: 'FAIR' })).toBe(true);
  expect(isAnswered({ ...NOTHING, met: false })).toBe(true);
});

test('an outcome says what was said and no more; the fault is never among it', () => {
  expect(outcomeOf({ met: false, settled: null, grade: null, words: ' 晚上再来 ' }, null)).toEqual({ id: expect.any(String), reached: false, comment: '晚上再来' });
  const unhappy: AtTheDoor = { met: true, settled: false, grade: 'UNSATISFIED', words: '' };
  const outcome = outcomeOf(unhappy, 'person-2');
  expect(outcome).toEqual({ id: expect.any(String), residentId: 'person-2', reached: true, settled: false, grade: 'UNSATISFIED' });
  expect(isUnhappy(unhappy)).toBe(true);
  expect(saidIn(outcome)).toEqual(unhappy);
});

test('a visit is sent with the version that was seen, and goes back to its owner when somebody else asked meanwhile', async () => {
  const db = await openDatabase('visits');
  const store = ownStore(db, 'staff-1', await newKey());
  const visit = (id: string): VisitItem => ({
    kind: 'VISIT', id, state: 'WAITING', queuedAt: 1, title: '上门回访', photos: [], roundId: `${id}.1`, caseId: id, version: 4, outcome: { id, reached: false },
  });
  for (const id of ['taken', 'overtaken']) await store.putItem(visit(id));
  const sent: unknown[] = [];
  const way: Way = {
    async post<T>(path: string, _body: unknown, version?: number) {
      sent.push([path, version]);
      if (path.includes('overtaken')) throw new Problem({ status: 412, code: 'stale-version', title: '已有变化' });
      return {} as T;
    },
    async upload() {},
  };

  expect(await sendWaiting(await store.items(), store, way, { changed: () => {}, clock: () => {} })).toBe('DONE');
  expect(sent).toEqual([['/api/v1/callbacks/overtaken.1/outcomes', 4], ['/api/v1/callbacks/taken.1/outcomes', 4]]);
  const after = await store.items();
  expect(after.map((item) => item.state)).toEqual(['NEEDS_YOU', 'RECEIVED']);
  expect(counts(after)).toEqual({ waiting: 0, needsYou: 1, photos: 0 });
  db.close();
});
