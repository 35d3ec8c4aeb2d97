import { both, h } from '../dom.js';
import { remaining } from '../time.js';

const STATES = {
  PENDING_CONFIRMATION: ['待核实', 'To confirm'],
  PENDING_DISPATCH: ['待派遣', 'To dispatch'],
  PENDING_ACCEPTANCE: ['待受理', 'To accept'],
  IN_PROGRESS: ['处置中', 'In progress'],
  SUSPENDED: ['挂账', 'Suspended'],
  PENDING_CHECK: ['待核查', 'To check'],
  PENDING_CALLBACK: ['待回访', 'Callback'],
  PENDING_DECISION: ['待裁定', 'To decide'],
  CLOSED: ['结案', 'Closed'],
  NOT_FILED: ['不予立案', 'Not filed'],
  CANCELLED: ['作废', 'Cancelled'],
  REFERRED_OUTSIDE: ['转外部', 'Referred outside'],
  MERGED: ['并案', 'Merged'],
};

/** The state of a case, or of the case of a report. */
export function stateOf(thing) {
  const said = thing.case ?? thing;
  const code = said.state ?? said.caseState;
  const [zh, en] = STATES[code] ?? [said.stateZh ?? '已收到', 'Received'];
  return both(zh, en);
}

const OVER = new Set(['CLOSED', 'NOT_FILED', 'CANCELLED', 'REFERRED_OUTSIDE', 'MERGED']);

/** When whoever it waits for is due; the case's own due time where that is not said. */
export function nextDue(theCase) {
  if (OVER.has(theCase.state)) return null;
  return theCase.stateDueAt ?? theCase.dueAt;
}

/** The time left, as the block that stands at the side of each line. */
export function dueBlock(dueAt, now = Date.now()) {
  const left = remaining(dueAt, now);
  if (!left) return h('div', { class: 'due none' });
  return h('div', { class: `due ${left.tone}` }, h('strong', { lang: 'zh-CN' }, left.zh), h('span', { lang: 'en', class: 'en' }, left.en));
}

const CLOSED = {
  SATISFIED: ['居民满意', 'Resident satisfied'],
  CHECKED: ['核查通过', 'Checked in the field'],
  UNCONFIRMED: ['未经回访', 'Unconfirmed'],
  UNREACHABLE: ['联系不上居民', 'Resident unreachable'],
  DECIDED: ['裁定结案', 'By decision'],
};

export function closedAs(theCase) {
  const [zh, en] = CLOSED[theCase.closeReason] ?? [theCase.closeReason];
  return both(zh, en);
}

export function categoryOf(theCase) {
  const c = theCase.category;
  if (!c) return both('未定类别', 'No category');
  return typeof c === 'string' ? c : both(c.subclassZh ?? c.code, c.subclassEn);
}
