import { expect, test } from 'vitest';
import { reactive } from 'vue';
import { beginsToRing, filing, following, inOrder, type Call } from '../../src/desk/hotline/call';
import { draftFor, startAnew } from '../../src/desk/hotline/desk';
import { blankDraft } from '../../src/desk/entry/draft';

const call = (id: string, state: Call['state'], rangAt: string): Call => ({ id, state, rangAt, line: { number: '8800', nameZh: '', nameEn: '' }, personKnown: false, reportIds: [], transfers: [] });

test('what rings comes first, then the newest', () => {
  const calls = [call('old', 'ENDED', '2026-03-05T08:00:00Z'), call('new', 'ANSWERED', '2026-03-05T09:00:00Z'), call('rings', 'RINGING', '2026-03-05T07:00:00Z')];
  expect(inOrder(calls).map((one) => one.id)).toEqual(['rings', 'new', 'old']);
});

test('a call pops up once, when it begins to ring', () => {
  const rings = call('a', 'RINGING', '');
  expect(beginsToRing(rings, undefined)).toBe(true);
  expect(beginsToRing(rings, rings)).toBe(false);
  expect(beginsToRing(call('a', 'ANSWERED', ''), rings)).toBe(false);
});

test('from a call nobody types a number; without one the number that was looked up stands behind the report', () => {
  const draft = { ...blankDraft(), id: 'i', text: '路灯不亮', nature: 'HELP' };
  expect(filing({ callId: 'c/1' }, draft)).toEqual({ path: '/api/v1/calls/c%2F1/reports', body: { id: 'i', text: '路灯不亮', nature: 'HELP', urgency: 'NORMAL' } });
  expect(filing({ phone: '13800001234' }, { ...draft, residentName: '周女士' })).toEqual({
    path: '/api/v1/reports', body: { id: 'i', text: '路灯不亮', nature: 'HELP', urgency: 'NORMAL', channel: 'HOTLINE', resident: { name: '周女士', phone: '13800001234' } },
  });
  expect(filing({ phone: '13800001234' }, { ...draft, residentPhone: '057112345' }).body.resident).toEqual({ phone: '057112345' });
});

test('who follows instead of reporting is told the outcome, whether by call or by number', () => {
  const draft = { ...blankDraft(), id: 'i', text: '还没修' };
  expect(following({ callId: 'c' }, draft, 'r')).toEqual({ path: '/api/v1/reports/r/followers', body: { id: 'i', text: '还没修', callId: 'c' } });
  expect(following({ phone: '1' }, draft, 'r').body).toEqual({ id: 'i', text: '还没修', resident: { phone: '1' } });
});

test('what is typed for a call stays while the agent looks at another one, and is nobody else’s', () => {
  draftFor('li', 'a').text = '井盖坏了';
  expect(draftFor('li', 'b').text).toBe('');
  expect(draftFor('li', 'a').text).toBe('井盖坏了');
  expect(draftFor('wang', 'a').text).toBe('');
});

test('the next matter of a call has an id of its own', () => {
  const draft = reactive({ ...blankDraft(), text: 'x', category: '0601' });
  const { id } = draft;
  startAnew(draft);
  expect(draft.id).not.toBe(id);
  expect([draft.text, draft.category, draft.nature]).toEqual(['', null, 'HELP']);
});
