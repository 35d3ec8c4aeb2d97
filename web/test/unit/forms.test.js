import assert from 'node:assert/strict';
import { test } from 'vitest';
import { blankDraft, forget, keep, kept, reportBody } from '../../src/earlier/draft.js';
import { homeFor, roomsFor } from '../../src/desk/rooms';
import { mayCheckChain } from '../../src/earlier/roles.js';
import { newId } from '../../src/api/ids';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a UUID that begins with the time, so that later ones sort later', () => {
  const ids = Array.from({ length: 100 }, () => newId());
  assert.ok(ids.every((id) => UUID.test(id)));
  assert.deepEqual([...ids].sort(), ids);
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

test('everybody starts where their work is', () => {
  assert.equal(homeFor(['GRID_WORKER']), 'report');
  assert.equal(homeFor(['HANDLER']), 'inbox');
  assert.equal(homeFor(['CALLBACK_CLERK']), 'callbacks');
  assert.equal(homeFor(['DISPATCHER']), 'dispatching');
  assert.equal(homeFor(['AUDITOR']), 'audit');
  assert.equal(homeFor(['LEADER']), 'approvals');
  assert.equal(homeFor(['INSPECTOR']), 'oversight');
  assert.ok(!roomsFor(['AUDITOR']).some((room) => room.id === 'report'));
  assert.ok(roomsFor(['HOTLINE_AGENT']).every((room) => room.id !== 'callbacks'));
  assert.ok(mayCheckChain(['LEADER']) && !mayCheckChain(['HANDLER']));
});

