import assert from 'node:assert/strict';
import { test } from 'vitest';
import { fileName } from '../../src/api/client';
import { bars, kindOf, periodOf, shown } from '../../src/earlier/bulletin.js';
import { roomsFor } from '../../src/desk/rooms';

test('numbers are shown as the paper shows them', () => {
  assert.equal(shown(0.7582, 'PERCENT'), '75.82 %');
  assert.equal(shown(-0.01, 'CHANGE'), '-1.00 pp');
  assert.equal(shown(91.25, 'POINTS'), '91.25');
  assert.equal(shown(3, 'HOURS'), '3.0');
  assert.equal(shown(972, 'COUNT'), '972');
  assert.equal(shown(undefined, 'PERCENT'), '—');
  assert.equal(shown(0, 'COUNT'), '0');
});

test('bars are shares of the longest one, and a chart of nothing is none', () => {
  const table = {
    chart: { labels: 0, bars: [1] },
    columns: [{ title: { zh: '单位', en: 'Unit' }, measure: 'TEXT' }, { title: { zh: '上报数', en: 'Reported' }, measure: 'COUNT' }],
    rows: [[{ words: { zh: '合计', en: 'Total' } }, { number: 4 }], [{ words: { zh: '一', en: 'One' } }, {}]],
  };
  assert.deepEqual(bars(table).map((group) => [group.label, group.bars[0].share, group.bars[0].text]), [['合计', 1, '4'], ['一', 0, '—']]);
  assert.deepEqual(bars({ ...table, rows: [[{ words: {} }, { number: 0 }]] }), []);
  assert.deepEqual(bars({ ...table, chart: undefined }), []);
});

test('a day lies in its day, week and month', () => {
  assert.equal(periodOf('daily', '2026-11-22'), '2026-11-22');
  assert.equal(periodOf('monthly', '2026-11-22'), '2026-11');
  assert.equal(periodOf('weekly', '2026-11-22'), '2026-W47');
  assert.equal(periodOf('weekly', '2025-12-29'), '2026-W01');
  assert.equal(periodOf('weekly', '2027-01-03'), '2026-W53');
});

test('a kind has its name, and a file the name that it was given', () => {
  assert.equal(kindOf({ kind: 'DAILY' }).zh, '日督查');
  assert.equal(fileName("attachment; filename*=UTF-8''%E6%97%A5%E7%9D%A3%E6%9F%A5.pdf"), '日督查.pdf');
  assert.equal(fileName(null), undefined);
  assert.equal(fileName("attachment; filename*=UTF-8''%E6%97%A5%"), undefined);
});

test('bulletins are for those who answer for units', () => {
  assert.ok(roomsFor(['LEADER']).some((room) => room.id === 'bulletins'));
  assert.ok(!roomsFor(['GRID_WORKER']).some((room) => room.id === 'bulletins'));
});
