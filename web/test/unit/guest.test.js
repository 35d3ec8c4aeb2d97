import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { guest, work } from '../../src/earlier/guest.js';
import { between, nudged } from '../../src/earlier/release.js';
import { guestReport } from '../../src/earlier/views/guest-report.js';

function memory() {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
}

test('the proof is the number behind the challenge, as ALTCHA reads it', async () => {
  const salt = 'abc?expires=1';
  const challenge = createHash('sha256').update(`${salt}37`).digest('hex');
  const proof = await work({ algorithm: 'SHA-256', challenge, maxnumber: 50, salt, signature: 's' });
  assert.deepEqual(JSON.parse(atob(proof)), { algorithm: 'SHA-256', challenge, number: 37, salt, signature: 's' });
});

test('what is empty is left out of a report', () => {
  const said = { text: '井盖破损', category: '', address: ' ', nature: 'HELP', proof: undefined };
  assert.deepEqual(guestReport({ id: '1', location: null }, said), { id: '1', text: '井盖破损', nature: 'HELP' });
});

test('a receipt kept here goes with what is asked about its number alone', async () => {
  const asked = [];
  const fetch = async (path, { headers }) => {
    asked.push([path, headers['X-Receipt'], headers.Authorization]);
    return new Response('{"token":"t-1"}', { headers: { 'Content-Type': 'application/json' } });
  };
  const door = guest({ fetch, store: memory(), session: memory() });
  door.keep({ id: '1', trackingNumber: '261123-0001', receipt: 'r-1' });
  await door.track('261123-0001');
  await door.track('261123-0002');
  await door.signIn('13800000000', '246810');
  await door.track('261123-0002');
  assert.deepEqual(asked, [
    ['/api/v1/public/tracking/261123-0001', 'r-1', undefined],
    ['/api/v1/public/tracking/261123-0002', undefined, undefined],
    ['/api/v1/public/sessions', undefined, undefined],
    ['/api/v1/public/tracking/261123-0002', undefined, 'Bearer t-1'],
  ]);
});

test('an area is drawn from any corner, and moved by keys without leaving the picture', () => {
  assert.deepEqual(between({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 }), { x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  const corner = { x: 0.8, y: 0, width: 0.2, height: 0.2 };
  assert.equal(nudged(corner, 'ArrowRight', false).x, 0.8);
  assert.equal(nudged(corner, 'ArrowUp', false).y, 0);
  assert.equal(nudged({ ...corner, x: 0.5 }, 'ArrowRight', true).width, 0.22);
  assert.equal(nudged(corner, 'a', false), null);
});
