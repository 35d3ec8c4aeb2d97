import { newId } from '../../api/ids';

export type LonLat = [number, number];

/** A report that a member of staff is writing. Its id is made with it and stays until it is stored, so that it is filed once. */
export interface Draft {
  id: string;
  text: string;
  category: string | null;
  nature: string | null;
  gridCode: string | null;
  location: LonLat | null;
  address: string;
  urgency: 'NORMAL' | 'EMERGENCY';
  /** 现场解决. */
  settled: boolean;
  settledText: string;
  residentName: string;
  residentPhone: string;
  /** Somebody known already, as a look-up named them. */
  personId: string | null;
}

export function blankDraft(gridCode: string | null = null): Draft {
  return {
    id: newId(), text: '', category: null, nature: null, gridCode, location: null, address: '', urgency: 'NORMAL', settled: false, settledText: '',
    residentName: '', residentPhone: '', personId: null,
  };
}

const keyOf = (who: string) => `wangge.draft.report.${who}`;
type Cells = Pick<Storage, 'setItem' | 'getItem' | 'removeItem'>;

/**
 * Over a reload of the page, for whoever wrote it alone. Who the resident is stays in memory only: a shared computer's storage is
 * no place for it. @param who staff id
 */
export function keep(draft: Draft, who: string, storage: Cells = globalThis.sessionStorage): void {
  storage.setItem(keyOf(who), JSON.stringify({ ...draft, residentName: '', residentPhone: '', personId: null }));
}

export function kept(who: string, storage: Cells = globalThis.sessionStorage): Draft | null {
  try {
    const said = JSON.parse(storage.getItem(keyOf(who)) ?? 'null') as Partial<Draft> | null;
    return said?.id ? { ...blankDraft(), ...said } : null;
  } catch {
    return null;
  }
}

export function forget(who: string, storage: Cells = globalThis.sessionStorage): void {
  storage.removeItem(keyOf(who));
}

/** What `POST /api/v1/reports` takes: only what was given. */
export function reportBody(draft: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = { id: draft.id, text: draft.text.trim(), urgency: draft.urgency };
  if (draft.category) body.category = draft.category;
  if (draft.nature) body.nature = draft.nature;
  if (draft.location) body.location = { type: 'Point', coordinates: draft.location };
  if (draft.gridCode) body.gridCode = draft.gridCode;
  if (draft.address.trim()) body.address = draft.address.trim();
  if (draft.settled) body.settledOnSpot = { text: draft.settledText.trim() || draft.text.trim() };
  const resident = residentOf(draft);
  if (resident) body.resident = resident;
  return body;
}

/** Instead of a report: whom the outcome of the one that is there is told. */
export function followBody(draft: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = { id: draft.id };
  if (draft.text.trim()) body.text = draft.text.trim();
  const resident = residentOf(draft);
  if (resident) body.resident = resident;
  return body;
}

function residentOf({ residentName, residentPhone, personId }: Draft): Record<string, string> | null {
  const [name, phone] = [residentName.trim(), residentPhone.trim()];
  if (phone || name) return { ...(name && { name }), ...(phone && { phone }), ...(personId && !phone && { personId }) };
  return personId ? { personId } : null;
}

/** Before that a text says too little to be compared. */
export const LEAST_CHARACTERS = 4;

/** What is asked of `POST /api/v1/reports/similar`: only where something can be compared. Null while there is too little. */
export function similarQuestion({ id, text, category, location, gridCode }: Draft): Record<string, unknown> | null {
  const said = text.trim();
  if (!(location || gridCode) || (!category && said.length < LEAST_CHARACTERS)) return null;
  const body: Record<string, unknown> = { id, text: said };
  if (category) body.category = category;
  if (location) body.location = { type: 'Point', coordinates: location };
  if (gridCode) body.gridCode = gridCode;
  return body;
}
