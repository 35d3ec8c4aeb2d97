import assert from 'node:assert/strict';
import { test } from 'vitest';
import { category, search, suggest } from '../../src/earlier/categories.js';

const ALL = [
  ['0102', '市容环境', '暴露垃圾', 'City appearance', 'Exposed refuse'],
  ['0103', '市容环境', '积存垃圾', 'City appearance', 'Stored refuse'],
  ['0301', '噪声', '夜间施工噪声', 'Noise', 'Night construction noise'],
  ['9901', '其他', '旧垃圾类', 'Other', 'Old refuse', true],
].map(([id, classZh, subclassZh, classEn, subclassEn, retired]) => category({ id, classZh, subclassZh, classEn, subclassEn, retired }));
const codes = (found) => found.map((c) => c.code);

test('a category is found by code, by Chinese and by English', () => {
  assert.deepEqual(codes(search(ALL, '0102')), ['0102']);
  assert.deepEqual(codes(search(ALL, '垃圾')), ['0102', '0103']);
  assert.deepEqual(codes(search(ALL, 'NOISE')), ['0301']);
});

test('several words must all fit, and the start of a name comes first', () => {
  assert.deepEqual(codes(search(ALL, '垃圾 exposed')), ['0102']);
  assert.equal(codes(search(ALL, '积存'))[0], '0103');
});

test('what is retired cannot be chosen any more', () => {
  assert.ok(!codes(search(ALL, '垃圾')).includes('9901'));
  assert.ok(!codes(suggest(ALL, '旧垃圾类')).includes('9901'));
});

test('what somebody writes suggests what it is about', () => {
  assert.equal(codes(suggest(ALL, '小区门口有暴露的垃圾,暴露垃圾好几天了'))[0], '0102');
  assert.deepEqual(suggest(ALL, '好'), []);
});
