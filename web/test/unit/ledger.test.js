import assert from 'node:assert/strict';
import { test } from 'vitest';
import { actorOf, typeOf, wordsOf } from '../../src/earlier/entries.js';
import { eventReader } from '../../src/api/stream';

test('events are read whole, however the pieces fall', () => {
  const whole = ': watching\n\nid: case/1/2\nevent: io.wangge.case.accepted.v1\ndata: {"a":1}\n\r\ndata: x\ndata: y\n\n';
  for (let size = 1; size < whole.length; size++) {
    const events = [];
    const read = eventReader((event) => events.push(event));
    for (let i = 0; i < whole.length; i += size) read(whole.slice(i, i + size));
    assert.deepEqual(events, [
      { id: 'case/1/2', type: 'io.wangge.case.accepted.v1', data: '{"a":1}' },
      { id: undefined, type: 'message', data: 'x\ny' },
    ]);
  }
});

test('an entry is said in plain words', () => {
  assert.equal(typeOf({ type: 'io.wangge.case.closed.v1' }), '结案');
  assert.equal(typeOf({ type: 'io.wangge.case.closed.v1', typeZh: '销号' }), '销号');
  assert.equal(actorOf({ by: { name: '王芳', id: 's' }, unit: { nameZh: '环卫所' } }), '环卫所 · 王芳');
  assert.equal(actorOf({ by: { kind: 'SYSTEM', id: 'dispatch' } }), '系统 System');
  assert.deepEqual(wordsOf({ type: 'io.wangge.case.opened.v1', what: { text: { value: 'x' } } }), []);
  assert.deepEqual(wordsOf({ what: { reason: 'SATISFIED', grade: 'FAIR' } }), ['评价：一般', '居民满意']);
  assert.deepEqual(wordsOf({ what: { reason: '超出本级职权', tried: { value: '已上门两次', hash: 'x' } } }), ['超出本级职权', '已上门两次']);
});

test('an erased text says that it was erased', () => {
  assert.deepEqual(wordsOf({ what: { text: { hash: 'ab', erased: true } } }), ['(原文已删除)']);
});
