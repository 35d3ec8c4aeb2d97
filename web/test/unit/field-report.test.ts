import { expect, test } from 'vitest';
import { find, frequent, gridAt, shortName, type FieldPack } from '../../src/field/pack';
import { blankDraft, draftOf, isReady, itemOf, textOf } from '../../src/field/report/draft';
import { byDueTime, commandOf, isLate, isSaid, lookOf, type Task } from '../../src/field/tasks/task';

const WORDS = { unsure: '有一处情况，类别不确定', how: '已现场处理' };
const PACK: FieldPack = {
  grids: [
    { code: 'g1', unitId: 'g1', nameZh: '春晓社区第一网格（江滨苑）', own: true, rings: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] },
    { code: 'g2', unitId: 'g2', nameZh: '第二网格', own: false, rings: [[[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]]] },
  ],
  categories: ['0101', '0102', '0104', '0503', '0504', '0601', '0505', '0602'].map((id) => ({
    id, classZh: '市容环境', subclassZh: `类${id}`, classEn: 'City', subclassEn: `kind ${id}`, pinyin: 'weifadajian', initials: id === '0101' ? 'wfdj' : 'x',
  })),
};

test('the text follows category and place until the person writes one', () => {
  const draft = { ...blankDraft('g1', 0), category: '0102' };
  expect(textOf(draft, PACK, WORDS)).toBe('类0102，江滨苑');
  expect(textOf({ ...draft, location: [3, 1] }, PACK, WORDS)).toBe('类0102，第二网格');
  expect(textOf({ ...draft, text: '三轮车占道' }, PACK, WORDS)).toBe('三轮车占道');
  expect(textOf({ ...draft, category: null, unsure: true }, null, WORDS)).toBe(WORDS.unsure);
});

test('a report is ready with a category, with 不确定, or with words', () => {
  const draft = blankDraft('g1', 0);
  expect(isReady(draft, PACK, WORDS)).toBe(false);
  expect(isReady({ ...draft, unsure: true }, PACK, WORDS)).toBe(true);
  expect(isReady({ ...draft, category: '0102' }, PACK, WORDS)).toBe(true);
  expect(isReady({ ...draft, text: '看不清' }, PACK, WORDS)).toBe(true);
});

test('what is queued carries only what was given, and comes back into the form as it was', () => {
  const photo = { id: 'p', moment: 'AFTER' as const, fileName: 'a.jpg', size: 1, received: false };
  const draft = { ...blankDraft('g1', 0), category: '0102', photos: [photo], name: ' 王 ', phone: '' };
  const item = itemOf(draft, PACK, WORDS, 7);
  expect(item.report).toEqual({ id: draft.id, text: '类0102，江滨苑', urgency: 'NORMAL', observedAt: draft.observedAt, category: '0102', gridCode: 'g1', resident: { name: '王' } });
  expect(item.photos, 'a photo of after belongs to what was settled').toEqual([]);
  const settled = itemOf({ ...draft, onSpot: true, location: [1, 1], accuracy: 9 }, PACK, WORDS, 7);
  expect(settled.report.settledOnSpot).toEqual({ text: '已现场处理' });
  expect(settled.photos).toEqual([photo]);
  expect(itemOf(draftOf(settled), PACK, WORDS, 7)).toEqual(settled);
  expect(draftOf({ ...settled, problem: { status: 409, code: 'same-id-other-content', title: '' } }).id).not.toBe(settled.id);
});

test('six categories: those of this person first, then what is met every day', () => {
  expect(frequent(PACK, {}).map((each) => each.id)).toEqual(['0102', '0104', '0503', '0504', '0601', '0505']);
  expect(frequent(PACK, { '0101': 1, '0602': 5 }).map((each) => each.id).slice(0, 3)).toEqual(['0602', '0101', '0102']);
});

test('a category is found by initials, and a grid by where one stands', () => {
  expect(find(PACK, 'WFDJ').map((each) => each.id)).toEqual(['0101']);
  expect(find(PACK, ' ')).toEqual([]);
  expect(gridAt(PACK, [3, 1])?.code).toBe('g2');
  expect(gridAt(PACK, [9, 9])).toBeNull();
  expect(shortName(PACK.grids[0]!)).toBe('江滨苑');
});

test('tasks stand by their due time, and grow late also without a network', () => {
  const task = (id: string, stateDueAt?: string): Task => ({ id, stateDueAt, caseNumber: '', state: 'PENDING_CHECK', stateZh: '', stateEn: '', version: 1, text: '', urgency: 'NORMAL' });
  expect(byDueTime([task('never'), task('b', '2026-11-23T10:00:00Z'), task('a', '2026-11-23T09:00:00Z')]).map((each) => each.id)).toEqual(['a', 'b', 'never']);
  expect(isLate(task('a', '2026-11-23T09:00:00Z'), Date.parse('2026-11-23T09:00:01Z'))).toBe(true);
  expect(isLate(task('a'), Date.now())).toBe(false);
  expect(lookOf(task('a'))).toBe('check');
});

test('what is said at a task becomes the command that its state asks for', () => {
  const said = { yes: false, text: ' 没有 ', reason: '' };
  expect(isSaid('confirm', said)).toBe(false);
  expect(isSaid('confirm', { ...said, reason: '查无此事' })).toBe(true);
  expect(isSaid('check', { ...said, yes: null })).toBe(false);
  expect(commandOf('1', 'confirm', { ...said, reason: '查无此事' })).toEqual({ id: '1', type: 'confirm', text: '没有', filed: false, reason: '查无此事' });
  expect(commandOf('1', 'check', { ...said, yes: true })).toEqual({ id: '1', type: 'check', text: '没有', passed: true });
  expect(commandOf('1', 'accept', said)).toEqual({ id: '1', type: 'accept' });
  expect(commandOf('1', 'complete', said)).toEqual({ id: '1', type: 'complete', text: '没有' });
});
