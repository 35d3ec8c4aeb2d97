import { expect, test } from 'vitest';
import { fileName } from '../../src/api/client';
import { bars, kindOf, periodOf, shown, type Table } from '../../src/desk/bulletins/bulletin';
import { roomsFor } from '../../src/desk/rooms';

test('numbers are shown as the paper shows them', () => {
  expect(shown(0.7582, 'PERCENT')).toBe('75.82 %');
  expect(shown(-0.01, 'CHANGE')).toBe('-1.00 pp');
  expect(shown(91.25, 'POINTS')).toBe('91.25');
  expect(shown(3, 'HOURS')).toBe('3.0');
  expect(shown(972, 'COUNT')).toBe('972');
  expect(shown(undefined, 'PERCENT')).toBe('—');
  expect(shown(0, 'COUNT')).toBe('0');
});

test('bars are shares of the longest one, and a chart of nothing is none', () => {
  const table: Table = {
    code: 't', title: { zh: '', en: '' }, chart: { labels: 0, bars: [1] },
    columns: [{ title: { zh: '单位', en: 'Unit' }, measure: 'TEXT' }, { title: { zh: '上报数', en: 'Reported' }, measure: 'COUNT' }],
    rows: [[{ words: { zh: '合计', en: 'Total' } }, { number: 4 }], [{ words: { zh: '一', en: 'One' } }, {}]],
  };
  expect(bars(table).map((group) => [group.label.zh, group.bars[0]!.share, group.bars[0]!.text])).toEqual([['合计', 1, '4'], ['一', 0, '—']]);
  expect(bars({ ...table, rows: [[{ words: { zh: '', en: '' } }, { number: 0 }]] })).toEqual([]);
  expect(bars({ ...table, chart: undefined })).toEqual([]);
});

test('a day lies in its day, week and month', () => {
  expect(periodOf('daily', '2026-11-22')).toBe('2026-11-22');
  expect(periodOf('monthly', '2026-11-22')).toBe('2026-11');
  expect(periodOf('weekly', '2026-11-22')).toBe('2026-W47');
  expect(periodOf('weekly', '2025-12-29')).toBe('2026-W01');
  expect(periodOf('weekly', '2027-01-03')).toBe('2026-W53');
});

test('a file has the name that it was given, and bulletins are for those who answer for units', () => {
  expect(kindOf({ kind: 'DAILY' })).toBe('daily');
  expect(fileName("attachment; filename*=UTF-8''%E6%97%A5%E7%9D%A3%E6%9F%A5.pdf")).toBe('日督查.pdf');
  expect(fileName(null)).toBeUndefined();
  expect(fileName("attachment; filename*=UTF-8''%E6%97%A5%")).toBeUndefined();
  expect(roomsFor(['LEADER']).some((room) => room.id === 'bulletins')).toBe(true);
  expect(roomsFor(['GRID_WORKER']).some((room) => room.id === 'bulletins')).toBe(false);
});
