import { expect, test } from 'vitest';
import { CHANNELS, FIELDS, isMoving, mappingOf, percent, twice } from '../../src/desk/imports/job';
import words from '../../src/desk/imports/words';
import { roomsFor } from '../../src/desk/rooms';

test('a column that is left out is null, and no channel is none', () => {
  expect(mappingOf(['TEXT', '', 'CATEGORY'], '')).toEqual({ columns: ['TEXT', null, 'CATEGORY'] });
  expect(mappingOf(['TEXT'], 'HOTLINE').channel).toBe('HOTLINE');
});

test('two columns for one field are told before the service refuses them, columns left out are none', () => {
  expect(twice(['TEXT', '', '', 'TEXT', 'ADDRESS'])).toEqual(['TEXT']);
});

test('progress counts rows that are over', () => {
  expect(percent({ rows: 3, done: 1 })).toBe(33);
  expect(percent({ rows: 0, done: 0 })).toBe(100);
  expect(isMoving({ state: 'RUNNING' })).toBe(true);
  expect(isMoving({ state: 'DONE' })).toBe(false);
});

test('every field and channel is named', () => {
  expect(Object.keys(words.en.imports.fields)).toEqual(FIELDS);
  expect(Object.keys(words.en.imports.channels)).toEqual(CHANNELS.map((one) => one || 'MINE'));
});

test('those who take in matters at a desk import, others do not', () => {
  expect(roomsFor(['DISPATCHER']).some((room) => room.id === 'imports')).toBe(true);
  expect(roomsFor(['GRID_WORKER']).some((room) => room.id === 'imports')).toBe(false);
});
