import { newId } from '../../api/ids';
import { gridAt, shortName, type Category, type FieldPack } from '../pack';
import type { Photo, ReportBody, ReportItem } from '../queue/item';
import type { Store } from '../queue/store';

/** A report that is being written. Its id stays until the service has it, so that it is filed once. */
export interface Draft {
  id: string;
  category: string | null;
  /** 不确定: said, and not merely left open. */
  unsure: boolean;
  /** As the person wrote it; null while it follows category and place. */
  text: string | null;
  gridCode: string | null;
  location: [number, number] | null;
  accuracy: number | null;
  emergency: boolean;
  onSpot: boolean;
  how: string | null;
  name: string;
  phone: string;
  observedAt: string;
  photos: Photo[];
}

const NAME = 'draft';

export function blankDraft(gridCode: string | null, now: number): Draft {
  return {
    id: newId(), category: null, unsure: false, text: null, gridCode, location: null, accuracy: null, emergency: false, onSpot: false, how: null,
    name: '', phone: '', observedAt: new Date(now).toISOString(), photos: [],
  };
}

export async function keptDraft(store: Store | null): Promise<Draft | null> {
  return (await store?.note<Draft>(NAME)) ?? null;
}

export async function keepDraft(store: Store | null, draft: Draft): Promise<void> {
  await store?.putNote(NAME, draft);
}

export async function forgetDraft(store: Store | null): Promise<void> {
  await store?.removeNote(NAME);
}

export interface Wording {
  unsure: string;
  how: string;
}

/** Filled from category and place, as long as the person writes nothing. */
export function textOf(draft: Draft, pack: FieldPack | null, words: Wording): string {
  if (draft.text !== null) return draft.text;
  const what = categoryOf(draft, pack)?.subclassZh ?? (draft.unsure ? words.unsure : '');
  const where = placeOf(draft, pack);
  return [what, where].filter(Boolean).join('，');
}

export function categoryOf(draft: Draft, pack: FieldPack | null): Category | undefined {
  return pack?.categories.find((category) => category.id === draft.category);
}

export function placeOf(draft: Draft, pack: FieldPack | null): string {
  const grid = pack && ((draft.location && gridAt(pack, draft.location)) || pack.grids.find((each) => each.code === draft.gridCode));
  return grid ? shortName(grid) : '';
}

export function isReady(draft: Draft, pack: FieldPack | null, words: Wording): boolean {
  return (draft.category !== null || draft.unsure || (draft.text ?? '').trim() !== '') && textOf(draft, pack, words).trim() !== '';
}

/** What goes into the queue: the same draft gives the same report. */
export function itemOf(draft: Draft, pack: FieldPack | null, words: Wording, now: number): ReportItem {
  const text = textOf(draft, pack, words).trim();
  const report: ReportBody = { id: draft.id, text, urgency: draft.emergency ? 'EMERGENCY' : 'NORMAL', observedAt: draft.observedAt };
  if (draft.category) report.category = draft.category;
  if (draft.gridCode) report.gridCode = draft.gridCode;
  if (draft.location) {
    report.location = { type: 'Point', coordinates: draft.location };
    if (draft.accuracy !== null) report.accuracyMetres = draft.accuracy;
  }
  if (draft.onSpot) report.settledOnSpot = { text: (draft.how ?? words.how).trim() || words.how };
  const [name, phone] = [draft.name.trim(), draft.phone.trim()];
  if (name || phone) report.resident = { ...(name && { name }), ...(phone && { phone }) };
  return { kind: 'REPORT', id: draft.id, state: 'WAITING', queuedAt: now, title: text, photos: draft.photos.filter((photo) => photo.moment === 'BEFORE' || draft.onSpot), report };
}

/** A report that was refused, to be mended; under its old id, which the service has not kept. */
export function draftOf(item: ReportItem): Draft {
  const { report } = item;
  const known = item.problem?.code === 'same-id-other-content';
  return {
    id: known ? newId() : report.id, category: report.category ?? null, unsure: !report.category, text: report.text, gridCode: report.gridCode ?? null,
    location: report.location?.coordinates ?? null, accuracy: report.accuracyMetres ?? null, emergency: report.urgency === 'EMERGENCY',
    onSpot: report.settledOnSpot !== undefined, how: report.settledOnSpot?.text ?? null, name: report.resident?.name ?? '', phone: report.resident?.phone ?? '',
    observedAt: report.observedAt, photos: item.photos,
  };
}
