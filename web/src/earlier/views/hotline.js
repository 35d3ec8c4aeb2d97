import { both, field, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { gridOf, listOf } from '../reference.js';
import { eventReader } from '../../api/stream';
import { moment } from '../time.js';
import { newId } from '../../api/ids';
import { search, suggest } from '../categories.js';

const NATURES = [['ENQUIRY', '咨询', 'Enquiry'], ['HELP', '求助', 'Help'], ['COMPLAINT', '投诉', 'Complaint'], ['TIP_OFF', '举报', 'Tip-off'], ['SUGGESTION', '建议', 'Suggestion']];
const STATES = { RINGING: ['来电', 'Ringing'], ANSWERED: ['通话中', 'Answered'], ENDED: ['已挂断', 'Ended'] };
const PAUSE = 3000;

/**
 * The agent's desk: calls pop up on the left, who calls and the form beside them. Without a mouse: F2 goes to the newest
 * call, F4 to the text, F6 to the articles, Ctrl+Enter files, Ctrl+Shift+Enter dispatches as an emergency.
 */
export function hotlineView(stage, context) {
  const { api, id, go } = context;
  const said = h('div', { 'aria-live': 'polite' });
  const lines = h('ol', { class: 'lines' });
  const popUp = h('p', { class: 'hint', role: 'status', 'aria-live': 'assertive' });
  const desk = h('section', { class: 'file', 'aria-label': '通话 Call' });
  const watching = new AbortController();
  const calls = new Map();
  let keys = () => {};

  function paint() {
    const newest = [...calls.values()].sort((a, b) => when(b).localeCompare(when(a)));
    replace(lines, newest.map((call) => h('li', { class: 'line', 'aria-current': call.id === id ? 'true' : null },
      h('div', { class: 'line-side' }, h('span', { class: 'state' }, both(...STATES[call.state]))),
      h('a', { class: 'line-main', href: `#/hotline/${encodeURIComponent(call.id)}` },
        h('p', { class: 'line-title' }, call.number ?? both('号码隐藏', 'Withheld'), call.personKnown ? [' · ', both('打过', 'Known')] : null),
        h('p', { class: 'hint' }, call.line.nameZh, ' ', h('time', { class: 'num' }, moment(when(call))), call.reportIds.length ? [' · ', both(`已登记 ${call.reportIds.length}`, `${call.reportIds.length} filed`)] : null)))),
    newest.length === 0 ? h('li', { class: 'hint empty' }, both('没有来电。', 'No calls.')) : null);
  }

  function take(call) {
    const before = calls.get(call.id);
    calls.set(call.id, call);
    if (call.state === 'RINGING' && before?.state !== 'RINGING') {
      replace(popUp, both(`来电 ${call.number ?? '号码隐藏'} · ${call.line.nameZh}，按 F2 打开`, `Call from ${call.number ?? 'a withheld number'}: F2 opens it`));
      if (!id) go('hotline', call.id);
    }
    paint();
  }

  async function load() {
    await attempt(said, null, async () => {
      listOf(await api.get('/api/v1/calls'), 'items').forEach((call) => calls.set(call.id, call));
      paint();
    });
  }

  async function watch() {
    while (!watching.signal.aborted) {
      try {
        const body = await api.stream('/api/v1/calls/stream', watching.signal);
        const read = eventReader((event) => event.type === 'call' && take(JSON.parse(event.data)));
        const decoder = new TextDecoder();
        for (let reader = body.getReader(), piece = await reader.read(); !piece.done; piece = await reader.read()) {
          read(decoder.decode(piece.value, { stream: true }));
        }
      } catch {
        if (watching.signal.aborted) return;
      }
      await new Promise((resume) => { setTimeout(resume, PAUSE); });
      await load();
    }
  }

  function onKey(event) {
    if (event.key === 'F2') {
      event.preventDefault();
      const newest = [...calls.values()].sort((a, b) => when(b).localeCompare(when(a)))[0];
      if (newest) go('hotline', newest.id);
    } else keys(event);
  }

  replace(stage,
    h('section', { class: 'list', 'aria-label': '来电 Calls' }, h('h2', {}, both('来电', 'Calls')), popUp, said, lines, lookUp(api)),
    desk);
  stage.classList.toggle('open', Boolean(id));
  document.addEventListener('keydown', onKey);
  load();
  watch();
  if (id) callDesk(desk, { ...context, onKeys: (handler) => { keys = handler; }, onDone: load, onBack: () => go('hotline') });
  else replace(desk, h('p', { class: 'hint empty' }, both('等待来电。来电会自动弹出；F2 打开最新来电。', 'Waiting. Calls pop up by themselves; F2 opens the newest.')));
  return () => {
    watching.abort();
    document.removeEventListener('keydown', onKey);
  };
}

function when(call) {
  return call.rangAt ?? call.answeredAt ?? call.endedAt ?? '';
}

/** By number, for a call that came another way. */
function lookUp(api) {
  const phone = h('input', { type: 'tel', inputmode: 'tel', autocomplete: 'off', maxlength: 30 });
  const found = h('div', { 'aria-live': 'polite' });
  const send = h('button', { type: 'submit' }, both('查来电人', 'Look up'));
  return h('form', {
    class: 'row',
    onsubmit: async (event) => {
      event.preventDefault();
      const answer = await attempt(found, send, () => api.post('/api/v1/callers/lookups', { phone: phone.value }));
      if (answer) replace(found, answer.known ? callerCard(answer.caller) : h('p', { class: 'hint' }, both('没有记录。', 'Nobody known.')));
    },
  }, field(both('号码', 'Number'), phone), send, found);
}

function callerCard(caller) {
  return h('section', { class: 'slip', 'aria-label': '来电人 Caller' },
    h('h3', {}, caller.name ?? both('未留姓名', 'No name'), ' ', h('span', { class: 'num' }, caller.phone ?? '')),
    caller.reports.length === 0 ? h('p', { class: 'hint' }, both('没有可看的历史。', 'No history to see.')) : null,
    h('ol', { class: 'lines' }, caller.reports.map((report) => h('li', { class: 'line' }, h('div', { class: 'line-main' },
      h('p', { class: 'line-title' }, report.text),
      h('p', { class: 'hint' }, h('time', { class: 'num' }, moment(report.receivedAt)), ' ', report.state ?? '', ' ', h('span', { class: 'num' }, report.caseNumber ?? report.trackingNumber)))))));
}

async function callDesk(root, { api, facts, id, onKeys, onDone, onBack }) {
  const path = `/api/v1/calls/${encodeURIComponent(id)}`;
  const said = h('div', { 'aria-live': 'polite' });
  const head = h('div', {});
  const sent = h('div', { 'aria-live': 'polite' });
  let reportId = newId();
  let categories = [];
  const text = h('textarea', { rows: 4, maxlength: 2000, required: true, oninput: suggestOnes });
  const category = h('select', {});
  const grid = h('select', {});
  const nature = h('select', {}, NATURES.map(([code, zh, en]) => h('option', { value: code }, `${zh} ${en}`)));
  const address = h('input', { maxlength: 200, autocomplete: 'off' });
  const name = h('input', { maxlength: 60, autocomplete: 'off' });
  const file = h('button', { type: 'submit', class: 'primary large' }, both('登记（Ctrl+Enter）', 'File'));
  const urgent = h('button', { type: 'button', class: 'large', onclick: () => submit('EMERGENCY') }, both('紧急派遣（Ctrl+Shift+Enter）', 'Emergency dispatch'));

  function suggestOnes() {
    const ones = suggest(categories, text.value);
    if (ones.length > 0 && !category.dataset.chosen) category.value = ones[0].code;
  }

  async function submit(urgency) {
    if (!text.value.trim()) {
      text.focus();
      return;
    }
    const body = { id: reportId, text: text.value.trim(), nature: nature.value, urgency };
    if (category.value) body.category = category.value;
    if (grid.value) body.gridCode = grid.value;
    if (address.value.trim()) body.address = address.value.trim();
    if (name.value.trim()) body.resident = { name: name.value.trim() };
    const receipt = await attempt(sent, urgency === 'EMERGENCY' ? urgent : file, () => api.post(`${path}/reports`, body), { onRepeat: () => submit(urgency) });
    if (receipt) done(receipt, urgency === 'EMERGENCY');
  }

  async function done(receipt, emergency) {
    reportId = newId();
    text.value = '';
    const unit = h('p', { class: 'hint' });
    replace(sent, h('section', { class: 'slip stamped', role: 'status' }, h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已记'),
      h('h3', {}, emergency ? both('已紧急派遣', 'Dispatched as an emergency') : both('已登记', 'Filed')), h('p', { class: 'number' }, receipt.trackingNumber), unit));
    onDone();
    const report = await api.get(`/api/v1/reports/${receipt.id}?waitMs=5000`).catch(() => null);
    if (report?.case) replace(unit, `${report.case.caseNumber} · ${report.case.state}`);
  }

  async function reveal(button, place) {
    const reason = place.querySelector('input').value.trim();
    const shown = await attempt(said, button, () => api.post(`${path}/reveals`, { id: newId(), reason }));
    if (shown) replace(place, h('p', { role: 'status' }, h('strong', { class: 'num' }, shown.phone ?? ''), ' ', shown.name ?? '', ' ', both('（已记入台账）', '(on the ledger)')));
  }

  function handOn() {
    const to = h('select', {});
    const why = h('input', { maxlength: 200, required: true });
    const place = h('div', { 'aria-live': 'polite' });
    const send = h('button', { type: 'submit' }, both('转接', 'Hand on'));
    api.get('/api/v1/hotline/lines').then((answer) => replace(to, listOf(answer, 'items').filter((line) => !line.closed).map((line) => h('option', { value: line.number }, `${line.number} ${line.nameZh}`)))).catch(() => {});
    return h('details', {}, h('summary', {}, both('转接', 'Hand on')), h('form', {
      onsubmit: async (event) => {
        event.preventDefault();
        const call = await attempt(place, send, () => api.post(`${path}/transfers`, { id: newId(), toLine: to.value, reason: why.value }));
        if (call) replace(place, h('p', { role: 'status' }, both('已转接', 'Handed on')));
      },
    }, field(both('线路', 'Line'), to), field(both('原因', 'Reason'), why), send, place));
  }

  function articles() {
    const q = h('input', { type: 'search', autocomplete: 'off', placeholder: '居住证、停水、社保…' });
    const found = h('ol', { class: 'lines', 'aria-live': 'polite' });
    const place = h('div', { 'aria-live': 'polite' });
    const look = async () => {
      const answer = await attempt(place, null, () => api.get(`/api/v1/hotline/articles?q=${encodeURIComponent(q.value)}`));
      replace(found, listOf(answer ?? { items: [] }, 'items').map((article) => h('li', { class: 'line' }, h('div', { class: 'line-main' },
        h('p', { class: 'line-title' }, article.question), h('p', {}, article.answer),
        h('button', { type: 'button', onclick: (event) => settle(article, event.target.closest('button')) }, both(`用这条答复（已用 ${article.used}）`, 'Answer with this'))))));
    };
    const settle = async (article, button) => {
      const receipt = await attempt(place, button, () => api.post(`${path}/answers`, { id: reportId, articleId: article.id }));
      if (receipt) done(receipt, false);
    };
    q.addEventListener('input', look);
    look();
    return [h('section', { class: 'step', 'aria-label': '知识库 Articles' }, h('h2', {}, both('知识库（F6）', 'Articles')), q, place, found), q];
  }

  const [articleRoom, query] = articles();
  onKeys((event) => {
    if (event.key === 'F4') text.focus();
    else if (event.key === 'F6') query.focus();
    else if (event.key === 'Enter' && event.ctrlKey) submit(event.shiftKey ? 'EMERGENCY' : 'NORMAL');
    else return;
    event.preventDefault();
  });
  category.addEventListener('change', () => { category.dataset.chosen = 'yes'; });

  await attempt(said, null, async () => {
    const [answer, all, features] = await Promise.all([api.get(path), facts.categories(), facts.grids()]);
    categories = all;
    replace(category, h('option', { value: '' }, '—'), search(categories, '').concat(categories.filter((c) => !c.retired))
      .filter((c, i, list) => list.findIndex((other) => other.code === c.code) === i)
      .map((c) => h('option', { value: c.code }, `${c.code} ${c.subclassZh}`)));
    replace(grid, h('option', { value: '' }, '—'), features.map(gridOf).map((g) => h('option', { value: g.code }, g.name || g.code)));
    const { call, caller } = answer;
    const why = h('input', { maxlength: 200, 'aria-label': '原因 Reason', placeholder: '为什么要看号码 Reason' });
    const place = h('div', { class: 'row' }, why);
    const look = h('button', { type: 'button', onclick: () => reveal(look, place) }, both('看号码', 'Show number'));
    place.append(look);
    replace(head,
      h('div', { class: 'slip-head' }, h('button', { type: 'button', class: 'quiet back', onclick: onBack }, '‹ ', both('返回', 'Back')),
        h('h2', {}, call.number ?? both('号码隐藏', 'Withheld'), ' · ', call.line.nameZh)),
      caller ? [callerCard(caller), place] : h('p', { class: 'hint' }, both('第一次来电。', 'A first call.')));
  });
  replace(root, h('div', { class: 'slip' }, head, said,
    h('form', { class: 'report', onsubmit: (event) => { event.preventDefault(); submit('NORMAL'); } },
      field(both('说什么（F4）', 'What'), text),
      h('div', { class: 'row' }, field(both('性质', 'Nature'), nature), field(both('类别', 'Category'), category), field(both('网格', 'Grid'), grid)),
      h('div', { class: 'row' }, field(both('地点', 'Where'), address), field(both('称呼', 'Name'), name)),
      h('div', { class: 'row even' }, file, urgent)),
    sent, handOn()), articleRoom);
  text.focus();
}
