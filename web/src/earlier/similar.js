import { both, h, replace } from './dom.js';

/** While somebody types nothing is asked; a moment later it is. */
const PAUSE = 700;
/** Before that a text says too little to be compared. */
const LEAST_CHARACTERS = 4;

/** What is asked: only where something can be compared. Null when there is too little. */
export function question(draft) {
  const text = draft.text.trim();
  const placed = draft.location || draft.gridCode;
  if (!placed || (!draft.category && text.length < LEAST_CHARACTERS)) return null;
  const body = { id: draft.id, text };
  if (draft.category) body.category = draft.category;
  if (draft.location) body.location = { type: 'Point', coordinates: draft.location };
  if (draft.gridCode) body.gridCode = draft.gridCode;
  return body;
}

/** Whom the outcome is told: only what was given. */
export function followBody(draft) {
  const body = { id: draft.id };
  if (draft.text.trim()) body.text = draft.text.trim();
  const name = draft.residentName.trim();
  const phone = draft.residentPhone.trim();
  if (name || phone) body.resident = { ...(name && { name }), ...(phone && { phone }) };
  return body;
}

/**
 * What was reported here already, and what category a text seems to be of: asked while it is written, a help and never in
 * the way. What cannot be had is not shown.
 */
export function helpAtEntry(api, { draft, onFollowed, onSuggested }) {
  const element = h('section', { class: 'similar', 'aria-live': 'polite' });
  let timer = null;
  let asked = '';

  async function look() {
    const now = draft();
    const body = question(now);
    const text = now.text.trim();
    const key = JSON.stringify([body, text]);
    if (key === asked) return;
    asked = key;
    const [similar, suggested] = await Promise.all([
      body ? api.post('/api/v1/reports/similar', body).catch(() => null) : null,
      text.length >= LEAST_CHARACTERS ? api.post('/api/v1/categories/suggestions', { text }).catch(() => null) : null,
    ]);
    // Somebody went on writing meanwhile.
    if (key !== asked) return;
    show(similar?.items ?? []);
    onSuggested(suggested ?? { items: [] });
  }

  function show(items) {
    if (items.length === 0) {
      element.replaceChildren();
      return;
    }
    replace(element,
      h('h3', {}, both('附近已有人报过', 'Already reported nearby')),
      h('ul', {}, items.map((item) => h('li', {},
        h('span', { class: 'num' }, item.trackingNumber), ` ${distance(item)} · ${ago(item.minutesApart)} `,
        h('span', { class: 'hint' }, item.text), ' ',
        h('button', { type: 'button', onclick: () => follow(item) }, both('就是它，关注进展', 'Same: follow it')), ' ',
        h('button', { type: 'button', class: 'quiet', onclick: () => dismiss(item) }, both('不是同一件', 'Not the same'))))));
  }

  async function follow(item) {
    try {
      const follower = await api.post(`/api/v1/reports/${encodeURIComponent(item.reportId)}/followers`, followBody(draft()));
      element.replaceChildren();
      onFollowed(follower, item);
    } catch (problem) {
      element.append(h('p', { class: 'hint', role: 'alert' }, problem.message));
    }
  }

  async function dismiss(item) {
    await api.post(`/api/v1/reports/${encodeURIComponent(item.reportId)}/dismissals`, { reportId: draft().id }).catch(() => null);
    asked = '';
    await look();
  }

  return {
    element,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    },
    clear() {
      clearTimeout(timer);
      asked = '';
      element.replaceChildren();
    },
  };
}

export function distance(item) {
  return item.metres === undefined || item.metres === null ? '同一网格' : `${item.metres} 米`;
}

export function ago(minutes) {
  return minutes < 60 ? `${minutes} 分钟前` : `${Math.round(minutes / 60)} 小时前`;
}
