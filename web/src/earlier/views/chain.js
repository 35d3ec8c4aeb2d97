import { both, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { mayCheckChain } from '../roles.js';
import { moment } from '../time.js';
import { actorOf, typeOf, wordsOf } from '../entries.js';

/** The ledger of one case: each entry holds the beginning of its predecessor's hash, so a change anywhere shows. */
export async function chain(root, { api, me, caseId, from = '' }) {
  const said = h('div', { 'aria-live': 'polite' });
  const list = h('ol', { class: 'chain' });
  const result = h('div', { 'aria-live': 'polite' });
  const check = h('button', { type: 'button', onclick: () => verify(api, result, check, caseId) }, both('验证这条链', 'Verify this chain'));
  if (!root.hasChildNodes()) replace(root, said);
  await attempt(said, null, async () => {
    const answer = await api.get(`/api/v1/ledger/cases/${encodeURIComponent(caseId)}${from}`);
    const entries = answer.entries ?? [];
    replace(list, entries.map((entry) => h('li', {},
      h('p', { class: 'entry-head' }, h('strong', {}, both(typeOf(entry), entry.typeEn)), h('time', { datetime: entry.time, class: 'num' }, moment(entry.time))),
      h('p', { class: 'entry-by' }, actorOf(entry)),
      wordsOf(entry).map((words) => h('p', { class: 'entry-words' }, words)),
      h('p', { class: 'hash', 'aria-label': `摘要 hash ${entry.hash}` }, short(entry.prevHash), ' → ', h('b', {}, short(entry.hash))))));
    replace(root,
      h('div', { class: 'row spread' }, h('h3', {}, both('台账', 'Ledger')), mayCheckChain(me.roleCodes) ? check : null),
      result, said, list);
  });
}

/** @param caseId null for the whole ledger */
export async function verify(api, place, button, caseId) {
  await attempt(place, button, async () => {
    const answer = await api.get(`/api/v1/ledger/verify${caseId ? `?caseId=${encodeURIComponent(caseId)}` : ''}`);
    const broken = answer.firstBroken;
    const until = moment(answer.sealedUntil);
    replace(place, answer.ok
      ? h('p', { class: 'proof ok', role: 'status' }, both(
        `链完整${until ? `，验证至 ${until}` : ''}：${answer.entries} 条记录，没有一条被改动。`,
        `Whole${until ? `, sealed until ${until}` : ''}: ${answer.entries} entries, none altered.`))
      : h('p', { class: 'proof broken', role: 'alert' }, both(broken?.words.zh ?? '台账被动过', broken?.words.en ?? 'The ledger was altered')));
  });
}

function short(hash) {
  return hash ? hash.slice(0, 8) : '········';
}
