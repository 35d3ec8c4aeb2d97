import { both, field, h, replace } from '../dom.js';
import { GRADES, needsJudgement, outcomeBody, readyToSend, stillToAsk, waitingForJudgement } from '../outcome.js';
import { attempt } from '../problems.js';
import { listOf } from '../reference.js';
import { everyNowAndThen } from '../refresh.js';
import { newId } from '../../api/ids';
import { dueBlock } from './words.js';
import { chain } from './chain.js';

/** Asking the resident whether it really is settled: due rounds on the left, the questions beside them. */
export function callbacksView(stage, context) {
  const { api, facts, id, go } = context;
  const said = h('div', { 'aria-live': 'polite' });
  const lines = h('ol', { class: 'lines' });
  const file = h('section', { class: 'file', 'aria-label': '回访 Callback' });

  async function load() {
    await attempt(said, null, async () => {
      const [page, categories] = await Promise.all([api.get('/api/v1/callbacks?tab=open&limit=50'), facts.categories()]);
      const rounds = listOf(page, 'rounds');
      replace(lines, rounds.map((round) => h('li', { class: 'line', 'aria-current': round.roundId === id ? 'true' : null },
        dueBlock(round.dueAt),
        h('a', { class: 'line-main', href: `#/callbacks/${encodeURIComponent(round.roundId)}` },
          h('p', { class: 'line-title' }, round.revisit ? [h('strong', {}, both('回头看', 'Revisit')), ' · '] : null, nameOf(categories, round.category)),
          h('p', { class: 'hint' }, round.attempts.length > 0 ? both(`已打 ${round.attempts.length} 次未通`, `${round.attempts.length} failed`) : both('还没打', 'Not tried'),
            round.toJudge ? [' · ', both('待判责', 'To judge')] : null, round.claim ? [' · ', both('已领取', 'Claimed')] : null, ' ', h('span', { class: 'num' }, round.caseNumber ?? ''))))),
      rounds.length === 0 ? h('li', { class: 'hint empty' }, both('没有要回访的。', 'Nobody to call.')) : null);
    });
  }

  replace(stage, h('section', { class: 'list', 'aria-label': '回访 Callbacks' }, h('h2', {}, both('待回访', 'To call back')), said, lines), file);
  stage.classList.toggle('open', Boolean(id));
  load();
  if (id) questions(file, { ...context, onDone: load, onBack: () => go('callbacks') });
  else replace(file, h('p', { class: 'hint empty' }, both('选一条回访。', 'Choose a callback.')));
  return everyNowAndThen(load).stop;
}

function nameOf(categories, code) {
  const found = categories.find((c) => c.code === code);
  return found ? both(found.subclassZh, found.subclassEn) : both('未定类别', 'No category');
}

async function questions(root, context) {
  const { api, id, onDone, onBack } = context;
  const outcomeId = newId();
  const answers = { residentId: null, reached: null, settled: null, grade: null, unitAtFault: null, comment: '' };
  const said = h('div', { 'aria-live': 'polite' });
  const send = h('button', { type: 'submit', class: 'primary large' }, both('记下结果', 'Record the outcome'));
  const reached = choice('reached', '接通了吗', 'Reached?', [[true, '接通', 'Yes'], [false, '没接通', 'No']]);
  const settled = choice('settled', '问题解决了吗', 'Settled?', [[true, '解决了', 'Yes'], [false, '没解决', 'No']]);
  const grade = choice('grade', '满意吗', 'Grade', GRADES);
  const fault = choice('unitAtFault', '是承办单位的责任吗', 'Is the unit at fault?', [[true, '是，返工', 'Yes: redo'], [false, '不是，请裁定', 'No: decide']]);
  const comment = field(both('居民的话', 'In their words'), h('textarea', { rows: 2, maxlength: 2000, oninput: (e) => (answers.comment = e.target.value) }));

  function choice(name, zh, en, options) {
    const set = h('fieldset', { class: 'field' }, h('legend', {}, both(zh, en)), h('div', { class: 'row choices' }, options.map(([value, czh, cen]) =>
      h('label', { class: 'choice' }, h('input', {
        type: 'radio', name, value: String(value), onchange: () => { answers[name] = value; paint(); },
      }), both(czh, cen)))));
    return set;
  }

  function paint() {
    settled.hidden = answers.reached !== true;
    grade.hidden = answers.reached !== true;
    fault.hidden = !needsJudgement(answers);
    send.disabled = !readyToSend(answers);
  }

  async function submit(event) {
    event?.preventDefault();
    const round = await attempt(said, send, () => api.post(`/api/v1/callbacks/${encodeURIComponent(id)}/outcomes`, outcomeBody(outcomeId, answers)), { onRepeat: () => submit() });
    if (!round) return;
    replace(form, h('section', { class: 'slip stamped', role: 'status' }, h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已记'),
      h('h3', {}, answers.reached ? both('结果已记下', 'Outcome recorded') : both('已记一次未接通', 'One failed attempt recorded'))));
    onDone();
    told.replaceChildren();
    entries.replaceChildren();
    chain(entries, { ...context, caseId: caseIdOf(id) });
  }

  /** Who was called, what to say, whose answer waits for a word on the fault, and whose call it is. */
  async function paintRound() {
    const round = await attempt(said, null, () => api.get(`/api/v1/callbacks/${encodeURIComponent(id)}`));
    if (!round) return;
    const open = stillToAsk(round);
    answers.residentId = (round.reporters ?? []).length > 1 ? (open[0]?.residentId ?? null) : null;
    const path = `/api/v1/callbacks/${encodeURIComponent(id)}`;
    const act = (button, call) => attempt(said, button, call).then((now) => now && (paintRound(), onDone()));
    const claim = h('button', { type: 'button', onclick: () => act(claim, () => (round.claim ? api.delete(`${path}/claim`) : api.post(`${path}/claim`, {}))) },
      round.claim ? both('放回', 'Release') : both('领取', 'Claim'));
    replace(told,
      round.state === 'OPEN' ? claim : null,
      round.state === 'OPEN' && open.length > 0 ? contact() : null,
      answers.residentId ? field(both('联系的是', 'Who was called'), h('select', { onchange: (e) => (answers.residentId = e.target.value) },
        open.map((reporter, i) => h('option', { value: reporter.residentId }, `反映人 ${i + 1} Reporter`)))) : null,
      waitingForJudgement(round).map((reporter) => h('section', { class: 'slip' },
        h('p', {}, both('居民自助评价：不满意或未解决，请判责。', 'Rated through the link: not satisfied. Whose fault?')),
        [[true, '单位有责任，返工', 'Unit at fault'], [false, '无责任，请裁定', 'Not at fault']].map(([unitAtFault, zh, en]) => {
          const judgement = { id: newId(), residentId: reporter.residentId, unitAtFault };
          const button = h('button', { type: 'button', onclick: () => act(button, () => api.post(`${path}/judgements`, judgement)) }, both(zh, en));
          return button;
        }))),
      round.script ? h('details', { open: true }, h('summary', {}, both('话术', 'Script')), h('ol', {}, round.script.zh.map((line) => h('li', { lang: 'zh-CN' }, line))),
        h('ol', { class: 'hint' }, round.script.en.map((line) => h('li', { lang: 'en' }, line)))) : null);
    form.hidden = open.length === 0;
  }

  /** The number is shown for this round, with a reason, and the ledger notes who looked. */
  function contact() {
    const why = h('input', { maxlength: 200, value: '电话回访', 'aria-label': '查看原因 Reason' });
    const place = h('div', { class: 'row', 'aria-live': 'polite' }, why);
    const look = h('button', { type: 'button', onclick: async () => {
      const body = { id: newId(), roundId: id, reason: why.value.trim() };
      if (answers.residentId) body.residentId = answers.residentId;
      const shown = await attempt(said, look, () => api.post(`/api/v1/reports/${encodeURIComponent(caseIdOf(id))}/reveals`, body));
      if (!shown) return;
      replace(place, h('p', { role: 'status' }, shown.phone ? h('a', { class: 'num', href: `tel:${shown.phone}` }, shown.phone) : both('没有留电话', 'No phone'),
        ' ', shown.name ?? '', ' ', h('span', { class: 'hint' }, both('已记入台账', 'on the ledger'))));
    } }, both('看电话', 'Show phone'));
    place.append(look);
    return place;
  }

  const told = h('div', { class: 'told' });
  const form = h('form', { class: 'questions', onsubmit: submit }, reached, settled, grade, fault, comment, said, send);
  const entries = h('section', { class: 'entries' });
  replace(root,
    h('div', { class: 'slip' }, h('div', { class: 'slip-head' }, h('button', { type: 'button', class: 'quiet back', onclick: onBack }, '‹ ', both('返回', 'Back')),
      h('h2', {}, both('问居民', 'Ask the resident'))), told, form),
    entries);
  paint();
  paintRound();
  chain(entries, { ...context, caseId: caseIdOf(id) });
}

/** A round's id is `caseId.n`. */
function caseIdOf(roundId) {
  return roundId.replace(/\.\d+$/, '');
}
