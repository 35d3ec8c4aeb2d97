import { expect, test } from 'vitest';
import { blankDraft } from '../../src/desk/entry/draft';
import { keyOf, pathOf, takeInBody } from '../../src/desk/orders/order';

test('an order is found by its issuer and number, whatever stands in them', () => {
  const key = keyOf({ issuer: 'city-12345', number: 'GD 2026/001' });
  expect(pathOf(key)).toBe('/api/v1/orders/city-12345/GD%202026%2F001');
});

test('an order has no id of its own making, and a superior’s limit is said in the district’s time', () => {
  const draft = { ...blankDraft('g1'), text: ' 夜间施工 ', nature: 'COMPLAINT', residentPhone: '1' };
  expect(takeInBody(' city-12345 ', ' GD1 ', '2026-11-25T10:00', draft)).toEqual({
    issuer: 'city-12345', number: 'GD1', answerBy: '2026-11-25T10:00:00+08:00', text: '夜间施工', urgency: 'NORMAL', nature: 'COMPLAINT', gridCode: 'g1', resident: { phone: '1' },
  });
  expect(takeInBody('a', 'b', '', blankDraft())).not.toHaveProperty('answerBy');
});
