import { commandBody, missing } from '../actions.js';
import { both, field, h, replace } from '../dom.js';
import { problemBox } from '../problems.js';
import { newId } from '../../api/ids';

/** The form of one command. Its id is made once: sending again can never do it twice. `context.answers` fill it beforehand. */
export function commandForm(root, command, context) {
  const { api, facts, id, version, onDone, onStale } = context;
  const commandId = newId();
  const answers = { ...context.answers };
  const said = h('div', { 'aria-live': 'polite' });
  const send = h('button', { type: 'submit', class: 'primary' }, both(`确认${command.zh}`, command.en));
  const form = h('form', { class: 'command', onsubmit: submit }, command.asks.map((ask) => question(ask, answers, facts)), said, send);

  async function submit(event) {
    event?.preventDefault();
    const first = missing(command, answers);
    if (first) {
      form.querySelector(`[name="${first.name}"]`)?.focus();
      replace(said, h('p', { class: 'remedy', role: 'alert' }, both(`还差：${first.zh}`, `Still needed: ${first.en}`)));
      return;
    }
    send.disabled = true;
    said.replaceChildren();
    try {
      await api.post(`/api/v1/cases/${encodeURIComponent(id)}/commands`, commandBody(commandId, command, answers), version());
      replace(root);
      await onDone();
    } catch (problem) {
      replace(said, problem.status === 412 ? await onStale() : problemBox(problem, { onRepeat: () => submit() }));
    } finally {
      send.disabled = false;
    }
  }

  replace(root, form);
  (form.querySelector('textarea, select, input') ?? send).focus();
}

function question(ask, answers, facts) {
  const label = both(ask.zh, ask.en);
  if (ask.kind === 'text') {
    return field(label, h('textarea', { name: ask.name, rows: 3, maxlength: ask.most, oninput: (e) => (answers[ask.name] = e.target.value) }, answers[ask.name] ?? ''));
  }
  if (ask.kind === 'choice') {
    return h('fieldset', { class: 'field' }, h('legend', {}, label), h('div', { class: 'row' }, ask.options.map(([value, zh, en]) =>
      h('label', { class: 'choice' }, h('input', { type: 'radio', name: ask.name, value, onchange: () => (answers[ask.name] = value) }), both(zh, en)))));
  }
  const select = h('select', { name: ask.name, onchange: () => (answers[ask.name] = select.value) }, h('option', { value: '' }, '—'));
  const options = ask.kind === 'unit' ? facts.units().then(unitOptions) : facts.categories().then(categoryOptions);
  options.then((all) => select.append(...all)).catch(() => select.append(h('option', { value: '' }, '取不到名单 not available')));
  return field(label, select);
}

function unitOptions(units) {
  return [...units]
    .sort((a, b) => (a.path ?? []).join('/').localeCompare((b.path ?? []).join('/')))
    .map((unit) => h('option', { value: unit.id }, `${'\u3000'.repeat(Math.max(0, (unit.path?.length ?? 1) - 1))}${unit.nameZh}`));
}

function categoryOptions(categories) {
  return categories.filter((c) => !c.retired).map((c) => h('option', { value: c.code }, `${c.code} ${c.subclassZh} ${c.subclassEn}`));
}
