import { both, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { matterCard } from './follow.js';
import { guestSignIn } from './guest-signin.js';

/** 我的: what stands behind one's telephone, and what one was told. */
export function aboutView(stage, { door }) {
  const said = h('div', { 'aria-live': 'polite' });
  if (!door.signedIn()) {
    replace(stage, h('h2', {}, both('我的', 'Mine')), guestSignIn(door, () => aboutView(stage, { door })));
    return;
  }
  const list = h('div', { class: 'public' });
  const told = h('ul', { class: 'notices' });
  replace(stage, h('h2', {}, both('我的上报', 'My reports')), said, list, h('h2', {}, both('通知', 'Notices')), told,
    h('button', { type: 'button', onclick: async () => { await door.signOut(); aboutView(stage, { door }); } }, both('退出', 'Sign out')));
  load();

  async function load() {
    const own = await attempt(said, null, () => door.api.get('/api/v1/public/reports'));
    if (!own) {
      door.forget();
      return;
    }
    replace(list, own.items.length === 0 ? h('p', { class: 'hint' }, both('还没有', 'None yet')) : own.items.map((matter) => matterCard(matter, door)));
    const notices = await attempt(said, null, () => door.api.get('/api/v1/public/notices'));
    replace(told, (notices?.items ?? []).map((notice) => h('li', { class: 'matter' },
      h('strong', {}, both(notice.title.zh, notice.title.en)), h('span', {}, both(notice.text.zh, notice.text.en)),
      notice.link ? h('a', { href: notice.link }, both('打开', 'Open')) : null)));
  }
}
