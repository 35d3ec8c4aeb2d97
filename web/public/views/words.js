import { both, h } from '../dom.js';
import { remaining } from '../time.js';

const STATES = {
  PENDING_DISPATCH: ['待派遣', 'To dispatch'],
  PENDING_ACCEPTANCE: ['待受理', 'To accept'],
  IN_PROGRESS: ['处置中', 'In progress'],
  PENDING_CALLBACK: ['待回访', 'Callback'],
  PENDING_DECISION: ['待裁定', 'To decide'],
  CLOSED: ['结案', 'Closed'],
};

/** The state of a case, or of the case of a report. */
export function stateOf(thing) {
  const said = thing.case ?? thing;
  const code = said.state ?? said.caseState;
  const [zh, en] = STATES[code] ?? [said.stateZh ?? '已收到', 'Received'];
  return both(zh, en);
}

/** The next moment that matters for whoever holds it: acceptance first, then handling, then the case itself. */
export function nextDue(theCase) {
  const hold = theCase.hold ?? {};
  if (theCase.state === 'CLOSED') return null;
  if (theCase.state === 'PENDING_ACCEPTANCE') return hold.acceptanceDueAt ?? theCase.dueAt;
  if (theCase.state === 'IN_PROGRESS') return hold.handlingDueAt ?? theCase.dueAt;
  return theCase.stateDueAt ?? theCase.deskDueAt ?? theCase.callbackDueAt ?? theCase.dueAt;
}

/** The time left, as the block that stands at the side of each line. */
export function dueBlock(dueAt, now = Date.now()) {
  const left = remaining(dueAt, now);
  if (!left) return h('div', { class: 'due none' });
  return h('div', { class: `due ${left.tone}` }, h('strong', { lang: 'zh-CN' }, left.zh), h('span', { lang: 'en', class: 'en' }, left.en));
}

export function categoryOf(theCase) {
  const c = theCase.category;
  if (!c) return both('未定类别', 'No category');
  return typeof c === 'string' ? c : both(c.subclassZh ?? c.code, c.subclassEn);
}
