import { both, h, replace } from './dom.js';
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
