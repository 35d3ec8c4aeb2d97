import { h, both } from './dom.js';

/** What went wrong, and what to do next. Shown where the person is looking, read out by screen readers. */
export function problemBox(problem, { onRepeat, onNewId } = {}) {
  if (!('code' in problem)) throw problem;
  const box = h('section', { class: 'problem', role: 'alert', tabindex: '-1' },
    h('h3', {}, problem.title),
    problem.detail && problem.detail !== problem.title ? h('p', {}, problem.detail) : null,
    problem.errors.length > 0
      ? h('ul', {}, problem.errors.map((error) => h('li', {}, `${error.field}: ${error.remedy ?? error.reason ?? ''}`)))
      : null,
    problem.remedy ? h('p', { class: 'remedy' }, problem.remedy) : null,
    h('div', { class: 'row' },
      onRepeat && problem.worthRepeating
        ? h('button', { type: 'button', class: 'primary', onclick: onRepeat }, both('再发一次', 'Send again'))
        : null,
      onNewId && problem.code === 'same-id-other-content'
        ? h('button', { type: 'button', onclick: onNewId }, both('作为新事项上报', 'File as a new matter'))
        : null,
      h('code', { class: 'code' }, problem.code)));
  // After it stands in the page.
  queueMicrotask(() => box.isConnected && box.focus({ preventScroll: false }));
  return box;
}

/** Runs a call for a view: shows `busy` on the button and the problem in its place. */
export async function attempt(place, button, call, options = {}) {
  place.replaceChildren();
  if (button) button.disabled = true;
  try {
    return await call();
  } catch (problem) {
    if (problem.name === 'AbortError') return undefined;
    place.append(problemBox(problem, options));
    return undefined;
  } finally {
    if (button) button.disabled = false;
  }
}
