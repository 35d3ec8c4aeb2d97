import { both, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { listOf } from '../reference.js';
import { everyNowAndThen } from '../refresh.js';
import { caseFile } from './casefile.js';
import { categoryOf, dueBlock, nextDue, stateOf } from './words.js';

const TABS = [
  ['inbox', '待办', 'To do'],
  ['all', '全部', 'All'],
  ['reported', '我报的', 'Reported'],
  ['hard', '一号窗口', 'Hard cases'],
];
const PAGE = 30;
let tab = 'inbox';

/** What is due next stands on top; the chosen case lies beside it, or over it on a phone. */
export function inboxView(stage, context) {
  const { api, id, go } = context;
  const lines = h('ol', { class: 'lines' });
  const said = h('div', { 'aria-live': 'polite' });
  const more = h('div', { class: 'row' });
  const file = h('section', { class: 'file', 'aria-label': '案卷 Case file' });
  let leaveFile = () => {};

  async function load(cursor) {
    await attempt(said, null, async () => {
      const query = new URLSearchParams({ tab, limit: String(PAGE), ...(cursor && { cursor }) });
      const page = await api.get(`/api/v1/cases?${query}`);
      if (!cursor) lines.replaceChildren();
      lines.append(...listOf(page, 'cases').map(line));
      const next = page.nextCursor;
      replace(more, next ? h('button', { type: 'button', onclick: () => load(next) }, both('再看一些', 'More')) : null,
        !lines.hasChildNodes() ? h('p', { class: 'hint empty' }, both('没有待办。', 'Nothing is waiting.')) : null);
    });
  }

  function line(theCase) {
    return h('li', { class: 'line', 'aria-current': theCase.id === id ? 'true' : null },
      dueBlock(nextDue(theCase)),
      h('a', { class: 'line-main', href: `#/inbox/${encodeURIComponent(theCase.id)}` },
        h('p', { class: 'line-title' },
          theCase.urgency === 'EMERGENCY' ? h('span', { class: 'urgent' }, both('紧急', 'Emergency')) : null,
          categoryOf(theCase)),
        theCase.text ? h('p', { class: 'line-text' }, theCase.text) : null,
        h('p', { class: 'hint' }, h('span', { class: 'state' }, stateOf(theCase)), ` ${theCase.holder?.nameZh ?? ''} `, h('span', { class: 'num' }, theCase.caseNumber ?? ''))));
  }

  const tabs = h('div', { class: 'tabs', role: 'group', 'aria-label': '范围 Which cases' }, TABS.map(([key, zh, en]) => h('button', {
    type: 'button', 'aria-pressed': String(key === tab),
    onclick: (event) => {
      tab = key;
      [...tabs.children].forEach((button) => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
      load();
    },
  }, both(zh, en))));

  replace(stage, h('section', { class: 'list', 'aria-label': '待办 To do' }, tabs, said, lines, more), file);
  stage.classList.toggle('open', Boolean(id));
  load();
  if (id) {
    leaveFile = caseFile(file, { ...context, onChanged: () => load(), onBack: () => go('inbox') });
  } else {
    replace(file, h('p', { class: 'hint empty' }, both('选一件案卷。最急的在最上面。', 'Choose a case. The most urgent is on top.')));
  }
  const refresh = everyNowAndThen(() => lines.children.length <= PAGE && load());
  return () => {
    refresh.stop();
    leaveFile();
  };
}
