import { both, h, replace } from './dom.js';
import { releaseForm } from './release.js';
import { newId } from '../api/ids';

/** What the door takes; a phone's own formats are turned into JPEG by its browser when only JPEG is accepted. */
const TYPES = 'image/jpeg,image/png';

/** A button that opens the camera or the album, and says how many were chosen. */
export function photoPicker() {
  const input = h('input', { type: 'file', accept: TYPES, multiple: true, 'aria-label': '照片 Photos', onchange: paint });
  const chosen = h('p', { class: 'hint', 'aria-live': 'polite' });
  let ids = new Map();

  function paint() {
    ids = new Map([...input.files].map((file) => [file, newId()]));
    replace(chosen, ids.size === 0 ? '' : `${ids.size} 张照片 photos`);
  }

  return {
    element: h('div', { class: 'photos' }, h('label', {}, both('照片', 'Photos'), ' ', input), chosen),
    /** Each file with the id under which it is declared, the same at every try. */
    chosen: () => ids,
    clear() {
      input.value = '';
      paint();
    },
  };
}

/** Declares each photo and sends what is missing of it. After a break the same call goes on where it was. */
export async function sendPhotos(api, owner, photos) {
  for (const [file, id] of photos) {
    const declared = await api.post('/api/v1/attachments', {
      id, ownerKind: owner.kind, ownerId: owner.id, moment: owner.moment ?? 'BEFORE', fileName: file.name, size: file.size,
    });
    if (declared.uploadUrl) await api.upload(declared.uploadUrl, file);
  }
}

/**
 * The photos of a report and of its case, small, each a link to the whole; nothing when there are none.
 *
 * @param releasing whether the viewer may let everybody see one
 */
export async function photoStrip(api, id, releasing = false) {
  const lists = await Promise.all(['REPORT', 'CASE'].map((kind) => api.get(`/api/v1/attachments?ownerKind=${kind}&ownerId=${id}`)));
  const stored = lists.flatMap((list) => list.items).filter((photo) => photo.state === 'STORED');
  if (stored.length === 0) return null;
  const links = await api.post('/api/v1/attachments/links', { ids: stored.map((photo) => photo.id) });
  const linkOf = new Map(links.items.map((link) => [link.id, link]));
  return h('ul', { class: 'photo-strip', 'aria-label': '照片 Photos' }, stored.map((photo) => {
    const link = linkOf.get(photo.id);
    const words = photo.moment === 'AFTER' ? '处置后 after' : '处置前 before';
    return link?.url ? h('li', {}, h('a', { href: link.url, target: '_blank', rel: 'noopener' },
      link.thumbnailUrl ? h('img', { src: link.thumbnailUrl, alt: words, loading: 'lazy', width: 96 }) : (photo.fileName ?? photo.id)),
    h('span', { class: 'hint' }, words),
    releasing && link.thumbnailUrl ? releaseBox(api, photo.id, link.url) : null) : null;
  }));
}

/** Opened only when wanted: the whole picture is loaded then. */
function releaseBox(api, id, url) {
  const box = h('details', { ontoggle: () => box.open && box.childElementCount === 1 && box.append(releaseForm(api, id, url)) },
    h('summary', {}, both('公开', 'Release')));
  return box;
}
