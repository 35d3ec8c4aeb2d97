import { describe, expect, it } from 'vitest';
import { caseIn, provenUntil, streamKind } from '../../src/desk/audit/chain';

describe('the chain', () => {
  it('is proven until an hour of today, or a day with its hour', () => {
    const now = Date.parse('2026-11-23T15:00:00+08:00');
    expect(provenUntil({ checkedAt: '2026-11-23T14:32:10+08:00' }, now, 'zh-CN')).toBe('14:32');
    expect(provenUntil({ checkedAt: '2026-11-21T14:32:10+08:00' }, now, 'zh-CN')).toContain('11');
    expect(provenUntil({ checkedAt: '2026-11-22T16:10:00Z' }, now, 'en')).toBe('00:10');
  });

  it('leads from what is broken to its case, where it has one', () => {
    expect(caseIn('case/0193f3a0-0000-7000-8000-000000000001/3')).toBe('0193f3a0-0000-7000-8000-000000000001');
    expect(caseIn('seal/7')).toBeNull();
    expect(caseIn(undefined)).toBeNull();
    expect(streamKind('case/0193f3a0')).toBe('case');
  });
});
