import { expect, test } from 'vitest';
import type { CaseView, Entry } from '../../src/desk/casefile/case';
import { COMMANDS, asked, commandBody, commandOf, missing, offers } from '../../src/desk/casefile/commands';
import { actorOf, isSmall, wordsOf } from '../../src/desk/casefile/entries';
import { askedOf, askingEntry, textOf, verdictBody } from '../../src/desk/approvals/asked';
import { bulkBody, leftOver } from '../../src/desk/inbox/bulk';
import { fromAddress, narrowings, toAddress, toQuery } from '../../src/desk/inbox/filter';
import { partsOf, sheetsOf } from '../../src/desk/print/sheets';
import { isForThePage } from '../../src/look/shortcuts';

const command = (type: string) => commandOf(type)!;

/** Every `type` that docs/api.md and CommandRequest name. */
const ALL = ['accept', 'return', 'escalate', 'hand-down', 'complete', 'answer-criticism', 'dispatch', 'decide', 'comment', 'dismiss-duplicate', 'take-to-hard-case-desk', 'confirm', 'check', 'record-measure', 'decide-escalation', 'skip-level', 'ask-extension', 'decide-extension', 'ask-suspension', 'decide-suspension', 'resume', 'name-helper', 'end-task', 'supervise', 'reply', 'name-sponsor', 'record-conference', 'cancel', 'refer-outside', 'merge', 'undo-merge', 'reopen'];

test('each command of the service has its form', () => {
  expect(COMMANDS.map((one) => one.type).sort()).toEqual([...ALL].sort());
});

test('answers become what the service asks for', () => {
  expect(commandBody('i', command('ask-suspension'), { cause: 'season', text: '围挡', until: '2026-12-01' }, null)).toEqual({ id: 'i', type: 'ask-suspension', cause: 'season', text: '围挡', until: '2026-12-01T08:00:00+08:00' });
  expect(commandBody('i', command('record-conference'), { parties: '城管、环卫\n社区', text: '联合整治' }, null)).toEqual({ id: 'i', type: 'record-conference', parties: ['城管', '环卫', '社区'], text: '联合整治' });
  expect(commandBody('i', command('ask-extension'), { amount: '2', reason: '缺料' }, null)).toEqual({ id: 'i', type: 'ask-extension', amount: 2, reason: '缺料' });
  expect(commandBody('i', command('decide-extension'), { approve: 'false', reason: '抓紧' }, null)).toMatchObject({ approve: false });
  expect(commandBody('i', command('complete'), { text: '已清' }, null, ['p1'])).toEqual({ id: 'i', type: 'complete', text: '已清', attachmentIds: ['p1'] });
  expect(commandBody('i', command('dispatch'), { unitId: 'u', category: '' }, null)).toEqual({ id: 'i', type: 'dispatch', unitId: 'u' });
});

test('a question stands only when it means something', () => {
  const returned = { proceedings: { returnToJudge: true } } as CaseView;
  expect(asked(command('dispatch'), {}, returned).map((ask) => ask.name)).toContain('returnJustified');
  expect(asked(command('dispatch'), {}, { proceedings: { returnToJudge: false } } as CaseView).map((ask) => ask.name)).not.toContain('returnJustified');
  expect(missing(command('confirm'), { filed: 'false', text: '看过' }, returned)?.name).toBe('reason');
  expect(missing(command('confirm'), { filed: 'true', text: '看过' }, returned)).toBeUndefined();
  expect(missing(command('return'), { reason: '   ' }, returned)?.name).toBe('reason');
});

test('what the service does not speak of is not offered', () => {
  expect(offers([{ type: 'accept', zh: '受理', en: 'Accept', allowed: true }, { type: 'from-the-future', zh: '', en: '', allowed: true }]).map((offer) => offer.type)).toEqual(['accept']);
});

test('a bulk carries the version of each case, and keeps chosen what was not done', () => {
  expect(bulkBody('i', command('accept'), {}, [{ id: 'a', version: 2 }, { id: 'b', version: 7 }])).toEqual({ id: 'i', type: 'accept', items: [{ caseId: 'a', version: 2 }, { caseId: 'b', version: 7 }] });
  expect([...leftOver({ id: 'i', done: 1, refused: 1, items: [{ caseId: 'a', done: true }, { caseId: 'b', done: false }] })]).toEqual(['b']);
});

test('a filter stands in the address and comes out of it again', () => {
  const filter = fromAddress({ tab: 'all', q: '垃圾', state: 'IN_PROGRESS,SUSPENDED', overdue: 'true', dueFrom: '2026-11-01', dueTo: 'soon' });
  expect(filter).toMatchObject({ tab: 'all', q: '垃圾', state: ['IN_PROGRESS', 'SUSPENDED'], overdue: true, dueFrom: '2026-11-01', dueTo: '' });
  expect(fromAddress(toAddress(filter))).toEqual(filter);
  expect(toAddress(fromAddress({}))).toEqual({});
  expect(narrowings(filter)).toBe(3);
});

test('numbers are looked up, words searched for, and days end at midnight of the district', () => {
  const query = (q: string) => toQuery({ ...fromAddress({}), q }, 'me');
  expect(query(' 990100001-20261123-0004 ')).toEqual({ tab: 'inbox', caseNumber: '990100001-20261123-0004' });
  expect(query('261123-0004')).toEqual({ tab: 'inbox', trackingNumber: '261123-0004' });
  expect(query('江滨苑 垃圾')).toEqual({ tab: 'inbox', text: '江滨苑 垃圾' });
  expect(toQuery({ ...fromAddress({ dueFrom: '2026-11-30', dueTo: '2026-11-30' }), mine: true }, 'me')).toEqual({ tab: 'inbox', dueAfter: '2026-11-30T00:00:00+08:00', dueBefore: '2026-12-01T00:00:00+08:00', person: 'me' });
});

const asking = (proceedings: unknown) => ({ proceedings }) as CaseView;
test('a leader is shown what waits for his word, a dispatcher what waits for hers', () => {
  const both = asking({ escalation: { reason: '', tried: '' }, extensions: { granted: 0, asked: { amount: 1, unit: 'WORKDAY', endorsed: true } }, suspension: { status: 'ASKED' } });
  expect(askedOf(both, ['LEADER'])).toEqual(['escalation', 'suspension', 'extension']);
  expect(askedOf(both, ['DISPATCHER'])).toEqual([]);
  const first = asking({ extensions: { granted: 0, asked: { amount: 1, unit: 'WORKDAY', endorsed: false } }, suspension: { status: 'RUNNING' } });
  expect(askedOf(first, ['DISPATCHER'])).toEqual(['extension']);
  expect(askedOf(first, ['LEADER'])).toEqual([]);
  expect(verdictBody('i', 'suspension', true, ' 同意 ')).toEqual({ id: 'i', type: 'decide-suspension', approve: true, reason: '同意' });
});

test('the reason is that of the last time it was asked, and an erased one is empty', () => {
  const entries = [1, 2].map((n) => ({ id: `case/c/${n}`, seq: n, type: 'io.wangge.case.extension-asked.v1', time: '', what: { reason: `第${n}次` } }) as Entry);
  expect(textOf(askingEntry(entries, 'extension'), 'reason')).toBe('第2次');
  expect(textOf({ what: { safety: { hash: 'h', value: '围挡' } } } as unknown as Entry, 'safety')).toBe('围挡');
  expect(textOf({ what: { safety: { hash: 'h', erased: true } } } as unknown as Entry, 'safety')).toBe('');
});

const t = (key: string, facts?: Record<string, unknown>) => (facts ? `${key}:${Object.values(facts).join()}` : key);
test('an entry is told in words, an erased text as erased, and reminders are small', () => {
  const completed = { type: 'io.wangge.case.completed.v1', what: { text: { hash: 'h', value: '已清运' }, attachmentIds: ['a', 'b'] } } as unknown as Entry;
  expect(wordsOf(completed, t)).toEqual(['已清运', 'casefile.entry.photos:2']);
  expect(wordsOf({ type: 'io.wangge.case.commented.v1', what: { text: { hash: 'h', erased: true } } } as unknown as Entry, t)).toEqual(['casefile.entry.erased']);
  expect(wordsOf({ type: 'io.wangge.case.closed.v1', what: { reason: 'SATISFIED', grade: 'FAIR' } } as unknown as Entry, t)).toEqual(['casefile.entry.grade:casefile.grade.FAIR', 'casefile.closedAs.SATISFIED']);
  expect(actorOf({ by: { kind: 'STAFF', name: '谢大勇' }, unit: { id: 'u', nameZh: '环卫所', nameEn: 'Sanitation' } } as Entry, t)).toBe('环卫所 谢大勇');
  expect(actorOf({ by: { kind: 'SYSTEM' } } as Entry, t)).toBe('casefile.entry.system');
  expect(isSmall({ type: 'io.wangge.case.limit-step-reached.v1' } as Entry)).toBe(true);
});

test('an order that came with a merged case is named, and whether its limit counts', () => {
  const joined = (what: object) => wordsOf({ type: 'io.wangge.case.case-joined.v1', what: { caseId: 'c', residentIds: [], ...what } } as unknown as Entry, t);
  expect(joined({ order: { number: '12345-7', answerBy: 'x' }, dueAt: 'x' })).toEqual(['casefile.entry.order:12345-7', 'casefile.entry.orderDecides']);
  expect(joined({ order: { number: '12345-7', answerBy: 'x' } })).toEqual(['casefile.entry.order:12345-7']);
  expect(joined({})).toEqual([]);
  expect(wordsOf({ type: 'io.wangge.case.case-parted.v1', what: { caseId: 'c', dueAt: 'x' } } as unknown as Entry, t)).toEqual(['casefile.entry.ownDue']);
});

test('sheets hold what fits, a heading never ends one, and what is too high has one of its own', () => {
  const block = (height: number, withNext = false) => ({ height, withNext });
  expect(sheetsOf([block(40), block(40), block(10, true), block(20), block(10)], 100)).toEqual([[0, 1], [2, 3, 4]]);
  expect(sheetsOf([block(30), block(250), block(30)], 100)).toEqual([[0], [1], [2]]);
  expect(sheetsOf([block(10, true)], 100)).toEqual([[0]]);
  expect(sheetsOf([], 100)).toEqual([]);
});

test('shortcuts are silent in fields, with Ctrl, and while an input method composes', () => {
  const body = { tagName: 'BODY' };
  expect(isForThePage({ key: 'a', target: body })).toBe(true);
  expect(isForThePage({ key: 'a', target: body, isComposing: true })).toBe(false);
  expect(isForThePage({ key: 'a', target: body, keyCode: 229 })).toBe(false);
  expect(isForThePage({ key: 'a', target: body, ctrlKey: true })).toBe(false);
  expect(isForThePage({ key: 'a', target: { tagName: 'TEXTAREA' } })).toBe(false);
  expect(isForThePage({ key: 'a', target: { tagName: 'INPUT', type: 'search' } })).toBe(false);
  expect(isForThePage({ key: 'x', target: { tagName: 'INPUT', type: 'checkbox' } })).toBe(true);
});

test('a text of four thousand characters is parted so that each part stands on a sheet, and nothing of it is lost', () => {
  const family = '👨‍👩‍👧‍👦';
  const texts = ['井盖缺失，请尽快处理。'.repeat(400), '没有标点的长句'.repeat(600), family.repeat(900), '一\n'.repeat(2000), 'The lamp is dark. It was mended twice. '.repeat(110), '短', ''];
  for (const text of texts) {
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(part.split('\n').length).toBeLessThanOrEqual(17);
  }
  expect(partsOf(texts[0]!).every((part) => part.endsWith('。'))).toBe(true);
  expect(partsOf(texts[2]!).every((part) => part.startsWith('👨') && part.endsWith('👦'))).toBe(true);
  expect(partsOf(texts[5]!)).toEqual(['短']);
  expect(partsOf('')).toEqual([]);
});
