import assert from 'node:assert/strict';
import { test } from 'vitest';
import { between, nudged } from '../../src/desk/casefile/release/release.js';

test('an area is drawn from any corner, and moved by keys without leaving the picture', () => {
  assert.deepEqual(between({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 }), { x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  const corner = { x: 0.8, y: 0, width: 0.2, height: 0.2 };
  assert.equal(nudged(corner, 'ArrowRight', false).x, 0.8);
  assert.equal(nudged(corner, 'ArrowUp', false).y, 0);
  assert.equal(nudged({ ...corner, x: 0.5 }, 'ArrowRight', true).width, 0.22);
  assert.equal(nudged(corner, 'a', false), null);
});
