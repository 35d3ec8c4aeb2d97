import assert from 'node:assert/strict';
import { test } from 'vitest';
import { moment, remaining } from '../../src/earlier/time.js';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();

test('time left is said in the largest unit that still tells people something', () => {
  assert.equal(remaining(at(5 * 1440 + 30), NOW).zh, '剩 5 天');
  assert.equal(remaining(at(47 * 60), NOW).zh, '剩 47 小时');
  assert.equal(remaining(at(119), NOW).zh, '剩 119 分钟');
  assert.equal(remaining(at(0), NOW).zh, '剩 1 分钟');
});

test('what is late says by how much, and in both languages', () => {
  assert.deepEqual(remaining(at(-180), NOW), { zh: '超 3 小时', en: '3 h late', tone: 'late' });
});

test('two hours before it is due the tone changes', () => {
  assert.equal(remaining(at(121), NOW).tone, 'calm');
  assert.equal(remaining(at(120), NOW).tone, 'soon');
});

test('nothing due is nothing said', () => {
  assert.equal(remaining(undefined, NOW), null);
  assert.equal(remaining('not a time', NOW), null);
});

test('moments stand in the time of the district, with the year only when it is another', () => {
  assert.equal(moment('2026-11-22T09:05:00Z', NOW), '11-22 17:05');
  assert.equal(moment('2026-12-31T16:30:00Z', NOW), '2027-01-01 00:30');
});
