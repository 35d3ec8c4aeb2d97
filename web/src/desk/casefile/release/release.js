import { both, h, replace } from './dom.js';
import { attempt } from './problems.js';

/** Who may let a photo be seen by everybody. */
const CLERKS = ['COMMUNITY_CLERK', 'DISPATCHER', 'CALLBACK_CLERK', 'INSPECTOR'];
const STEP = 0.02;
const FIRST = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

export function mayRelease(roleCodes) {
  return roleCodes.some((role) => CLERKS.includes(role));
}

/**
 * 照片公开: the clerk draws over faces and number plates, with a pointer or by keyboard (arrows move an area, with Shift they
 * resize it, Delete takes it away), and lets the copy be seen. What is drawn here only says where; the service paints.
 */
export function releaseForm(api, id, url) {
  const areas = [];
  const said = h('div', { 'aria-live': 'polite' });
  const picture = h('img', { src: url, alt: '原图 The original', draggable: 'false' });
  const canvas = h('div', { class: 'veil' }, picture);
  const send = h('button', { type: 'button', class: 'primary', onclick: release }, both('公开', 'Let it be seen'));
  let start = null;
  let drawn = null;

  canvas.addEventListener('pointerdown', (event) => {
    if (event.target !== picture) return;
    event.preventDefault();
    start = at(event);
    drawn = add({ ...start, width: 0, height: 0 });
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawn) return;
    Object.assign(drawn.area, between(start, at(event)));
    place(drawn);
  });
  canvas.addEventListener('pointerup', () => {
    if (drawn && (drawn.area.width < STEP / 2 || drawn.area.height < STEP / 2)) remove(drawn);
    drawn = null;
  });

  function at(event) {
    const box = picture.getBoundingClientRect();
    return { x: clamp((event.clientX - box.left) / box.width), y: clamp((event.clientY - box.top) / box.height) };
  }

  function add(area) {
    const drawnArea = { area, element: h('div', { class: 'hidden-area', tabindex: '0', role: 'img', 'aria-label': '遮挡区域 Hidden area', onkeydown: (event) => key(event, drawnArea) }) };
    areas.push(drawnArea);
    canvas.append(drawnArea.element);
    place(drawnArea);
    return drawnArea;
  }

  function remove(which) {
    areas.splice(areas.indexOf(which), 1);
    which.element.remove();
  }

  function key(event, which) {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      remove(which);
    } else {
      const moved = nudged(which.area, event.key, event.shiftKey);
      if (!moved) return;
      Object.assign(which.area, moved);
      place(which);
    }
    event.preventDefault();
  }

  function place({ area, element }) {
    Object.assign(element.style, { left: share(area.x), top: share(area.y), width: share(area.width), height: share(area.height) });
  }

  async function release() {
    const drawnAreas = areas.map(({ area }) => area);
    const body = drawnAreas.length > 0 ? { areas: drawnAreas } : { nothingToHide: true };
    if (drawnAreas.length === 0 && !confirm('没有要遮挡的吗？ Nothing to hide?')) return;
    const done = await attempt(said, send, () => api.put(`/api/v1/attachments/${id}/release`, body));
    if (done) replace(said, h('p', { role: 'status' }, both('已公开。', 'Everybody may see it now.')));
  }

  return h('div', {}, canvas,
    h('div', { class: 'row' },
      h('button', { type: 'button', onclick: () => add({ ...FIRST }).element.focus() }, both('加一块遮挡', 'Hide an area')), send),
    said);
}

/** The area moved or resized by one step, within the picture; null for other keys. */
export function nudged(area, name, resize) {
  const [dx, dy] = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[name] ?? [0, 0];
  if (dx === 0 && dy === 0) return null;
  if (resize) {
    return { ...area, width: within(area.width + dx, STEP, 1 - area.x), height: within(area.height + dy, STEP, 1 - area.y) };
  }
  return { ...area, x: within(area.x + dx, 0, 1 - area.width), y: within(area.y + dy, 0, 1 - area.height) };
}

/** The rectangle with these two corners. */
export function between(one, other) {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

function clamp(value) {
  return within(value, 0, 1);
}

function share(value) {
  return `${value * 100}%`;
}
