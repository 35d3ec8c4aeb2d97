import type { Entry } from './case';

/** The texts, grades and decisions of an entry, in words; `t` looks up words of this room. */
export function wordsOf(entry: Entry, t: (key: string, facts?: Record<string, unknown>) => string, unitName: (id: string) => string = (id) => id): string[] {
  const data = entry.what ?? {};
  const words: string[] = [];
  const to = givenTo(entry);
  if (to) words.push(`→ ${unitName(to)}`);
  if (data.mode === 'VISIT') words.push(t('casefile.entry.visit'));
  // A case opens with the words of its report, which stand in the entry before.
  const keys = kindOf(entry) === 'case.opened' ? [] : ['text', 'findings', 'conclusion', 'safety', 'reason', 'opinion', 'tried', 'what', 'comment'];
  for (const key of keys) {
    const said = plain(data[key], t);
    if (said && !(key === 'reason' && CLOSED.has(said))) words.push(said);
  }
  if (typeof data.grade === 'string') words.push(t('casefile.entry.grade', { grade: t(`casefile.grade.${data.grade}`) }));
  if (typeof data.reason === 'string' && CLOSED.has(data.reason)) words.push(t(`casefile.closedAs.${data.reason}`));
  if (typeof data.passed === 'boolean') words.push(t(data.passed ? 'casefile.options.inOrder' : 'casefile.options.notInOrder'));
  if (typeof data.unitAtFault === 'boolean') words.push(t(data.unitAtFault ? 'casefile.entry.atFault' : 'casefile.entry.notAtFault'));
  if (typeof data.granted === 'boolean') words.push(t(data.granted ? 'casefile.entry.granted' : 'casefile.entry.notGranted'));
  if (data.decision === 'CLOSE' || data.decision === 'REWORK') words.push(t(data.decision === 'CLOSE' ? 'casefile.options.close' : 'casefile.options.rework'));
  if (kindOf(entry) === 'case.supervised' && typeof data.level === 'string') words.push(t(`casefile.supervision.${data.level}`));
  if (kindOf(entry) === 'case.limit-step-reached') words.push(t('casefile.entry.step', { percent: data.percent }));
  words.push(...ofMerging(kindOf(entry), data, t));
  if (typeof data.amount === 'number' && typeof data.unit === 'string') words.push(`${data.amount} ${t(`casefile.limit.${data.unit}`)}`);
  if (Array.isArray(data.attachmentIds) && data.attachmentIds.length > 0) words.push(t('casefile.entry.photos', { n: data.attachmentIds.length }));
  return words;
}

/** 并案: a superior's order comes along with its number, and its limit where that is shorter. */
function ofMerging(kind: string, data: Record<string, unknown>, t: (key: string, facts?: Record<string, unknown>) => string): string[] {
  const number = (data.order as { number?: unknown } | undefined)?.number;
  if (kind === 'case.case-joined' && typeof number === 'string') return [t('casefile.entry.order', { number }), ...(data.dueAt ? [t('casefile.entry.orderDecides')] : [])];
  return kind === 'case.case-parted' && data.dueAt ? [t('casefile.entry.ownDue')] : [];
}

/** The unit that has the case from this entry on, or a task of it. */
function givenTo(entry: Entry): string | undefined {
  const hold = entry.what?.hold as { unitId?: unknown } | undefined;
  const id = kindOf(entry) === 'case.helper-named' ? entry.what?.unitId : GIVES.has(kindOf(entry)) ? hold?.unitId : undefined;
  return typeof id === 'string' ? id : undefined;
}

const GIVES = new Set(['case.dispatched', 'case.escalated', 'case.handed-down', 'case.moved-up-by-time', 'case.reworked', 'case.reopened', 'case.taken-to-hard-case-desk']);
const CLOSED = new Set(['SATISFIED', 'CHECKED', 'UNCONFIRMED', 'UNREACHABLE', 'DECIDED']);

/** `io.wangge.case.opened.v1` → case.opened. */
export function kindOf(entry: Pick<Entry, 'type'>): string {
  return (entry.type ?? '').replace(/^io\.wangge\./, '').replace(/\.v\d+$/, '');
}

/** Who did it, as people say it: 望江街道环卫所 谢大勇; 系统 for time and rules. */
export function actorOf(entry: Entry, t: (key: string) => string, english = false): string {
  if (entry.by?.kind === 'SYSTEM') return t('casefile.entry.system');
  const who = entry.by?.name ?? (entry.by?.kind === 'RESIDENT' ? t('casefile.entry.resident') : (entry.by?.id ?? ''));
  const unit = (english ? entry.unit?.nameEn : entry.unit?.nameZh) ?? entry.unit?.id ?? '';
  return [unit, who].filter(Boolean).join(' ');
}

/** What only keeps the clock and tells nothing of the work: folded away unless asked for. */
export function isSmall(entry: Entry): boolean {
  const kind = kindOf(entry);
  return kind === 'case.limit-step-reached' || kind === 'case.due-times-set-anew' || kind === 'callback.round-due-anew' || kind === 'audit.contact-revealed';
}

/** Erasable text comes as {value, …}, or without a value when it was erased. */
function plain(said: unknown, t: (key: string) => string): string {
  if (!said) return '';
  if (typeof said === 'string') return said;
  if (typeof said !== 'object') return '';
  const { value, hash } = said as { value?: unknown; hash?: unknown };
  if (typeof value === 'string') return value;
  return hash === undefined ? '' : t('casefile.entry.erased');
}
