import { both, field, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { gridOf, listOf } from '../reference.js';
import { everyNowAndThen } from '../refresh.js';
import { moment } from '../time.js';
import { newId } from '../../api/ids';
import { dueBlock } from './words.js';

const OUTCOMES = [['RECORDED', '正在办理', 'Recorded'], ['SETTLED', '已办结', 'Settled'], ['NEEDS_SUPERIOR', '需上级协调', 'Needs the superior']];

/** 上级交办: what the superior gave, the earlier of both limits first, and the answer in its form. */
export function ordersView(stage, context) {
  const { api, facts, id, go } = context;
  const said = h('div', { 'aria-live': 'polite' });
  const lines = h('ol', { class: 'lines' });
  const file = h('section', { class: 'file', 'aria-label': '交办 Order' });

  async function load() {
    await attempt(said, null, async () => {
      const orders = listOf(await api.get('/api/v1/orders'), 'items');
      replace(lines, orders.map((order) => h('li', { class: 'line', 'aria-current': keyOf(order) === id ? 'true' : null },
        dueBlock(order.dueAt),
        h('a', { class: 'line-main', href: `#/orders/${encodeURIComponent(keyOf(order))}` },
          h('p', { class: 'line-title' }, order.text),
          h('p', { class: 'hint' }, order.issuer, ' ', h('span', { class: 'num' }, order.number), ' · ', order.state ?? '')))),
      orders.length === 0 ? h('li', { class: 'hint empty' }, both('没有待答复的交办。', 'No open orders.')) : null);
    });
  }

  const sheet = h('button', { type: 'button', onclick: () => download(api, said, sheet) }, both('导出近 30 天回复单', 'Export answers of 30 days'));
  const take = h('button', { type: 'button', class: 'primary', onclick: () => takeIn(file, { api, facts, onDone: (order) => { load(); go('orders', keyOf(order)); } }) }, both('登记交办', 'Take in an order'));
  replace(stage, h('section', { class: 'list', 'aria-label': '上级交办 Orders' }, h('h2', {}, both('上级交办', 'Superior orders')), h('div', { class: 'row' }, take, sheet), said, lines), file);
  stage.classList.toggle('open', Boolean(id));
  load();
  if (id) answer(file, { api, path: pathOf(id), onDone: load, onBack: () => go('orders') });
  else replace(file, h('p', { class: 'hint empty' }, both('选一件交办，或登记新的。', 'Choose an order, or take one in.')));
  return everyNowAndThen(load).stop;
}

function keyOf(order) {
  return `${order.issuer}|${order.number}`;
}

function pathOf(key) {
  return `/api/v1/orders/${key.split('|').map(encodeURIComponent).join('/')}`;
}

async function download(api, said, button) {
  const since = new Date(Date.now() - 30 * 86_400_000).toISOString();
  await attempt(said, button, async () => {
    const { name, blob } = await api.file(`/api/v1/orders/answers.csv?since=${encodeURIComponent(since)}`);
    const url = URL.createObjectURL(blob);
    h('a', { href: url, download: name ?? 'order-answers.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
}

async function takeIn(root, { api, facts, onDone }) {
  const said = h('div', { 'aria-live': 'polite' });
  const issuer = h('input', { required: true, maxlength: 40, value: 'city-12345' });
  const number = h('input', { required: true, maxlength: 64, autocomplete: 'off' });
  const by = h('input', { type: 'datetime-local' });
  const text = h('textarea', { rows: 4, maxlength: 2000, required: true });
  const category = h('select', {});
  const grid = h('select', {});
  const send = h('button', { type: 'submit', class: 'primary large' }, both('登记', 'Take in'));
  const submit = async (event) => {
    event?.preventDefault();
    const body = { issuer: issuer.value.trim(), number: number.value.trim(), text: text.value.trim() };
    // The superior's limit is said in the district's time.
    if (by.value) body.answerBy = `${by.value}:00+08:00`;
    if (category.value) body.category = category.value;
    if (grid.value) body.gridCode = grid.value;
    const order = await attempt(said, send, () => api.post('/api/v1/orders', body), { onRepeat: () => submit() });
    if (order) onDone(order);
  };
  replace(root, h('form', { class: 'report', onsubmit: submit }, h('h2', {}, both('登记交办', 'Take in an order')),
    h('div', { class: 'row' }, field(both('交办单位', 'Issuer'), issuer), field(both('工单编号', 'Its number'), number), field(both('要求答复', 'Answer by'), by)),
    field(both('内容', 'What'), text),
    h('div', { class: 'row' }, field(both('类别', 'Category'), category), field(both('网格', 'Grid'), grid)), said, send));
  const [categories, features] = await Promise.all([facts.categories(), facts.grids()]);
  replace(category, h('option', { value: '' }, '—'), categories.filter((c) => !c.retired).map((c) => h('option', { value: c.code }, `${c.code} ${c.subclassZh}`)));
  replace(grid, h('option', { value: '' }, '—'), features.map(gridOf).map((g) => h('option', { value: g.code }, g.name || g.code)));
  number.focus();
}

async function answer(root, { api, path, onDone, onBack }) {
  const said = h('div', { 'aria-live': 'polite' });
  const order = await attempt(said, null, () => api.get(path));
  replace(root, said);
  if (!order) return;
  const answerId = newId();
  const text = h('textarea', { rows: 4, maxlength: 2000, required: true });
  const outcome = h('select', {}, OUTCOMES.map(([code, zh, en]) => h('option', { value: code }, `${zh} ${en}`)));
  const box = (zh, en) => h('input', { type: 'checkbox', 'aria-label': `${zh} ${en}` });
  const [responded, settled, satisfied] = [box('已响应', 'Responded'), box('已解决', 'Settled'), box('满意', 'Satisfied')];
  const send = h('button', { type: 'submit', class: 'primary large' }, both('答复上级', 'Answer'));
  const submit = async (event) => {
    event?.preventDefault();
    const done = await attempt(said, send, () => api.post(`${path}/answers`, {
      id: answerId, outcome: outcome.value, responded: responded.checked, settled: settled.checked, satisfied: satisfied.checked, text: text.value.trim(),
    }), { onRepeat: () => submit() });
    if (!done) return;
    onDone();
    answer(root, { api, path, onDone, onBack });
  };
  replace(root, h('div', { class: 'slip' },
    h('div', { class: 'slip-head' }, h('button', { type: 'button', class: 'quiet back', onclick: onBack }, '‹ ', both('返回', 'Back')), h('h2', {}, order.issuer, ' ', h('span', { class: 'num' }, order.number))),
    h('p', {}, order.text),
    h('p', { class: 'hint' }, both(`上级时限 ${moment(order.answerBy) || '无'} · 本级时限 ${moment(order.caseDueAt) || '未定'}，以早者为准`, 'The earlier limit counts'), order.late ? [' ', h('strong', {}, both('已超期', 'Late'))] : null),
    h('p', {}, h('a', { href: `#/ledger/${encodeURIComponent(order.reportId)}` }, order.caseNumber ?? order.trackingNumber), ' ', order.state ?? ''),
    h('ol', { class: 'lines' }, order.answers.map((one) => h('li', { class: 'line' }, h('div', { class: 'line-main' },
      h('p', { class: 'line-title' }, (OUTCOMES.find(([code]) => code === one.outcome) ?? [])[1], ' · ', moment(one.at)), h('p', {}, one.text))))),
    order.open ? h('form', { onsubmit: submit }, field(both('结果', 'Outcome'), outcome),
      h('div', { class: 'row' }, h('label', {}, responded, both('已响应', 'Responded')), h('label', {}, settled, both('已解决', 'Settled')), h('label', {}, satisfied, both('满意', 'Satisfied'))),
      field(both('办理情况', 'What was done'), text), said, send) : said));
}
