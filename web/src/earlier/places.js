import { both, h, replace } from './dom.js';
import { distance } from './similar.js';

const PAUSE = 300;

/** Finding a place by name, pinyin or initials; what is found is picked with one tap. */
export function placeSearch(api, { near, onPick }) {
  const found = h('div', { class: 'chips', role: 'group', 'aria-label': '找到的地点 Places found' });
  const input = h('input', {
    type: 'text', inputmode: 'search', autocomplete: 'off', maxlength: 60, placeholder: '搜地点：江滨苑、jby、南门菜场…', 'aria-label': '搜索地点 Search places',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    },
  });
  let timer = null;

  async function look() {
    const typed = input.value.trim();
    const here = near();
    const query = new URLSearchParams({ q: typed, limit: '6', ...(here && { near: here.join(',') }) });
    const answer = typed ? await api.get(`/api/v1/places?${query}`).catch(() => null) : null;
    // Somebody went on typing meanwhile.
    if (typed !== input.value.trim()) return;
    const items = answer?.items ?? [];
    replace(found,
      items.map((item) => h('button', { type: 'button', class: 'chip', onclick: () => choose(item) },
        item.name, item.metres === undefined ? null : ` ${distance(item)}`)),
      typed && answer && items.length === 0 ? h('p', { class: 'hint' }, both('没有找到，可以点图。', 'Not found: tap the map.')) : null);
  }

  function choose(item) {
    input.value = item.name;
    found.replaceChildren();
    onPick(item.location.coordinates);
  }

  return {
    elements: [input, found],
    clear() {
      input.value = '';
      found.replaceChildren();
    },
  };
}
