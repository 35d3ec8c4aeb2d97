import type { CaseView, Entry } from '../casefile/case';
import { kindOf } from '../casefile/entries';

/** What of a case waits for the caller's word. */
export type AskKind = 'escalation' | 'suspension' | 'extension';

/** In the order in which a leader should see to them: one case may wait for more than one word. */
export function askedOf(theCase: CaseView, roles: string[]): AskKind[] {
  const { escalation, suspension, extensions } = theCase.proceedings;
  const kinds: AskKind[] = [];
  const leads = roles.includes('LEADER');
  if (escalation && leads) kinds.push('escalation');
  if (suspension?.status === 'ASKED' && leads) kinds.push('suspension');
  if (extensions.asked && (extensions.asked.endorsed ? leads : roles.includes('DISPATCHER'))) kinds.push('extension');
  return kinds;
}

const COMMAND: Record<AskKind, string> = { escalation: 'decide-escalation', suspension: 'decide-suspension', extension: 'decide-extension' };

export function verdictBody(id: string, kind: AskKind, approve: boolean, reason: string): Record<string, unknown> {
  return { id, type: COMMAND[kind], approve, reason: reason.trim() };
}

const ASKED_BY: Record<AskKind, string> = { escalation: 'case.escalation-asked', suspension: 'case.suspension-asked', extension: 'case.extension-asked' };

/** The last entry in which it was asked: it has the reason, in the asker's own words. */
export function askingEntry(entries: Entry[], kind: AskKind): Entry | undefined {
  return entries.filter((entry) => kindOf(entry) === ASKED_BY[kind]).at(-1);
}

/** A text of an entry, which may have been erased. */
export function textOf(entry: Entry | undefined, name: string): string {
  const said = entry?.what?.[name];
  if (typeof said === 'string') return said;
  const value = (said as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' ? value : '';
}
