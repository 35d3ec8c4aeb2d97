import assert from 'node:assert/strict';
import { test } from 'vitest';
import { badgeOf } from '../../src/earlier/bell.js';
import { between, nudged } from '../../src/earlier/release.js';

test('the badge stops counting where the service does', () => {
  assert.equal(badgeOf(7, false), '7');
  assert.equal(badgeOf(99, true), '99+');
});

test('an area is drawn from any corner, and moved by keys without leaving the picture', () => {
  assert.deepEqual(between({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 }), { x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  const corner = { x: 0.8, y: 0, width: 0.2, height: 0.2 };
  assert.equal(nudged(corner, 'ArrowRight', false).x, 0.8);
  assert.equal(nudged(corner, 'ArrowUp', false).y, 0);
  assert.equal(nudged({ ...corner, x: 0.5 }, 'ArrowRight', true).width, 0.22);
  assert.equal(nudged(corner, 'a', false), null);
});
