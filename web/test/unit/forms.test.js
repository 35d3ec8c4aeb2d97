import assert from 'node:assert/strict';
import { test } from 'vitest';
import { blankDraft, forget, keep, kept, reportBody } from '../../src/earlier/draft.js';
import { needsJudgement, outcomeBody, readyToSend, stillToAsk, waitingForJudgement } from '../../src/earlier/outcome.js';
import { homeFor, roomsFor } from '../../src/desk/rooms';
import { mayCheckChain } from '../../src/earlier/roles.js';
import { newId } from '../../src/api/ids';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a UUID, also where the browser cannot make one by itself', () => {
  assert.match(newId(), UUID);
  assert.match(newId({ getRandomValues: (bytes) => bytes.fill(255) }), UUID);
});

test('a draft keeps its id over a reload, and the resident stays in memory only', () => {
  const cells = new Map();
  const storage = { setItem: (k, v) => cells.set(k, v), getItem: (k) => cells.get(k) ?? null, removeItem: (k) => cells.delete(k) };
  const draft = { ...blankDraft('990100001001001'), text: '井盖坏了', residentName: '王', residentPhone: '13800000000' };
  keep(draft, storage);
  assert.equal(kept(storage).id, draft.id);
  assert.ok(![...cells.values()].some((value) => value.includes('1380') || value.includes('王')));
  forget(storage);
  assert.equal(kept(storage), null);
});

test('a report carries only what was given', () => {
  const draft = { ...blankDraft(), id: 'i', text: ' 井盖坏了 ' };
  assert.deepEqual(reportBody(draft), { id: 'i', text: '井盖坏了', urgency: 'NORMAL' });
  assert.deepEqual(
    reportBody({ ...draft, category: '0102', location: [120.1, 30.2], settled: true, settledText: '已清', residentPhone: '1' }),
    {
      id: 'i', text: '井盖坏了', urgency: 'NORMAL', category: '0102', location: { type: 'Point', coordinates: [120.1, 30.2] },
      settledOnSpot: { text: '已清' }, resident: { phone: '1' },
    },
  );
});

test('整改不满意不得销号: an unsatisfied resident needs a judgement of fault before anything is sent', () => {
  const answers = { reached: true, settled: true, grade: 'UNSATISFIED', unitAtFault: null, comment: '' };
  assert.ok(needsJudgement(answers));
  assert.ok(!readyToSend(answers));
  assert.deepEqual(outcomeBody('i', { ...answers, unitAtFault: true }), { id: 'i', reached: true, settled: true, grade: 'UNSATISFIED', unitAtFault: true });
});

test('nobody reached is an outcome by itself', () => {
  const answers = { reached: false, settled: true, grade: 'SATISFIED', unitAtFault: null, comment: ' 没人接 ' };
  assert.ok(readyToSend(answers));
  assert.deepEqual(outcomeBody('i', answers), { id: 'i', reached: false, comment: '没人接' });
});

test('everybody starts where their work is', () => {
  assert.equal(homeFor(['GRID_WORKER']), 'report');
  assert.equal(homeFor(['HANDLER']), 'inbox');
  assert.equal(homeFor(['CALLBACK_CLERK']), 'callbacks');
  assert.equal(homeFor(['AUDITOR']), 'ledger');
  assert.equal(homeFor(['LEADER']), 'approvals');
  assert.equal(homeFor(['INSPECTOR']), 'oversight');
  assert.ok(!roomsFor(['AUDITOR']).some((room) => room.id === 'report'));
  assert.ok(roomsFor(['HOTLINE_AGENT']).every((room) => room.id !== 'callbacks'));
  assert.ok(mayCheckChain(['LEADER']) && !mayCheckChain(['HANDLER']));
});

test('with several reporters the outcome names who was called', () => {
  assert.deepEqual(outcomeBody('x', { residentId: 'p-2', reached: false, comment: '' }), { id: 'x', residentId: 'p-2', reached: false });
});

test('an answer through a link waits for a judgement, the others for a call', () => {
  const round = { reporters: [{ residentId: 'p-1', answered: true, toJudge: true }, { residentId: 'p-2', answered: false }] };
  assert.deepEqual(waitingForJudgement(round).map((reporter) => reporter.residentId), ['p-1']);
  assert.deepEqual(stillToAsk(round).map((reporter) => reporter.residentId), ['p-2']);
});
