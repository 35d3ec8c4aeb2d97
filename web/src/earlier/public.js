import { both, h, replace } from './dom.js';
import { guest } from './guest.js';
import { aboutView } from './views/about.js';
import { followView } from './views/follow.js';
import { guestReportView } from './views/guest-report.js';

/** 居民随手报: report without an account, follow by number, suggest, criticise. */
const ROOMS = [
  ['report', '我要反映', 'Report'],
  ['suggest', '意见箱', 'Suggestion box'],
  ['criticise', '有奖批评', 'Rewarded criticism'],
  ['track', '查进度', 'Follow'],
  ['mine', '我的', 'Mine'],
];
const VIEWS = { report: guestReportView, suggest: guestReportView, criticise: guestReportView, track: followView, mine: aboutView };

const root = document.getElementById('app');
const door = guest();

function address() {
  const [room, id] = location.hash.replace(/^#\//, '').split('/');
  return [VIEWS[room] ? room : 'report', id ? decodeURIComponent(id) : null];
}

function show() {
  const [room, id] = address();
  const stage = h('main', { id: 'stage', class: 'public', tabindex: '-1' });
  replace(root,
    h('header', { class: 'public' }, h('h1', {}, both('居民随手报', 'Report and follow')),
      h('nav', { 'aria-label': '栏目 Rooms' }, ROOMS.map(([name, zh, en]) =>
        h('a', { href: `#/${name}`, 'aria-current': name === room ? 'page' : null }, both(zh, en))))),
    stage);
  VIEWS[room](stage, { door, room, id });
}

window.addEventListener('hashchange', show);
show();
