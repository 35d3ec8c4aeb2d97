import { bars, kindOf, KINDS, periodOf, shown } from '../bulletin.js';
import { both, field, h, replace, svg } from '../dom.js';
import { attempt } from '../problems.js';
import { listOf } from '../reference.js';
import { moment } from '../time.js';
import { newId } from '../../api/ids';

const COLOURS = ['one', 'two', 'three'];
const LENGTH = 100;

/** 通报: what a day, week or month looked like; what was published stays as it was. */
export function bulletinsView(stage, { api, me, id, go }) {
  const said = h('div', { 'aria-live': 'polite' });
  const lines = h('ol', { class: 'lines' });
  const file = h('section', { class: 'file bulletin', 'aria-label': '通报 Bulletin' });
  let kind = '';

  const filter = h('div', { class: 'row', role: 'group', 'aria-label': '种类 Kind' },
    [{ code: '', zh: '全部', en: 'All' }, ...KINDS].map((each) =>
      h('button', { type: 'button', class: 'quiet', 'aria-pressed': String(each.code === kind), onclick: (event) => choose(each.code, event.currentTarget) }, both(each.zh, each.en))));

  function choose(code, button) {
    kind = code;
    for (const each of filter.children) each.setAttribute('aria-pressed', String(each === button));
    list();
  }

  function list() {
    return attempt(said, null, async () => {
      const all = listOf(await api.get(`/api/v1/bulletins?limit=100&kind=${kind}`), 'items');
      replace(lines, all.length === 0 ? h('li', { class: 'hint' }, both('还没有通报。', 'No bulletins yet.')) : all.map((head) =>
        h('li', { class: 'line', 'aria-current': head.id === id ? 'true' : null },
          h('a', { class: 'line-main', href: `#/bulletins/${encodeURIComponent(head.id)}` },
            h('p', { class: 'line-title' }, head.unit.zh, ' ', kindOf(head).zh),
            h('p', { class: 'hint' }, h('span', { class: 'num' }, head.period), head.interim ? both(' 中期', 'interim') : null)))));
    });
  }

  replace(stage, h('section', { class: 'list', 'aria-label': '通报 Bulletins' },
    maker({ api, me, said, go }), h('h2', {}, both('通报', 'Bulletins')), filter, said, lines), file);
  stage.classList.toggle('open', Boolean(id));
  list();
  if (id) open(file, { api, id, go });
  else replace(file, h('p', { class: 'hint empty' }, both('选一期通报来看。', 'Choose a bulletin.')));
}

/** Makes one now: of a period that is over the one there is, of a running one an interim one. */
function maker({ api, me, said, go }) {
  const units = [...new Map(me.roles.flatMap((role) => role.units).map((unit) => [unit.id, unit])).values()];
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const kind = h('select', {}, KINDS.map((each) => h('option', { value: each.code }, `${each.zh} ${each.en}`)));
  const unit = h('select', {}, units.map((each) => h('option', { value: each.id }, each.nameZh)));
  const day = h('input', { type: 'date', value: today, max: today, required: true });
  const button = h('button', { type: 'submit', class: 'primary' }, both('出一期', 'Make one'));
  let wish = newId();
  const form = h('form', {
    onsubmit: (event) => {
      event.preventDefault();
      attempt(said, button, async () => {
        const made = await api.post('/api/v1/bulletins', { id: wish, kind: kind.value, unitId: unit.value, period: periodOf(kind.value, day.value) });
        wish = newId();
        go('bulletins', made.head.id);
      });
    },
    onchange: () => { wish = newId(); },
  }, h('div', { class: 'row' }, field(both('种类', 'Kind'), kind), field(both('单位', 'Unit'), unit), field(both('日期', 'Day'), day), button));
  return h('details', {}, h('summary', {}, both('现在出一期', 'Make one now')), form);
}

function open(file, { api, id, go }) {
  const said = h('div', { 'aria-live': 'polite' });
  replace(file, said);
  attempt(said, null, async () => {
    const bulletin = await api.get(`/api/v1/bulletins/${encodeURIComponent(id)}`);
    const { head } = bulletin;
    const name = kindOf(head);
    replace(file,
      h('button', { type: 'button', class: 'quiet back', onclick: () => go('bulletins') }, '‹ ', both('返回', 'Back')),
      h('header', {},
        h('h1', {}, both(`${head.unit.zh}${name.zh}　${head.period}`, `${head.unit.en} · ${name.en}`)),
        h('p', { class: 'hint' }, `${head.from} — ${head.to} · `, both('数据截至', 'figures of'), ' ', h('span', { class: 'num' }, moment(head.computedAt)),
          head.interim ? both('（时段未结束，中期）', 'interim') : null)),
      h('div', { class: 'row' }, download(api, id, 'xlsx', said), download(api, id, 'pdf', said)),
      said,
      bulletin.tables.map(tableOf));
  });
}

function download(api, id, ending, said) {
  const button = h('button', {
    type: 'button',
    onclick: () => attempt(said, button, async () => {
      const { name, blob } = await api.file(`/api/v1/bulletins/${encodeURIComponent(id)}.${ending}`);
      const address = URL.createObjectURL(blob);
      h('a', { href: address, download: name ?? `${id}.${ending}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    }),
  }, both(ending === 'pdf' ? '下载 PDF' : '下载表格', ending.toUpperCase()));
  return button;
}

function tableOf(table) {
  return h('section', { class: 'entries' },
    h('h2', {}, both(table.title.zh, table.title.en)),
    chartOf(table),
    table.rows.length === 0
      ? h('p', { class: 'hint' }, both('无', 'None'))
      : h('div', { class: 'wide' }, h('table', { class: 'figures' },
        h('thead', {}, h('tr', {}, table.columns.map((column) => h('th', { scope: 'col' }, both(column.title.zh, column.title.en))))),
        h('tbody', {}, table.rows.map((row) => h('tr', {}, row.map((cell, at) => cellOf(cell, table.columns[at].measure))))))),
    table.note ? h('p', { class: 'hint' }, both(table.note.zh, table.note.en)) : null);
}

function cellOf(cell, measure) {
  if (cell.caseId) return h('td', {}, h('a', { href: `#/ledger/${encodeURIComponent(cell.caseId)}`, class: 'num' }, cell.words.zh));
  if (cell.words) return h('td', {}, cell.words.zh === cell.words.en ? cell.words.zh : both(cell.words.zh, cell.words.en));
  return h('td', { class: 'num' }, shown(cell.number, measure));
}

function chartOf(table) {
  const groups = bars(table);
  if (groups.length === 0) return null;
  return h('dl', { class: 'chart', 'aria-label': `${table.title.zh} 图 chart` }, groups.map((group) => [
    h('dt', {}, group.label),
    group.bars.map((bar, at) => h('dd', {},
      svg('svg', { viewBox: `0 0 ${LENGTH} 6`, preserveAspectRatio: 'none', class: 'bar', 'aria-hidden': 'true' },
        svg('rect', { width: LENGTH, height: 6, class: 'track' }),
        svg('rect', { width: (bar.share * LENGTH).toFixed(2), height: 6, class: COLOURS[at % COLOURS.length] })),
      h('span', { class: 'num' }, bar.title.zh, ' ', bar.text))),
  ]));
}
