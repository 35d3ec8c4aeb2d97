import { both, field, h, replace } from '../dom.js';
import { CHANNELS, FIELDS, isMoving, mappingOf, percent, stateOf } from '../importing.js';
import { attempt } from '../problems.js';
import { listOf } from '../reference.js';
import { moment } from '../time.js';
import { newId } from '../../api/ids';

const LOOK_EVERY = 2000;

/** 批量导入: a table is looked at, its columns are told, and its rows become reports. */
export function importsView(stage, { api, id, go }) {
  const said = h('div', { 'aria-live': 'polite' });
  const lines = h('ol', { class: 'lines' });
  const file = h('section', { class: 'file', 'aria-label': '导入任务 Import' });
  let timer = 0;
  let gone = false;

  function list() {
    return attempt(said, null, async () => {
      const all = listOf(await api.get('/api/v1/import-jobs'), 'items');
      replace(lines, all.length === 0 ? h('li', { class: 'hint' }, both('还没有导入过。', 'Nothing imported yet.')) : all.map((job) =>
        h('li', { class: 'line', 'aria-current': job.id === id ? 'true' : null },
          h('a', { class: 'line-main', href: `#/imports/${encodeURIComponent(job.id)}` },
            h('p', { class: 'line-title' }, job.fileName),
            h('p', { class: 'hint' }, both(stateOf(job).zh, stateOf(job).en), ' ', h('span', { class: 'num' }, `${job.done}/${job.rows}`), ' ', moment(job.createdAt))))));
    });
  }

  async function look() {
    clearTimeout(timer);
    await attempt(said, null, async () => {
      const job = await api.get(`/api/v1/import-jobs/${encodeURIComponent(id)}`);
      if (gone) return;
      replace(file, head(job), job.state === 'UPLOADED' ? mapper(job) : progress(job));
      if (isMoving(job)) timer = setTimeout(look, LOOK_EVERY);
      else if (job.state !== 'UPLOADED') list();
    });
  }

  function head(job) {
    return [h('h2', {}, job.fileName), h('p', { class: 'hint' },
      both(stateOf(job).zh, stateOf(job).en), ' · ', both(`${job.rows} 行`, `${job.rows} rows`), job.encoding ? ` · ${job.encoding}` : '')];
  }

  function mapper(job) {
    const selects = job.headings.map((heading, column) =>
      h('select', { 'aria-label': `${heading} 对应 stands for`, value: job.columns[column] ?? '' },
        h('option', { value: '' }, '（不导入 left out）'),
        FIELDS.map((each) => h('option', { value: each.code, selected: each.code === job.columns[column] }, `${each.zh} ${each.en}`))));
    const channel = h('select', {}, CHANNELS.map((each) => h('option', { value: each.code }, `${each.zh} ${each.en}`)));
    const problem = h('div', { 'aria-live': 'polite' });
    const start = h('button', { type: 'submit', class: 'primary large' }, both(`导入 ${job.rows} 行`, `Import ${job.rows} rows`));
    return h('form', {
      onsubmit: (event) => {
        event.preventDefault();
        attempt(problem, start, async () => {
          await api.post(`/api/v1/import-jobs/${encodeURIComponent(id)}/start`, mappingOf(selects.map((select) => select.value), channel.value));
          await Promise.all([look(), list()]);
        });
      },
    },
    h('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': '前几行 First rows' }, h('table', { class: 'figures' },
      h('thead', {}, h('tr', {}, job.headings.map((heading) => h('th', { scope: 'col' }, heading))), h('tr', {}, selects.map((select) => h('td', {}, select)))),
      h('tbody', {}, job.preview.map((row) => h('tr', {}, job.headings.map((_, column) => h('td', {}, row.cells[column] ?? ''))))))),
    field(both('没写渠道的行', 'Rows without a channel'), channel),
    problem, h('div', { class: 'row' }, start, cancel(job, problem)));
  }

  function progress(job) {
    const problem = h('div', { 'aria-live': 'polite' });
    return [
      h('progress', { max: 100, value: percent(job), 'aria-label': '进度 Progress' }),
      h('p', {}, both(`已存 ${job.stored} 行，退回 ${job.refused} 行`, `${job.stored} stored, ${job.refused} refused`)),
      job.refused > 0 ? h('button', { type: 'button', onclick: (event) => attempt(problem, event.currentTarget, () => save(job)) }, both('下载错误行', 'Rows with errors')) : null,
      isMoving(job) ? cancel(job, problem) : null,
      problem,
    ];
  }

  function cancel(job, problem) {
    const button = h('button', {
      type: 'button', class: 'quiet',
      onclick: () => attempt(problem, button, async () => {
        await api.post(`/api/v1/import-jobs/${encodeURIComponent(job.id)}/cancel`, {});
        await Promise.all([look(), list()]);
      }),
    }, both('取消', 'Cancel'));
    return button;
  }

  async function save(job) {
    const { blob } = await api.file(job.errors);
    const link = h('a', { href: URL.createObjectURL(blob), download: `导入错误-${job.fileName.replace(/\.\w+$/, '')}.${job.format.toLowerCase()}` });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const picked = h('input', { type: 'file', accept: '.csv,.xlsx,text/csv', required: true });
  const upload = h('button', { type: 'submit', class: 'primary' }, both('上传并预览', 'Upload and look'));
  const form = h('form', {
    onsubmit: (event) => {
      event.preventDefault();
      const [chosen] = picked.files;
      if (!chosen) return;
      attempt(said, upload, async () => {
        const job = await api.sendFile(`/api/v1/import-jobs?id=${newId()}&fileName=${encodeURIComponent(chosen.name)}`, chosen);
        go('imports', job.id);
      });
    },
  }, field(both('表格', 'Table'), picked, 'CSV 或 XLSX，第一行是表头，最多 100000 行。 CSV or XLSX with a heading, 100,000 rows at most.'), upload);

  replace(stage, h('section', { class: 'list', 'aria-label': '批量导入 Bulk import' },
    h('h2', {}, both('批量导入', 'Bulk import')), form, said, lines), file);
  stage.classList.toggle('open', Boolean(id));
  list();
  if (id) look();
  else replace(file, h('p', { class: 'hint empty' }, both('上传一个表格，或选一个任务来看。', 'Upload a table, or choose an import.')));
  return () => {
    gone = true;
    clearTimeout(timer);
  };
}
