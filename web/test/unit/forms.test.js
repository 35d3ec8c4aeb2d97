import assert from 'node:assert/strict';
import { test } from 'vitest';
import { homeFor, roomsFor, worksOutdoors } from '../../src/desk/rooms';
import { newId } from '../../src/api/ids';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('an id is a UUID that begins with the time, so that later ones sort later', () => {
  const ids = Array.from({ length: 100 }, () => newId());
  assert.ok(ids.every((id) => UUID.test(id)));
  assert.deepEqual([...ids].sort(), ids);
});

test('everybody starts where their work is', () => {
  assert.equal(homeFor(['GRID_WORKER']), 'report');
  assert.equal(homeFor(['HANDLER']), 'inbox');
  assert.equal(homeFor(['CALLBACK_CLERK']), 'callbacks');
  assert.equal(homeFor(['DISPATCHER']), 'dispatching');
  assert.equal(homeFor(['AUDITOR']), 'audit');
  assert.equal(homeFor(['LEADER']), 'approvals');
  assert.equal(homeFor(['INSPECTOR']), 'oversight');
  assert.ok(worksOutdoors(['GRID_WORKER']), 'a phone is led to the field app');
  for (const roles of [['GRID_WORKER', 'GRID_HEAD'], ['HANDLER'], []]) assert.ok(!worksOutdoors(roles), String(roles));
  assert.ok(!roomsFor(['AUDITOR']).some((room) => room.id === 'report'));
  assert.ok(roomsFor(['HOTLINE_AGENT']).every((room) => room.id !== 'callbacks'));
});

