import { expect, test } from 'vitest';
import { searchCategories } from '../../src/desk/entry/categories';
import { blankDraft, followBody, forget, keep, kept, reportBody, similarQuestion } from '../../src/desk/entry/draft';

const ALL = [
  ['0102', '市容环境', '暴露垃圾', 'City appearance', 'Exposed refuse'],
  ['0103', '市容环境', '积存垃圾', 'City appearance', 'Stored refuse'],
  ['0301', '噪声', '夜间施工噪声', 'Noise', 'Night construction noise'],
  ['9901', '其他', '旧垃圾类', 'Other', 'Old refuse', true],
].map(([id, classZh, subclassZh, classEn, subclassEn, retired]) => ({ id, classZh, subclassZh, classEn, subclassEn, retired: retired === true }) as Parameters<typeof searchCategories>[0][number]);
const found = (typed: string) => searchCategories(ALL, typed).map((one) => one.id);

test('a category is found by code, by Chinese and by English; what is retired is not', () => {
  expect(found('0102')).toEqual(['0102']);
  expect(found('垃圾')).toEqual(['0102', '0103']);
  expect(found('NOISE')).toEqual(['0301']);
  expect(found('')).toEqual([]);
});

test('several words must all fit, and the start of a name comes first', () => {
  expect(found('垃圾 exposed')).toEqual(['0102']);
  expect(found('积存')[0]).toBe('0103');
});

test('a draft keeps its id over a reload, and the resident stays in memory only', () => {
  const cells = new Map<string, string>();
  const storage = { setItem: (key: string, value: string) => void cells.set(key, value), getItem: (key: string) => cells.get(key) ?? null, removeItem: (key: string) => void cells.delete(key) };
  const draft = { ...blankDraft('990100001001001'), text: '井盖坏了', residentName: '王', residentPhone: '13800000000', personId: 'p-1' };
  keep(draft, 'one', storage);
  expect(kept('one', storage)?.id).toBe(draft.id);
  expect(kept('another', storage), 'who signs in next in this tab finds nothing of it').toBeNull();
  expect([...cells.values()].join()).not.toMatch(/1380|王|p-1/);
  forget('one', storage);
  expect(kept('one', storage)).toBeNull();
});

test('a report carries only what was given', () => {
  const draft = { ...blankDraft(), id: 'i', text: ' 井盖坏了 ' };
  expect(reportBody(draft)).toEqual({ id: 'i', text: '井盖坏了', urgency: 'NORMAL' });
  expect(reportBody({ ...draft, category: '0102', location: [120.1, 30.2], address: ' 江滨苑 ', settled: true, settledText: '已清', residentPhone: '1' })).toEqual({
    id: 'i', text: '井盖坏了', urgency: 'NORMAL', category: '0102', location: { type: 'Point', coordinates: [120.1, 30.2] }, address: '江滨苑',
    settledOnSpot: { text: '已清' }, resident: { phone: '1' },
  });
});

test('nothing is asked about likeness before there is something to compare', () => {
  const draft = { ...blankDraft('g1'), id: 'i' };
  expect(similarQuestion(draft)).toBeNull();
  expect(similarQuestion({ ...draft, text: '井盖' })).toBeNull();
  expect(similarQuestion({ ...draft, gridCode: null, text: '井盖破损了' })).toBeNull();
  expect(similarQuestion({ ...draft, text: '井盖破损了' })).toEqual({ id: 'i', text: '井盖破损了', gridCode: 'g1' });
  expect(similarQuestion({ ...draft, category: '0601', location: [120.1, 30.2] })).toEqual({ id: 'i', text: '', category: '0601', location: { type: 'Point', coordinates: [120.1, 30.2] }, gridCode: 'g1' });
});

test('a follower says what was given', () => {
  const draft = { ...blankDraft('g1'), id: 'i' };
  expect(followBody(draft)).toEqual({ id: 'i' });
  expect(followBody({ ...draft, text: ' 还在 ', residentPhone: '13800000000' })).toEqual({ id: 'i', text: '还在', resident: { phone: '13800000000' } });
  expect(followBody({ ...draft, personId: 'p' })).toEqual({ id: 'i', resident: { personId: 'p' } });
});
