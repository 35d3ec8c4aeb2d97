import { both, field, h, replace } from '../dom.js';
import { attempt } from '../problems.js';

/** 查进度: by number; who reported it here also sees the words and may ask for it to be done again. */
export function followView(stage, { door, id }) {
  const said = h('div', { 'aria-live': 'polite' });
  const found = h('div', {});
  const number = h('input', { value: id ?? '', inputmode: 'text', maxlength: 20, required: true, autocomplete: 'off' });
  const look = h('button', { type: 'submit', class: 'primary' }, both('查询', 'Look'));
  replace(stage, h('h2', {}, both('查进度', 'Follow a report')),
    h('form', { onsubmit: (event) => { event.preventDefault(); show(number.value.trim()); } }, field(both('编号', 'Number'), number), look), said, found);
  if (id) show(id);

  async function show(wanted) {
    found.replaceChildren();
    const matter = await attempt(said, look, () => door.track(wanted));
    if (matter) replace(found, matterCard(matter, door, () => show(wanted)));
  }
}

const day = (time) => new Date(time).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

export function matterCard(matter, door, again) {
  const line = (zh, en, value) => (value ? [h('dt', {}, both(zh, en)), h('dd', {}, value)] : null);
  return h('article', { class: 'matter' },
    h('p', { class: 'stage-now', role: 'status' }, both(matter.stage.zh, matter.stage.en)),
    h('dl', {},
      line('编号', 'Number', matter.trackingNumber),
      line('收到', 'Received', day(matter.receivedAt)),
      line('类别', 'Kind', matter.category ? both(matter.category.zh, matter.category.en) : null),
      line('承办单位', 'Unit', matter.unit ? both(matter.unit.zh, matter.unit.en) : null),
      line('承诺办结', 'Promised by', matter.promisedAt ? day(matter.promisedAt) : null),
      line('内容', 'Text', matter.text),
      line('答复', 'Answer', matter.reply)),
    matter.photos.length > 0
      ? h('ul', { class: 'released', 'aria-label': '照片 Photos' }, matter.photos.map((photo) => h('li', {},
        h('a', { href: photo.url, target: '_blank', rel: 'noopener' }, h('img', { src: photo.thumbnailUrl, loading: 'lazy', alt: photo.moment === 'AFTER' ? '处置后 after' : '处置前 before' })))))
      : null,
    matter.mayReopen ? reopening(matter, door, again) : null);
}

/** 要求重办. */
function reopening(matter, door, again) {
  const said = h('div', { 'aria-live': 'polite' });
  const reason = h('textarea', { rows: 3, maxlength: 500, required: true });
  const send = h('button', { type: 'submit' }, both('要求重办', 'Ask for it to be done again'));
  return h('details', {}, h('summary', {}, both('没有解决？', 'Not settled?')),
    h('form', {
      onsubmit: async (event) => {
        event.preventDefault();
        const done = await attempt(said, send, () => door.askReopening(matter.trackingNumber, reason.value));
        if (done) replace(said, h('p', { role: 'status' }, both('已转督查员，请等待答复。', 'An inspector has it now.')));
        else if (again === undefined) return;
      },
    }, field(both('原因', 'Why'), reason), send, said));
}
