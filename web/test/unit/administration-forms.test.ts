import { expect, test } from 'vitest';
import { hoursOf, hoursText, kindOfDay, monthsOf, nextYear, span, turned, workdays, type Year } from '../../src/desk/administration/calendar/calendar';
import { inOrder, matching, oneMore, type Category } from '../../src/desk/administration/categories/category';
import { inParts, reasonOf } from '../../src/desk/administration/deadletters/letters';
import administrationWords from '../../src/desk/administration/words';
import { findingsOf } from '../../src/desk/administration/fields/findings';
import { bodyOf, fieldOf, idsOf, lastOf, monthOf, type Edition } from '../../src/desk/administration/formulae/formula';
import { moved, namesIn, whole, withOneMore, type Rule } from '../../src/desk/administration/rulebook/rules';
import { briefly } from '../../src/desk/administration/steps/values';

const YEAR: Year = { year: 2026, published: true, holidays: ['2026-01-01', '2026-01-02', '2026-01-03'], workedDays: ['2026-01-04'] };

test('a day is what the lists say, and the week where they say nothing', () => {
  expect(kindOfDay(YEAR, '2026-01-01')).toBe('HOLIDAY');
  expect(kindOfDay(YEAR, '2026-01-03')).toBe('HOLIDAY');
  expect(kindOfDay(YEAR, '2026-01-04')).toBe('WORKED');
  expect(kindOfDay(YEAR, '2026-01-05')).toBe('WORKDAY');
  expect(kindOfDay(YEAR, '2026-01-10')).toBe('WEEKEND');
});

test('a year has all its days, its months begin on their day of the week', () => {
  expect(monthsOf(YEAR).flatMap((month) => month.days)).toHaveLength(365);
  expect(monthsOf({ ...YEAR, year: 2028 }).flatMap((month) => month.days)).toHaveLength(366);
  // 1 January 2026 is a Thursday, 1 March a Sunday.
  expect(monthsOf(YEAR)[0]!.lead).toBe(3);
  expect(monthsOf(YEAR)[2]!.lead).toBe(6);
});

test('a day is turned and turned back', () => {
  for (const date of ['2026-01-01', '2026-01-04', '2026-01-05', '2026-01-10']) {
    const once = turned(YEAR, date);
    expect(kindOfDay(once, date)).not.toBe(kindOfDay(YEAR, date));
  }
  expect(turned(turned(YEAR, '2026-01-05'), '2026-01-05')).toEqual(YEAR);
  expect(workdays(turned(YEAR, '2026-01-05'))).toBe(workdays(YEAR) - 1);
});

test('a span of days is set at once, in its year only, and worked are weekend days alone', () => {
  const off = span(YEAR, '2026-12-30', '2027-01-02', 'HOLIDAY');
  expect(off.holidays.slice(-2)).toEqual(['2026-12-30', '2026-12-31']);
  expect(span(YEAR, '2026-01-01', '2026-01-04', 'USUAL')).toMatchObject({ holidays: [], workedDays: [] });
  expect(span(YEAR, '2026-02-13', '2026-02-15', 'WORKED').workedDays).toEqual(['2026-01-04', '2026-02-14', '2026-02-15']);
});

test('hours are written as people write them', () => {
  const hours = { spans: [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '18:00' }] };
  expect(hoursText({ spans: [{ from: '08:00:00', to: '12:00:00' }, { from: '14:00:00', to: '18:00:00' }] })).toBe('08:00–12:00 14:00–18:00');
  for (const typed of ['08:00–12:00 14:00–18:00', '8:00-12:00，14:00-18:00', ' 08:00~12:00; 14:00～18:00 ']) expect(hoursOf(typed)).toEqual(hours);
  expect(hoursOf('22:00–00:00')).toEqual({ spans: [{ from: '22:00', to: '00:00' }] });
  for (const wrong of ['', '早上', '12:00–08:00', '08:00–12:00 11:00–13:00', '25:00–26:00', '08:70–09:00']) expect(hoursOf(wrong)).toBeNull();
});

test('the next year is the one after the last, unpublished', () => {
  expect(nextYear([YEAR])).toEqual({ year: 2027, published: false, holidays: [], workedDays: [] });
});

const category = (id: string, more: Partial<Category> = {}) => ({ ...oneMore([], undefined), id, classZh: '市容环境', subclassZh: '暴露垃圾', ...more });

test('categories are found by code, words and class; a new one takes the next free code of its class', () => {
  const all = [category('0101', { subclassZh: '违法搭建' }), category('0102'), category('0201', { classZh: '噪声', subclassZh: '夜间施工' })];
  expect(matching(all, '市容 垃圾', '').map((one) => one.id)).toEqual(['0102']);
  expect(matching(all, '', '02').map((one) => one.id)).toEqual(['0201']);
  const fresh = oneMore(all, all[1]);
  expect(fresh).toMatchObject({ id: '0103', classZh: '市容环境', subclassZh: '' });
  expect(inOrder([...all, fresh]).map((one) => one.id)).toEqual(['0101', '0102', '0103', '0201']);
});

const rule = (id: string): Rule => ({ id, title: id, condition: 'true', outcome: { personDecides: false } });

test('a rule moves by one place and never out of the list; a new one has an id of its own', () => {
  const rules = [rule('a'), rule('b'), rule('rule-1')];
  expect(moved(rules, 1, -1).map((one) => one.id)).toEqual(['b', 'a', 'rule-1']);
  expect(moved(rules, 0, -1)).toBe(rules);
  expect(moved(rules, 2, 1)).toBe(rules);
  expect(withOneMore(rules, 0).map((one) => one.id)).toEqual(['a', 'rule-2', 'b', 'rule-1']);
});

test('an outcome says only what differs from the category', () => {
  expect(whole({ personDecides: true, level: undefined, lead: '', helpers: null, fieldCheck: false })).toEqual({ personDecides: true, fieldCheck: false });
  expect(namesIn('消防、公安, 环卫')).toEqual(['消防', '公安', '环卫']);
  expect(namesIn(' ')).toBeUndefined();
});

test('findings are those of the thing itself or of a place within it', () => {
  const findings = ['rule a', 'rule ab', 'rule a condition', 'category a'].map((where) => ({ where, words: '', wordsZh: '' }));
  expect(findingsOf(findings, 'rule', 'a').map((one) => one.where)).toEqual(['rule a', 'rule a condition']);
});

test('the last version of a formula is shown, its faults have a place in the text, its months are the district’s', () => {
  const edition = (id: string, version: number) => ({ formula: { id, zh: id, en: id, level: null, lines: [] }, version, from: '2026-11', activatedAt: '', by: '' }) as Edition;
  const all = { editions: [edition('streets', 1), edition('streets', 2)], drafts: [{ formula: { id: 'new', zh: '', en: '' }, revision: 1, at: '', by: '' }], figures: [] };
  expect(idsOf(all)).toEqual(['streets', 'new']);
  expect(lastOf(all, 'streets')?.version).toBe(2);
  expect(bodyOf(edition('streets', 1).formula)).toEqual({ zh: 'streets', en: 'streets', lines: [] });
  expect(fieldOf('lines[2].deductions[0].per@7')).toBe('lines.2.deductions.0.per');
  expect(monthOf(Date.parse('2026-11-30T17:00:00Z'))).toBe('2026-12');
});

test('why a letter is dead is said in words, with what it is about', () => {
  expect(reasonOf('unknown event type io.wangge.case.opened.v9')).toEqual({ word: 'unknownType', facts: { type: 'io.wangge.case.opened.v9' } });
  expect(reasonOf('body of io.wangge.case.opened.v1 lacks after.state')).toEqual({ word: 'lacks', facts: { type: 'io.wangge.case.opened.v1', field: 'after.state' } });
  expect(reasonOf('no-such-case')).toEqual({ word: 'noCase', facts: {} });
  expect(reasonOf('cannot-be-opened: NullPointerException')?.facts).toEqual({ failure: 'NullPointerException' });
  expect(reasonOf('something that a newer service says')).toBeNull();
});

test('every reason of a dead letter has its words', () => {
  const { causes } = administrationWords['zh-CN'].administration.letters;
  for (const cause of ['unknown event type x', 'body of x lacks y', 'body of x cannot be read', 'attribute subject is missing', 'id is not stream/sequence', 'not a CloudEvent: OTHER', 'not-a-notice', 'no-such-case', 'unknown-report', 'cannot-be-stored', 'cannot-be-opened: x']) {
    const { word, facts } = reasonOf(cause)!;
    const said = causes[word as keyof typeof causes];
    for (const name of Object.keys(facts)) expect(said, cause).toContain(`{${name}}`);
    expect(said, cause).toBeTruthy();
  }
});

test('dead letters are sent in parts that a service takes', () => {
  expect(inParts(Array.from({ length: 401 }, String)).map((part) => part.length)).toEqual([200, 200, 1]);
  expect(inParts([])).toEqual([]);
});

test('values of fields are told in a line', () => {
  expect(briefly({ amount: 4, unit: 'WORK_HOUR' })).toBe('4 WORK_HOUR');
  expect(briefly(['消防', '公安'])).toBe('消防, 公安');
  expect(briefly({ a: 1 })).toBe('{"a":1}');
  expect(briefly('x'.repeat(500))).toMatch(/… \(500\)$/);
});
