import { both, h, replace } from '../dom.js';
import { stateOf } from './words.js';

/** Which open cases may be the same matter: for whoever may merge this one. Nothing is merged before he says so. */
export async function duplicates(root, context) {
  const { api, caseId, possible, open } = context;
  const merge = possible.find((action) => action.type === 'merge' && action.allowed);
  const dismiss = possible.find((action) => action.type === 'dismiss-duplicate' && action.allowed);
  if (!merge) {
    root.replaceChildren();
    return;
  }
  // A proposal is a help: when it cannot be had, the case is shown without it.
  const found = await api.get(`/api/v1/cases/${encodeURIComponent(caseId)}/duplicates`).catch(() => ({ items: [] }));
  const items = found.items ?? [];
  if (items.length === 0) {
    root.replaceChildren();
    return;
  }
  replace(root,
    h('h3', {}, both('疑似重复', 'Possible duplicates')),
    h('ul', {}, items.map((other) => h('li', {},
      h('a', { class: 'num', href: `#/inbox/${encodeURIComponent(other.caseId)}` }, other.caseNumber),
      ' ', stateOf(other), ` ${other.metres} 米 · ${apart(other.minutesApart)} · 用词 ${other.wording ?? 0}% 相同 `,
      h('span', { class: 'hint' }, other.text),
      ' ',
      h('button', { type: 'button', onclick: () => open(merge, { caseId: other.caseId }) }, both('并入它', 'Merge into it')),
      dismiss ? h('button', { type: 'button', class: 'quiet', onclick: () => open(dismiss, { caseId: other.caseId }) }, both('不是同一件', 'Not the same')) : null))));
}

function apart(minutes) {
  return minutes < 60 ? `相隔 ${minutes} 分钟` : `相隔 ${Math.round(minutes / 60)} 小时`;
}
