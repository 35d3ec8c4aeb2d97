import type { Limit } from '../fields/limits';

export interface Category {
  id: string; version?: number; itemKind: string; classZh: string; subclassZh: string; classEn: string; subclassEn: string; scale: string; usualLevel: string; leadKind: string;
  acceptance: Limit; handling: Limit; confirmFirst: boolean; fieldCheck: boolean; mediationFirst: boolean; filingCondition: string; closingCondition: string; retired: boolean;
  mayNotLeave?: boolean | null; effortWaived?: boolean | null; rewardedCriticism?: boolean | null;
}

export const ITEM_KINDS = ['EVENT', 'ASSET', 'DISPUTE', 'SERVICE', 'CONDUCT', 'OPINION'];
export const FLAGS = ['confirmFirst', 'fieldCheck', 'mediationFirst', 'mayNotLeave', 'effortWaived', 'rewardedCriticism', 'retired'] as const;

/** Those whose code or names hold all the words, of one class if named. */
export function matching(all: Category[], typed: string, ofClass: string): Category[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((one) => (!ofClass || one.id.slice(0, 2) === ofClass)
    && words.every((word) => `${one.id} ${one.classZh} ${one.subclassZh} ${one.classEn} ${one.subclassEn} ${one.leadKind}`.toLowerCase().includes(word)));
}

/** A new one of the class of `like`, with the next free code there; the table stays in the order of the codes. */
export function oneMore(all: Category[], like: Category | undefined): Category {
  const prefix = like?.id.slice(0, 2) ?? '01';
  const taken = new Set(all.map((one) => one.id));
  let number = 1;
  while (taken.has(prefix + String(number).padStart(2, '0')) && number < 99) number++;
  return {
    id: prefix + String(number).padStart(2, '0'), itemKind: like?.itemKind ?? 'EVENT', classZh: like?.classZh ?? '', subclassZh: '', classEn: like?.classEn ?? '', subclassEn: '',
    scale: like?.scale ?? 'small', usualLevel: like?.usualLevel ?? 'COMMUNITY', leadKind: like?.leadKind ?? '', acceptance: like?.acceptance ?? { amount: 1, unit: 'WORK_HOUR' }, handling: like?.handling ?? { amount: 1, unit: 'WORKDAY' },
    confirmFirst: like?.confirmFirst ?? false, fieldCheck: like?.fieldCheck ?? false, mediationFirst: false, filingCondition: '', closingCondition: '', retired: false,
  };
}

export function inOrder(all: Category[]): Category[] {
  return [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
