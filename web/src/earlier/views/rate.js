import { both, field, h, replace } from '../dom.js';
import { GRADES } from '../outcome.js';
import { attempt } from '../problems.js';

const TAGS = {
  SLOW: ['办得慢', 'Slow'], RUDE: ['态度不好', 'Rude'], NOT_DONE: ['没有办', 'Not done'], HALF_DONE: ['没办完', 'Half done'],
  PROMPT: ['办得快', 'Prompt'], KIND: ['态度好', 'Kind'], THOROUGH: ['办得细', 'Thorough'],
};

/** A resident answers through a link: no login, no names, once. */
export async function rateView(root, { api, token, language }) {
  const path = `/api/v1/callbacks/by-token/${encodeURIComponent(token)}`;
  const said = h('div', { 'aria-live': 'polite' });
  const body = h('div', {});
  replace(root, h('main', { class: 'signin' },
    h('div', { class: 'signin-words' }, h('h1', {}, both('请您评价', 'Please rate'))), h('div', {}, said, body), h('div', { class: 'corner' }, language)));
  const asked = await attempt(said, null, () => api.get(path));
  if (asked) replace(body, questions(asked, (answer, button) => send(answer, button)));

  async function send(answer, button) {
    const done = await attempt(said, button, () => api.post(path, answer));
    if (!done) return;
    replace(body, h('section', { class: 'slip stamped', role: 'status' }, h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已评'),
      h('h3', {}, both('谢谢，您的评价已记录。', 'Thank you, your rating is recorded.'))));
  }
}

function questions(asked, send) {
  const answers = { settled: null, grade: null, tags: new Set(), comment: '' };
  const button = h('button', { type: 'submit', class: 'primary large', disabled: true }, both('提交评价', 'Send'));
  const choice = (name, zh, en, options) => h('fieldset', { class: 'field' }, h('legend', {}, both(zh, en)),
    h('div', { class: 'row choices' }, options.map(([value, czh, cen]) => h('label', { class: 'choice' },
      h('input', { type: 'radio', name, value: String(value), onchange: () => { answers[name] = value; button.disabled = answers.settled === null || !answers.grade; } }),
      both(czh, cen)))));
  const tick = (code) => h('label', { class: 'choice' },
    h('input', { type: 'checkbox', onchange: (e) => (e.target.checked ? answers.tags.add(code) : answers.tags.delete(code)) }),
    both(...(TAGS[code] ?? [code, code])));
  return h('form', {
    class: 'questions',
    onsubmit: (event) => { event.preventDefault(); send(ratingBody(answers), button); },
  },
  h('p', { class: 'hint' }, both(asked.category.zh ?? '您反映的事情', asked.category.en ?? 'What you reported'), ' ', h('span', { class: 'num' }, asked.caseNumber ?? '')),
  choice('settled', '问题解决了吗', 'Settled?', [[true, '解决了', 'Yes'], [false, '没解决', 'No']]),
  choice('grade', '满意吗', 'Grade', GRADES),
  h('fieldset', { class: 'field' }, h('legend', {}, both('还想说明（可多选）', 'Why (any)')), h('div', { class: 'row choices' }, asked.tags.map(tick))),
  field(both('您的话（可不填）', 'In your words (optional)'), h('textarea', { rows: 3, maxlength: 2000, oninput: (e) => (answers.comment = e.target.value) })),
  button);
}

export function ratingBody({ settled, grade, tags, comment }) {
  const body = { settled, grade, tags: [...tags] };
  if (comment.trim()) body.comment = comment.trim();
  return body;
}
