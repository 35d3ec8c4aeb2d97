import assert from 'node:assert/strict';
import { test } from 'vitest';
import { FIELDS, isMoving, mappingOf, percent, stateOf } from '../../src/earlier/importing.js';
import { roomsFor } from '../../src/desk/rooms';

test('a column that is left out is null, and no channel is none', () => {
  assert.deepEqual(mappingOf(['TEXT', '', 'CATEGORY'], ''), { columns: ['TEXT', null, 'CATEGORY'], channel: undefined });
  assert.equal(mappingOf(['TEXT'], 'HOTLINE').channel, 'HOTLINE');
});

test('progress counts rows that are over', () => {
  assert.equal(percent({ rows: 3, done: 1 }), 33);
  assert.equal(percent({ rows: 0, done: 0 }), 100);
  assert.ok(isMoving({ state: 'RUNNING' }));
  assert.ok(!isMoving({ state: 'DONE' }));
  assert.equal(stateOf({ state: 'DONE' }).zh, '已完成');
});

test('every field is named in both languages, once', () => {
  assert.equal(new Set(FIELDS.map((each) => each.code)).size, FIELDS.length);
  assert.ok(FIELDS.every((each) => each.zh && each.en));
});

test('those who take in matters at a desk import, others do not', () => {
  assert.ok(roomsFor(['DISPATCHER']).some((room) => room.id === 'imports'));
  assert.ok(!roomsFor(['GRID_WORKER']).some((room) => room.id === 'imports'));
});
