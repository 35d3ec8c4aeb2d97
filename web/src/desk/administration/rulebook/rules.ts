import type { Limit } from '../fields/limits';

export interface RuleOutcome {
  level?: string | null; lead?: string | null; personDecides: boolean; helpers?: string[] | null; urgency?: string | null; acceptance?: Limit | null; handling?: Limit | null; confirmFirst?: boolean | null; fieldCheck?: boolean | null;
}
export interface Rule { id: string; title: string; condition: string; outcome: RuleOutcome }

/** Where a matter goes in a trial run. */
export interface Destination { unitId: string; byPerson: boolean; reason: string; ruleId?: string | null; helpers: string[]; orders: { urgency?: string | null; acceptance?: Limit | null; handling?: Limit | null; confirmFirst?: boolean | null; fieldCheck?: boolean | null } }
export interface TrialRun {
  matters: number; changed: number; unmatched: number;
  groups: { today: string; draft: string; count: number }[];
  differences: { caseId: string; caseNumber: string; today: Destination; draft: Destination }[];
}

/** The rule at `from` one place up or down; the same list where there is no such place. */
export function moved(rules: Rule[], from: number, by: -1 | 1): Rule[] {
  const to = from + by;
  if (to < 0 || to >= rules.length) return rules;
  const all = [...rules];
  [all[from], all[to]] = [all[to]!, all[from]!];
  return all;
}

/** A new one behind the rule at `index`, with an id that is not taken. */
export function withOneMore(rules: Rule[], index: number): Rule[] {
  const taken = new Set(rules.map((rule) => rule.id));
  let number = 1;
  while (taken.has(`rule-${number}`)) number++;
  return [...rules.slice(0, index + 1), { id: `rule-${number}`, title: '', condition: 'false', outcome: { personDecides: false } }, ...rules.slice(index + 1)];
}

/** 社区, 环卫 as `helpers`; nothing for none. */
export function namesIn(text: string): string[] | undefined {
  const names = text.split(/[,，、;；\s]+/).filter(Boolean);
  return names.length > 0 ? names : undefined;
}

/** Without what says nothing, as the services write it. */
export function whole(outcome: RuleOutcome): RuleOutcome {
  return { personDecides: outcome.personDecides, ...Object.fromEntries(Object.entries(outcome).filter(([name, value]) => name !== 'personDecides' && value !== null && value !== undefined && value !== '')) };
}
