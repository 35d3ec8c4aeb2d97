import { newId } from '../../api/ids';

export type About = 'report' | 'suggest' | 'criticise';
export type Nature = 'HELP' | 'COMPLAINT' | 'TIP_OFF' | 'ENQUIRY' | 'SUGGESTION';
export const NATURES: Nature[] = ['HELP', 'COMPLAINT', 'TIP_OFF', 'ENQUIRY', 'SUGGESTION'];

/**
 * A report that is being written. Its id stays until it is received, so that it can be sent again and again without being filed
 * twice. Who writes it is not part of it: a shared phone's storage is no place for a telephone number.
 */
export interface Draft {
  id: string;
  text: string;
  category: string;
  nature: Nature;
  address: string;
  location: [number, number] | null;
  /** How many photos were chosen; a page that is opened anew has them no more. */
  photos: number;
}

export function blankDraft(about: About): Draft {
  return { id: newId(), text: '', category: '', nature: about === 'suggest' ? 'SUGGESTION' : about === 'criticise' ? 'COMPLAINT' : 'HELP', address: '', location: null, photos: 0 };
}

const key = (about: About) => `wangge.guest.draft.${about}`;

export function keep(about: About, draft: Draft, storage: Storage = sessionStorage): void {
  try {
    storage.setItem(key(about), JSON.stringify(draft));
  } catch {
    // Without room for it the form itself still has it.
  }
}

export function kept(about: About, storage: Storage = sessionStorage): Draft | null {
  try {
    const before = JSON.parse(storage.getItem(key(about)) ?? 'null') as Draft | null;
    return before && { ...blankDraft(about), ...before };
  } catch {
    return null;
  }
}

export function forget(about: About, storage: Storage = sessionStorage): void {
  storage.removeItem(key(about));
}

/** The body of a report: what is empty is left out. */
export function reportBody({ id, text, category, nature, address, location }: Draft): Record<string, unknown> {
  return {
    id, text: text.trim(), nature,
    ...(category && { category }),
    ...(address.trim() && { address: address.trim() }),
    ...(location && { location: { type: 'Point', coordinates: location } }),
  };
}
