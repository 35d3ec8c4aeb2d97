import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { badgeOf } from '../../public/bell.js';
import { guest, work } from '../../public/guest.js';
import { guestReport } from '../../public/views/guest-report.js';

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

test('the badge stops counting where the service does', () => {
  assert.equal(badgeOf(7, false), '7');
  assert.equal(badgeOf(99, true), '99+');
});
