import { both, h, replace } from '../dom.js';
import { typeOf } from '../entries.js';
import { attempt } from '../problems.js';
import { listOf } from '../reference.js';
import { mayCheckChain } from '../roles.js';
import { eventReader } from '../../api/stream';
import { moment } from '../time.js';
import { chain, verify } from './chain.js';
import { categoryOf, stateOf } from './words.js';

const MOST_LIVE = 12;

/** The ledger: proof of the whole, what happens now, and the line of one case. */
export function ledgerView(stage, context) {
  const { api, me, id, go } = context;
  const said = h('div', { 'aria-live': 'polite' });
  const proof = h('div', { 'aria-live': 'polite' });
  const live = h('ol', { class: 'live', 'aria-label': '实时 Live' });
  const cases = h('ol', { class: 'lines' });
  const file = h('section', { class: 'file entries', 'aria-label': '台账 Ledger of one case' });
  const ended = new AbortController();
  const check = h('button', { type: 'button', class: 'primary', onclick: () => verify(api, proof, check, null) }, both('验证全部台账', 'Verify the whole ledger'));

  replace(stage,
    h('section', { class: 'list', 'aria-label': '台账 Ledger' },
      mayCheckChain(me.roleCodes) ? h('div', { class: 'row' }, check) : null, proof,
      h('h2', {}, both('实时', 'Live')), live,
      h('h2', {}, both('案卷', 'Cases')), said, cases),
    file);
  stage.classList.toggle('open', Boolean(id));

  attempt(said, null, async () => {
    const all = listOf(await api.get('/api/v1/cases?tab=all&limit=50'), 'cases');
    replace(cases, all.map((c) => h('li', { class: 'line', 'aria-current': c.id === id ? 'true' : null },
      h('a', { class: 'line-main', href: `#/ledger/${encodeURIComponent(c.id)}` },
        h('p', { class: 'line-title' }, categoryOf(c)),
        h('p', { class: 'hint' }, h('span', { class: 'state' }, stateOf(c)), ' ', h('span', { class: 'num' }, c.caseNumber ?? ''))))));
  });
  if (id) {
    chain(file, { ...context, caseId: id }).then(() =>
      file.prepend(h('button', { type: 'button', class: 'quiet back', onclick: () => go('ledger') }, '‹ ', both('返回', 'Back'))));
  } else {
    replace(file, h('p', { class: 'hint empty' }, both('选一件案卷看它的账。', 'Choose a case to see its line.')));
  }
  watch(api, live, ended.signal);
  return () => ended.abort();
}

/** Shows events as they come; a stream that breaks is simply left: the list above is loaded on the next visit. */
async function watch(api, place, signal) {
  try {
    const body = await api.stream('/api/v1/ledger/stream', signal);
    const read = eventReader((event) => {
      const entry = parsed(event);
      place.prepend(h('li', {}, h('span', { class: 'num' }, moment(entry.time)), ' ', typeOf({ type: event.type, ...entry }), ' ', h('span', { class: 'num hint' }, entry.caseNumber ?? '')));
      while (place.children.length > MOST_LIVE) place.lastElementChild.remove();
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      read(decoder.decode(piece.value, { stream: true }));
    }
  } catch (failure) {
    if (failure.name === 'AbortError') return;
    replace(place, h('li', { class: 'hint' }, both('实时更新断了，刷新页面再连。', 'Live updates stopped; reload to go on.')));
  }
}

function parsed(event) {
  try {
    return JSON.parse(event.data);
  } catch {
    return {};
  }
}
