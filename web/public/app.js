import { createApi } from './api.js';
import { both, h, replace } from './dom.js';
import { homeFor, roomsFor } from './roles.js';
import { reference } from './reference.js';
import { signInView } from './views/signin.js';
import { reportView } from './views/report.js';
import { inboxView } from './views/inbox.js';
import { rateView } from './views/rate.js';
import { callbacksView } from './views/callbacks.js';
import { ledgerView } from './views/ledger.js';
import { bulletinsView } from './views/bulletins.js';
import { hotlineView } from './views/hotline.js';
import { ordersView } from './views/orders.js';
import { importsView } from './views/imports.js';
import { noticesView } from './views/notices.js';
import { bell } from './bell.js';

const VIEWS = { report: reportView, inbox: inboxView, callbacks: callbacksView, ledger: ledgerView, bulletins: bulletinsView, hotline: hotlineView, orders: ordersView, imports: importsView, notices: noticesView };
const LANGUAGE = 'wangge.language';
const SIGNED_IN = 'wangge.signed-in';

const root = document.getElementById('app');
let leave = () => {};
let me = null;
let ringing = null;

const api = createApi({
  language: () => localStorage.getItem(LANGUAGE) ?? 'zh-CN',
  onSignedOut: () => showSignIn('signed-out'),
});
const facts = reference(api);

/** Where the address points: `#/inbox/ID` → ['inbox', 'ID']. */
function address() {
  const [room, id] = location.hash.replace(/^#\//, '').split('/');
  return [room, id ? decodeURIComponent(id) : null];
}

function go(room, id) {
  const hash = id ? `#/${room}/${encodeURIComponent(id)}` : `#/${room}`;
  if (location.hash === hash) show();
  else location.hash = hash;
}

function showSignIn(why) {
  leave();
  leave = () => {};
  me = null;
  ringing?.stop();
  ringing = null;
  localStorage.removeItem(SIGNED_IN);
  signInView(root, { api, why, onSignedIn: enter, language: languageSwitch() });
}

async function enter() {
  me = await api.get('/api/v1/me');
  me.roleCodes = me.roles.map((role) => role.role);
  localStorage.setItem(SIGNED_IN, 'yes');
  facts.forget();
  ringing?.stop();
  ringing = bell(api);
  const rooms = roomsFor(me.roleCodes).map((room) => room.id);
  if (!rooms.includes(address()[0]) && address()[0] !== 'notices') history.replaceState(null, '', `#/${homeFor(me.roleCodes)}`);
  show();
}

function show() {
  if (!me) return;
  leave();
  const [room, id] = address();
  const view = VIEWS[room] ? room : homeFor(me.roleCodes);
  const stage = h('main', { id: 'stage', class: `stage stage-${view}`, tabindex: '-1' });
  replace(root, masthead(view), stage, rooms(view));
  leave = VIEWS[view](stage, { api, me, facts, id, go, bell: ringing }) ?? (() => {});
}

function masthead(view) {
  const first = me.roles[0];
  const units = me.roles.flatMap((role) => role.units);
  return h('header', { class: 'masthead' },
    h('a', { class: 'wordmark', href: `#/${homeFor(me.roleCodes)}`, 'aria-label': '网格 Wangge' },
      h('span', { class: 'seal', 'aria-hidden': 'true' }, '网格')),
    h('div', { class: 'whoami' },
      h('strong', {}, units[0]?.nameZh ?? '', units.length > 1 ? ` 等 ${new Set(units.map((u) => u.id)).size} 处` : ''),
      h('span', {}, `${first?.nameZh ?? ''} ${me.name}`)),
    rooms(view, 'wide'),
    h('div', { class: 'corner' },
      ringing.element,
      languageSwitch(),
      h('button', { type: 'button', class: 'quiet', onclick: signOut }, both('退出', 'Sign out'))));
}

function rooms(view, kind = 'narrow') {
  return h('nav', { class: `rooms ${kind}`, 'aria-label': kind === 'wide' ? '房间 Rooms' : '底部房间 Rooms' },
    roomsFor(me.roleCodes).map((room) =>
      h('a', { href: `#/${room.id}`, 'aria-current': room.id === view ? 'page' : null }, both(room.zh, room.en))));
}

/** The language of problems and reasons, which the services write; labels are in both anyway. */
function languageSwitch() {
  const english = (localStorage.getItem(LANGUAGE) ?? 'zh-CN').startsWith('en');
  return h('button', {
    type: 'button',
    class: 'quiet',
    'aria-label': english ? '提示用中文' : 'Messages in English',
    onclick: (event) => {
      localStorage.setItem(LANGUAGE, english ? 'zh-CN' : 'en');
      event.target.closest('button').replaceWith(languageSwitch());
    },
  }, english ? '中文' : 'EN');
}

async function signOut() {
  try {
    await api.signOut();
  } finally {
    showSignIn();
  }
}

window.addEventListener('hashchange', show);

const [first, token] = address();
if (first === 'rate' && token) {
  await rateView(root, { api, token, language: languageSwitch() });
} else if (localStorage.getItem(SIGNED_IN) && (await api.renew())) {
  await enter().catch(() => showSignIn());
} else {
  showSignIn();
}
