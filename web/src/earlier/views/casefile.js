import { actionsOf } from '../actions.js';
import { changes } from '../changes.js';
import { both, h, replace } from '../dom.js';
import { photoStrip } from '../photos.js';
import { mayRelease } from '../release.js';
import { attempt } from '../problems.js';
import { moment } from '../time.js';
import { commandForm } from './command.js';
import { chain } from './chain.js';
import { duplicates } from './duplicates.js';
import { categoryOf, closedAs, dueBlock, nextDue, stateOf } from './words.js';

/** One case: what it is, who holds it, what may be done now and why the rest may not, and its line in the ledger. */
export function caseFile(root, context) {
  const { api, id, onBack, onChanged } = context;
  const path = `/api/v1/cases/${encodeURIComponent(id)}`;
  const said = h('div', { 'aria-live': 'polite' });
  const head = h('div', { class: 'slip' });
  const pictures = h('div');
  const doing = h('section', { class: 'doing', 'aria-label': '办理 Actions' });
  const alike = h('section', { class: 'alike', 'aria-label': '疑似重复 Possible duplicates' });
  const entries = h('section', { class: 'entries', 'aria-label': '台账 Ledger' });
  let shown = null;
  let levels = [];
  let over = false;

  async function load({ quietly = false } = {}) {
    await attempt(said, null, async () => {
      // A report that was filed a moment ago may not be a case yet.
      const { value } = await api.getWithVersion(`${path}?waitMs=3000`);
      const actions = await api.get(`${path}/actions`);
      levels = await context.facts.levels();
      if (over) return;
      shown = value;
      paint();
      if (!quietly) {
        const possible = actionsOf(actions);
        paintActions(possible);
        // Whoever sees the case but not its report, or a way that is down: the case is worth more than its pictures.
        photoStrip(api, id, mayRelease(context.me.roleCodes)).then((strip) => replace(pictures, strip), () => {});
        await duplicates(alike, { ...context, caseId: id, possible, open: openForm });
      }
      const from = value.version ? `?atLeastSeq=${value.version}&waitMs=2000` : '';
      await chain(entries, { ...context, caseId: id, from });
    });
  }

  function paint() {
    const c = shown;
    replace(head,
      h('div', { class: 'slip-head' },
        h('button', { type: 'button', class: 'quiet back', onclick: onBack }, '‹ ', both('返回', 'Back')),
        h('p', { class: 'number num' }, c.caseNumber ?? ''),
        dueBlock(nextDue(c))),
      h('h2', {}, categoryOf(c), c.urgency === 'EMERGENCY' ? h('span', { class: 'urgent' }, both('紧急', 'Emergency')) : null),
      h('p', { class: 'matter' }, c.text ?? ''),
      ladder(c, levels),
      h('dl', { class: 'facts' },
        fact('状态', 'State', stateOf(c)),
        fact('承办', 'Holder', c.holder?.nameZh ?? '—'),
        fact('网格', 'Grid', c.gridCode ?? '—'),
        fact('办结期限', 'Due', c.dueAt ? `${moment(c.dueAt)}${c.provisional ? ' 暂定 provisional' : ''}` : '—'),
        fact('派遣依据', 'Why here', c.route ? whyHere(c.route) : '—'),
        c.asset ? fact('部件', 'Asset', c.asset.known ? `${c.asset.nameZh}（${c.asset.id}）` : both(`${c.asset.id} 不在册`, 'not registered')) : null,
        c.asset?.owner ? fact('权属单位', 'Owner', c.asset.owner.nameZh) : null,
        c.hardCase ? fact('一号窗口', 'Hard-case desk', c.hardCase.proposed ? both('两次退回，可转入', 'came back twice') : c.hardCase.leaderName ?? c.hardCase.leaderId) : null,
        c.closeReason ? fact('怎么结的', 'Closed as', closedAs(c)) : null,
        c.reworks > 0 ? fact('返工', 'Reworks', c.reworks) : null,
        c.returns > 0 ? fact('回退', 'Returns', c.returns) : null));
  }

  function paintActions(actions) {
    const open = actions.filter((action) => action.allowed);
    const closed = actions.filter((action) => !action.allowed);
    const form = h('div', { class: 'form-place' });
    replace(doing,
      open.length > 0 ? h('div', { class: 'row actions' }, open.map((action) => h('button', {
        type: 'button', class: action.type === open[0].type ? 'primary' : null,
        'aria-expanded': 'false',
        onclick: (event) => {
          [...doing.querySelectorAll('.actions button')].forEach((b) => b.setAttribute('aria-expanded', String(b === event.currentTarget)));
          commandForm(form, action, { ...context, version: () => shown.version, onDone: done, onStale: stale });
        },
      }, both(action.zh, action.en)))) : h('p', { class: 'hint' }, both('现在没有你要办的。', 'Nothing for you to do now.')),
      form,
      closed.length > 0 ? h('details', { class: 'why-not' },
        h('summary', {}, both('其他操作为什么不行', 'Why not the others')),
        h('dl', {}, closed.map((action) => [
          h('dt', {}, both(action.zh, action.en)),
          h('dd', {}, action.reason ?? action.code ?? '—', action.remedy ? h('span', { class: 'remedy' }, ` ${action.remedy}`) : null),
        ]))) : null);
  }

  /** A form that is filled already, for the answer to a proposal. */
  function openForm(action, answers) {
    const form = doing.querySelector('.form-place');
    if (!form) return;
    commandForm(form, action, { ...context, answers, version: () => shown.version, onDone: done, onStale: stale });
    form.scrollIntoView({ block: 'nearest' });
  }

  /** Somebody else was faster: shows what changed and leaves what was typed. @returns the notice */
  async function stale() {
    const before = shown;
    await load({ quietly: true });
    const different = changes(before, shown);
    return h('section', { class: 'problem', role: 'alert' },
      h('h3', {}, both('案卷刚刚变了', 'The case has just changed')),
      different.length > 0
        ? h('ul', {}, different.map((change) => h('li', {}, both(change.zh, change.en), ` ${change.from} → ${change.to}`)))
        : h('p', {}, both('有新的记录，主要内容没变。', 'There is a new entry; the main facts are the same.')),
      h('p', { class: 'remedy' }, both('你写的还在。看过变化后可以再发。', 'What you wrote is still here. Look at the change, then send again.')));
  }

  async function done() {
    await load();
    onChanged?.();
    head.scrollIntoView({ block: 'nearest' });
  }

  replace(root, said, head, pictures, doing, alike, entries);
  load();
  return () => {
    over = true;
  };
}

const REASONS = {
  'no-rule-matched': ['没有规则适用', 'No rule matched'],
  'unknown-category': ['类别未知', 'Unknown category'],
  'retired-category': ['类别已停用', 'Retired category'],
  'outside-every-grid': ['不在任何网格内', 'Outside every grid'],
  'person-decides': ['规则要求人工派遣', 'A person decides'],
  'no-unit-found': ['没有对应单位', 'No such unit'],
  returned: ['被回退', 'Returned'],
  person: ['人工派遣', 'Dispatched by a person'],
  'asset-owner': ['部件的权属单位', 'Owner of the asset'],
  'unknown-asset': ['部件编号不在册', 'Unknown asset'],
  'hard-case-desk': ['一号窗口', 'Hard-case desk'],
};

/** The rule in the words of the rule book, or the reason why none decided. */
function whyHere(route) {
  if (route.ruleTitle) return route.ruleTitle;
  const [zh, en] = REASONS[route.code] ?? [route.ruleId ?? route.code];
  return both(zh, en);
}

function fact(zh, en, value) {
  return h('div', { class: 'fact' }, h('dt', {}, both(zh, en)), h('dd', {}, value));
}

/** Where the matter stands between the lowest level and the highest. */
function ladder(c, levels) {
  if (!c.level) return null;
  return h('ol', { class: 'ladder', 'aria-label': '层级 Level' }, levels.map((level) =>
    h('li', { 'aria-current': level.code === c.level ? 'step' : null }, level.nameZh)));
}
