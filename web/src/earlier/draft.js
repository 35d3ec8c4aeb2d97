import { newId } from '../api/ids';

/**
 * A report that is being written. Its id is made at the first letter and stays until the report is stored, so that it can be
 * sent again and again without being filed twice; also after a reload.
 */
const KEY = 'wangge.draft';

export function blankDraft(gridCode = null) {
  return {
    id: newId(), category: null, text: '', gridCode, location: null, urgency: 'NORMAL',
    settled: false, settledText: '', residentName: '', residentPhone: '',
  };
}

/** Who the resident is stays in memory only: a shared phone's storage is no place for it. */
export function keep(draft, storage = globalThis.sessionStorage) {
  storage.setItem(KEY, JSON.stringify({ ...draft, residentName: '', residentPhone: '' }));
}

export function kept(storage = globalThis.sessionStorage) {
  try {
    return JSON.parse(storage.getItem(KEY));
  } catch {
    return null;
  }
}

export function forget(storage = globalThis.sessionStorage) {
  storage.removeItem(KEY);
}

/** The request body: only what was given. */
export function reportBody(draft) {
  const body = { id: draft.id, text: draft.text.trim(), urgency: draft.urgency };
  if (draft.category) body.category = draft.category;
  if (draft.location) body.location = { type: 'Point', coordinates: draft.location };
  if (draft.gridCode) body.gridCode = draft.gridCode;
  if (draft.settled) body.settledOnSpot = { text: draft.settledText.trim() || draft.text.trim() };
  const name = draft.residentName.trim();
  const phone = draft.residentPhone.trim();
  if (name || phone) body.resident = { ...(name && { name }), ...(phone && { phone }) };
  return body;
}
