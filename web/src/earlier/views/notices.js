import { both, h, replace } from '../dom.js';
import { attempt } from '../problems.js';

const CHANNELS = [['SMS', '短信', 'Short messages'], ['PUSH', '推送', 'Push'], ['WECHAT', '微信', 'WeChat']];

/** 通知: what the caller and the caller's units are told, newest first. */
export function noticesView(stage, { api, go, bell }) {
  const said = h('div', { 'aria-live': 'polite' });
  const list = h('ol', { class: 'notices', 'aria-label': '通知 Notices' });
  const more = h('div', { class: 'row' });
  const all = h('button', { type: 'button', onclick: () => markRead() }, both('全部标为已读', 'Mark all as read'));
  replace(stage, h('div', { class: 'row' }, h('h2', {}, both('通知', 'Notices')), all), said, list, more, preferences(api));
  load();
  return bell.onNotice((notice) => list.prepend(item(notice)));

  async function load(cursor) {
    const page = await attempt(said, null, () => api.get(`/api/v1/notices${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`));
    if (!page) return;
    if (!cursor) list.replaceChildren();
    list.append(...page.items.map(item));
    if (list.childElementCount === 0) list.append(h('li', { class: 'empty hint' }, both('还没有通知', 'No notices yet')));
    replace(more, page.nextCursor
      ? h('button', { type: 'button', onclick: () => load(page.nextCursor) }, both('更早的', 'Earlier')) : null);
  }

  function item(notice) {
    const open = () => markRead([notice.id]).then(() => notice.caseId && go('inbox', notice.caseId));
    return h('li', { class: notice.read ? 'notice' : 'notice unread', 'data-id': notice.id },
      h('button', { type: 'button', class: 'quiet', onclick: open },
        h('strong', {}, both(notice.title.zh, notice.title.en)),
        h('span', {}, both(notice.text.zh, notice.text.en)),
        h('time', { class: 'hint num', datetime: notice.at }, new Date(notice.at).toLocaleString('zh-CN'))));
  }

  async function markRead(ids) {
    const count = await attempt(said, ids ? null : all, () => api.post('/api/v1/notices/read', ids ? { ids } : {}));
    if (!count) return;
    bell.show(count);
    for (const line of list.querySelectorAll('.unread')) {
      if (!ids || ids.includes(line.dataset.id)) line.classList.remove('unread');
    }
  }
}

/** 偏好: by which ways one is told besides this list. */
function preferences(api) {
  const said = h('div', { 'aria-live': 'polite' });
  const fields = h('div', { class: 'row choices' });
  const box = h('details', { ontoggle: () => box.open && show() }, h('summary', {}, both('通知方式', 'How to be told')), fields, said);

  async function show() {
    const now = await attempt(said, null, () => api.get('/api/v1/notices/preferences'));
    if (!now) return;
    replace(fields, CHANNELS.map(([code, zh, en]) => h('label', { class: 'choice' },
      h('input', { type: 'checkbox', checked: !now.off.includes(code), onchange: (event) => save(now, code, event.target.checked) }),
      both(zh, en))));
  }

  async function save(now, code, on) {
    const off = on ? now.off.filter((other) => other !== code) : [...now.off, code];
    const kept = await attempt(said, null, () => api.put('/api/v1/notices/preferences', { off, muted: now.muted }));
    if (kept) now.off = kept.off;
  }
  return box;
}
