import { search, suggest } from '../categories.js';
import { both, field, h, replace } from '../dom.js';
import { attempt } from '../problems.js';
import { gridOf, listOf } from '../reference.js';
import { featureAt } from '../place.js';
import { blankDraft, forget, keep, kept, reportBody } from '../draft.js';
import { photoPicker, sendPhotos } from '../photos.js';
import { gridMap } from './map.js';
import { placeSearch } from '../places.js';
import { helpAtEntry } from '../similar.js';
import { stateOf } from './words.js';

/** What a grid worker meets every day: one tap away. */
const EVERYDAY = ['0102', '0104', '0503', '0504', '0505', '0601', '0602', '0501', '0901'];

export function reportView(stage, { api, me, facts }) {
  let draft = kept() ?? blankDraft(homeGrid(me));
  const said = h('div', { 'aria-live': 'polite' });
  const sent = h('div', { class: 'sent', 'aria-live': 'polite' });
  const photos = photoPicker();
  const photosSaid = h('div', { 'aria-live': 'polite' });
  const mine = h('section', { class: 'mine', 'aria-label': '我报的 My reports' });

  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': '类别 Category' });
  const find = h('input', { type: 'search', autocomplete: 'off', placeholder: '搜类别：垃圾、0102、noise…', 'aria-label': '搜索类别 Search categories' });
  const text = h('textarea', {
    rows: 4, maxlength: 2000, required: true, value: draft.text,
    placeholder: '看到什么？在哪里？',
    oninput: () => set({ text: text.value }, 'quietly'),
  });
  const grid = h('select', { onchange: () => set({ gridCode: grid.value, location: null }) });
  const ground = h('div', { class: 'ground' });
  const where = h('p', { class: 'hint' });
  const urgent = toggle('urgent', 'EMERGENCY', '紧急', 'Emergency');
  const onSpot = toggle('onSpot', true, '已现场解决', 'Settled here');
  const spotText = h('textarea', { rows: 2, maxlength: 2000, value: draft.settledText, oninput: () => set({ settledText: spotText.value }, 'quietly') });
  const spotField = field(both('怎么解决的', 'How it was settled'), spotText);
  const name = h('input', { autocomplete: 'off', maxlength: 60, oninput: () => (draft.residentName = name.value) });
  const phone = h('input', { type: 'tel', inputmode: 'tel', autocomplete: 'off', maxlength: 30, oninput: () => (draft.residentPhone = phone.value) });
  const send = h('button', { type: 'submit', class: 'primary large send' }, both('上报', 'Report'));

  const help = helpAtEntry(api, { draft: () => draft, onFollowed: followed, onSuggested: suggested });
  const places = placeSearch(api, { near: () => draft.location, onPick: (position) => pick(position) });
  const reasons = h('p', { class: 'hint', 'aria-live': 'polite' });
  let suggestions = [];
  let categories = [];
  let map = null;
  let features = [];

  function set(change, quietly) {
    draft = { ...draft, ...change };
    keep(draft);
    help.changed();
    if (quietly !== 'quietly' || categories.length > 0) paintChips();
    if (quietly !== 'quietly') paint();
  }

  function paint() {
    grid.value = draft.gridCode ?? '';
    map?.mark(draft.location, draft.gridCode);
    const place = features.map(gridOf).find((g) => g.code === draft.gridCode);
    where.textContent = draft.location
      ? `${draft.location[1].toFixed(5)}, ${draft.location[0].toFixed(5)} · ${place ? place.name || place.code : '不在任何网格内，仍可上报 outside every grid, still accepted'}`
      : '点图标出位置，或用网格编号。 Tap the map, or use the grid.';
    spotField.hidden = !draft.settled;
    urgent.setAttribute('aria-pressed', String(draft.urgency === 'EMERGENCY'));
    onSpot.setAttribute('aria-pressed', String(draft.settled));
  }

  function paintChips() {
    const typed = find.value;
    const shown = typed ? search(categories, typed) : [...suggestedOnes(), ...suggest(categories, draft.text), ...everyday(categories)];
    const chosen = categories.find((c) => c.code === draft.category);
    const unique = [...new Map([...(chosen ? [chosen] : []), ...shown].map((c) => [c.code, c])).values()].slice(0, 9);
    replace(chips, unique.map((c) => h('button', {
      type: 'button', class: 'chip', 'aria-pressed': String(c.code === draft.category),
      onclick: () => set({ category: c.code === draft.category ? null : c.code }),
    }, both(c.subclassZh, c.subclassEn))));
    if (typed && shown.length === 0) chips.append(h('p', { class: 'hint' }, both('没有这个类别；不选也可以上报。', 'No such category; you may report without one.')));
  }

  function toggle(key, value, zh, en) {
    return h('button', {
      type: 'button', class: 'toggle', 'aria-pressed': 'false',
      onclick: () => (key === 'urgent'
        ? set({ urgency: draft.urgency === value ? 'NORMAL' : value })
        : set({ settled: !draft.settled })),
    }, both(zh, en));
  }

  async function submit(event) {
    event?.preventDefault();
    if (!text.value.trim()) {
      text.focus();
      return;
    }
    const receipt = await attempt(said, send, () => api.post('/api/v1/reports', reportBody(draft)), {
      onRepeat: () => submit(),
      onNewId: () => {
        draft = { ...draft, id: blankDraft().id };
        keep(draft);
        submit();
      },
    });
    if (!receipt) return;
    replace(sent, h('section', { class: 'slip stamped', role: 'status' },
      h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已收'),
      h('h3', {}, both('已上报', 'Reported')),
      h('p', { class: 'number' }, receipt.trackingNumber),
      h('p', { class: 'hint' }, receipt.gridCode ? `网格 ${receipt.gridCode}` : both('不在任何网格内，由区派遣员处理。', 'Outside every grid: the district dispatches it.'))));
    // Its own step: the report stands, whatever becomes of its photos.
    await bringPhotos({ kind: 'REPORT', id: receipt.id });
    startAnew();
    showMine();
  }

  function suggestedOnes() {
    return suggestions.map((item) => categories.find((c) => c.code === item.category && !c.retired)).filter(Boolean);
  }

  /** Named with the words that spoke for it; the choice stays with who writes. */
  function suggested(answer) {
    suggestions = answer.items.slice(0, 3);
    const urgent = answer.urgentWord ? `“${answer.urgentWord}”：将按紧急处理 will be urgent。` : '';
    const why = suggestions.slice(0, 1).map((item) => `建议 Suggested ${item.subclassZh} ${Math.round(item.confidence * 100)}%：${item.words.join('、')}。`);
    reasons.textContent = [urgent, ...why].join('');
    if (categories.length > 0) paintChips();
  }

  function followed(follower) {
    replace(sent, h('section', { class: 'slip stamped', role: 'status' },
      h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已关注'),
      h('h3', {}, both('已关注，有结果会告知', 'Followed: the outcome will be told')),
      h('p', { class: 'number' }, follower.trackingNumber)));
    startAnew();
  }

  function startAnew() {
    forget();
    help.clear();
    places.clear();
    suggestions = [];
    reasons.textContent = '';
    draft = blankDraft(homeGrid(me));
    [text.value, spotText.value, name.value, phone.value, find.value] = ['', '', '', '', ''];
    set({});
    sent.scrollIntoView({ block: 'center' });
  }

  async function bringPhotos(owner, chosen = photos.chosen()) {
    photos.clear();
    if (chosen.size === 0) return;
    await attempt(photosSaid, null, () => sendPhotos(api, owner, chosen), { onRepeat: () => bringPhotos(owner, chosen) });
  }

  async function showMine() {
    await attempt(mine, null, async () => {
      const reports = listOf(await api.get('/api/v1/reports?tab=mine'), 'reports').slice(0, 8);
      replace(mine, h('h2', {}, both('我报的', 'My reports')),
        reports.length === 0 ? h('p', { class: 'hint' }, both('还没有。', 'None yet.')) : null,
        h('ol', { class: 'lines' }, reports.map((report) => h('li', { class: 'line' },
          h('div', { class: 'line-side' }, h('span', { class: `state` }, stateOf(report))),
          h('div', { class: 'line-main' },
            h('p', { class: 'line-title' }, report.text ?? ''),
            h('p', { class: 'hint' }, report.caseNumber ?? report.case?.caseNumber ?? report.trackingNumber))))));
    });
  }

  replace(stage,
    h('form', { class: 'report', onsubmit: submit }, sent,
      h('section', { class: 'step' },
        h('h2', {}, both('是什么事', 'What is it')), chips, reasons, find,
        field(both('说明', 'Description'), text), photos.element, photosSaid),
      h('section', { class: 'step' },
        h('h2', {}, both('在哪里', 'Where')), places.elements, ground, where,
        h('div', { class: 'row' }, field(both('网格', 'Grid'), grid),
          h('button', { type: 'button', onclick: locate }, both('用我的位置', 'Use my position'))),
        help.element),
      h('section', { class: 'step' },
        h('div', { class: 'row even' }, urgent, onSpot), spotField,
        h('details', {}, h('summary', {}, both('居民联系方式（回访用）', 'Resident to call back')),
          field(both('称呼', 'Name'), name), field(both('电话', 'Phone'), phone, '只留在受理库，不进台账。 Stays with intake, never in the ledger.'))),
      said, send),
    mine);

  function locate() {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => pick([coords.longitude, coords.latitude]),
      () => (where.textContent = '取不到位置，请点图或选网格。 No position: tap the map or choose the grid.'),
      { enableHighAccuracy: true, timeout: 8000 },
    );
  }

  function pick(position) {
    const feature = featureAt(features, position);
    set({ location: position, gridCode: feature ? gridOf(feature).code : draft.gridCode });
  }

  attempt(said, null, async () => {
    [categories, features] = await Promise.all([facts.categories(), facts.grids()]);
    find.addEventListener('input', paintChips);
    replace(grid, h('option', { value: '' }, '—'), features.map(gridOf).sort((a, b) => a.code.localeCompare(b.code))
      .map((g) => h('option', { value: g.code }, g.name || g.code)));
    if (features.length > 0) {
      map = gridMap(features, { onPick: pick });
      replace(ground, map.element);
    }
    set({});
  });
  showMine();
}

function everyday(categories) {
  return EVERYDAY.map((code) => categories.find((c) => c.code === code && !c.retired)).filter(Boolean);
}

/** A grid worker's own grid, where most of what they see lies. */
function homeGrid(me) {
  const worker = me.roles.find((role) => role.role === 'GRID_WORKER');
  return worker?.units.find((unit) => /^\d{12,}$/.test(unit.id))?.id ?? null;
}
