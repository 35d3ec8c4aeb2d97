import assert from 'node:assert/strict';
import { test } from 'vitest';
import { blankDraft } from '../../src/earlier/draft.js';
import { ago, distance, followBody, question } from '../../src/earlier/similar.js';

const draft = { ...blankDraft('g1'), id: 'i' };

test('nothing is asked before there is something to compare', () => {
  assert.equal(question(draft), null);
  assert.equal(question({ ...draft, text: '井盖' }), null);
  assert.equal(question({ ...draft, gridCode: null, text: '井盖破损了' }), null);
  assert.deepEqual(question({ ...draft, text: '井盖破损了' }), { id: 'i', text: '井盖破损了', gridCode: 'g1' });
  assert.deepEqual(
    question({ ...draft, category: '0601', location: [120.1, 30.2] }),
    { id: 'i', text: '', category: '0601', location: { type: 'Point', coordinates: [120.1, 30.2] }, gridCode: 'g1' },
  );
});

test('a follower says what was given', () => {
  assert.deepEqual(followBody(draft), { id: 'i' });
  assert.deepEqual(
    followBody({ ...draft, text: ' 还在 ', residentPhone: '13800000000' }),
    { id: 'i', text: '还在', resident: { phone: '13800000000' } },
  );
});

test('how far and how long ago in words', () => {
  assert.equal(distance({ metres: 12 }), '12 米');
  assert.equal(distance({}), '同一网格');
  assert.equal(ago(59), '59 分钟前');
  assert.equal(ago(90), '2 小时前');
});
