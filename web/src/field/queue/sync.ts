import { Problem, type ProblemSaid } from '../../api/problem';
import { photosLeft, type CommandItem, type Item, type Photo, type ReportItem, type VisitItem } from './item';
import type { Store } from './store';

/** What of the way to the gateway is needed here. */
export interface Way {
  post<T>(path: string, body: unknown, version?: number): Promise<T>;
  upload(path: string, file: Blob): Promise<void>;
}

export type Ending =
  /** Everything that could be sent was. */
  | 'DONE'
  /** No answer, or a busy service: the same again later. */
  | 'LATER'
  /** The session is over: somebody has to sign in. */
  | 'SIGN_IN';

interface Outcome {
  index: number;
  id: string;
  outcome: 'STORED' | 'ALREADY_STORED' | 'REFUSED' | 'TRY_AGAIN';
  report?: { trackingNumber: string };
  attachment?: { state: string; uploadUrl?: string };
  problem?: ProblemSaid;
}

interface Answer {
  serverTime: string;
  items: Outcome[];
}

export interface Listener {
  /** An item has another state; it is stored already. */
  changed(item: Item): void;
  /** Milliseconds that the service's clock is ahead of this phone's. */
  clock(ahead: number): void;
}

/** The service takes 200 in one call of at most 1 MB; on a weak network small ones get through. */
const AT_ONCE = 20;

/**
 * Sends what waits: texts first, then photos, then what was decided on cases and said at doors (docs/api.md, Offline). Every step is stored before
 * the next begins, and everything carries the id it was made with: it may break anywhere, and begin again, and nothing is
 * filed twice. Photos are kept until the service has them.
 */
export async function sendWaiting(items: Item[], store: Store, way: Way, listener: Listener, now: () => number = Date.now): Promise<Ending> {
  const uploads = new Map<string, string>();

  async function set(item: Item, change: Partial<Item>): Promise<void> {
    Object.assign(item, change);
    await store.putItem(item);
    listener.changed(item);
  }

  async function texts(): Promise<void> {
    const waiting = items.filter((item) => item.state === 'WAITING' || item.state === 'SENDING' || (item.state === 'RECEIVED' && sendable(item).length > 0));
    for (let from = 0; from < waiting.length; from += AT_ONCE) await some(waiting.slice(from, from + AT_ONCE));
  }

  async function some(batch: Item[]): Promise<void> {
    const entries: { item: Item; photo?: Photo; body: unknown }[] = [];
    for (const item of batch) {
      if (item.kind === 'REPORT' && item.state !== 'RECEIVED') entries.push({ item, body: { kind: 'REPORT', report: { ...item.report, deviceTime: new Date(now()).toISOString() } } });
      for (const photo of sendable(item)) entries.push({ item, photo, body: { kind: 'ATTACHMENT', attachment: declared(item, photo) } });
      if (item.state !== 'RECEIVED') {
        item.state = 'SENDING';
        listener.changed(item);
      }
    }
    if (entries.length === 0) return;
    const before = now();
    const answer = await way.post<Answer>('/api/v1/reports/sync', { items: entries.map((entry) => entry.body) });
    listener.clock(Date.parse(answer.serverTime) - (before + now()) / 2);
    const touched = new Set<Item>();
    let again = false;
    for (const outcome of answer.items) {
      const entry = entries[outcome.index];
      if (!entry) continue;
      touched.add(entry.item);
      if (outcome.outcome === 'TRY_AGAIN') again = true;
      if (entry.photo) takePhotoOutcome(entry.photo, outcome);
      else takeReportOutcome(entry.item as ReportItem, outcome);
    }
    for (const item of touched) await set(item, {});
    if (again) throw new Problem({ status: 503, code: 'outcome-unknown', title: '' });
  }

  function takeReportOutcome(item: ReportItem, { outcome, report, problem }: Outcome): void {
    if (outcome === 'STORED' || outcome === 'ALREADY_STORED') {
      Object.assign(item, { state: 'RECEIVED', trackingNumber: report?.trackingNumber, receivedAt: now(), problem: undefined });
    } else if (outcome === 'REFUSED') {
      Object.assign(item, { state: 'NEEDS_YOU', problem });
    } else {
      item.state = 'WAITING';
    }
  }

  function takePhotoOutcome(photo: Photo, { outcome, attachment, problem }: Outcome): void {
    if (outcome === 'REFUSED') photo.problem = problem;
    else if (attachment?.state === 'STORED') photo.received = true;
    else if (attachment?.uploadUrl) uploads.set(photo.id, attachment.uploadUrl);
  }

  async function bytes(): Promise<void> {
    for (const item of items) {
      for (const photo of sendable(item)) {
        const url = uploads.get(photo.id);
        // A report that was refused is mended first: its photos wait with it.
        if (!url || item.state === 'NEEDS_YOU') continue;
        await upload(item, photo, url);
      }
      for (const photo of item.photos) if (photo.received) await store.removePhoto(photo.id);
    }
  }

  async function upload(item: Item, photo: Photo, url: string): Promise<void> {
    const file = await store.photo(photo.id);
    if (!file) {
      photo.problem = { status: 0, code: 'photo-lost', title: '' };
      return set(item, {});
    }
    try {
      await way.upload(url, file);
      photo.received = true;
      photo.problem = undefined;
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
      photo.problem = said(failure);
    }
    await set(item, {});
    if (photo.received) await store.removePhoto(photo.id);
  }

  async function commands(): Promise<void> {
    for (const item of items) {
      if (item.kind === 'REPORT' || item.state !== 'SENDING') continue;
      try {
        await way.post(pathOf(item), item.kind === 'VISIT' ? item.outcome : item.command, item.version);
        await set(item, { state: 'RECEIVED', receivedAt: now(), problem: undefined });
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        // Somebody worked on the case meanwhile, or it is not to be done so: its owner decides; nothing is sent again by itself.
        await set(item, { state: 'NEEDS_YOU', problem: said(failure) });
      }
    }
  }

  try {
    await texts();
    await bytes();
    await commands();
    return 'DONE';
  } catch (failure) {
    for (const item of items) if (item.state === 'SENDING') await set(item, { state: 'WAITING' });
    if (!(failure instanceof Problem)) throw failure;
    return failure.status === 401 ? 'SIGN_IN' : 'LATER';
  }
}

function pathOf(item: CommandItem | VisitItem): string {
  return item.kind === 'VISIT' ? `/api/v1/callbacks/${encodeURIComponent(item.roundId)}/outcomes` : `/api/v1/cases/${encodeURIComponent(item.caseId)}/commands`;
}

function sendable(item: Item): Photo[] {
  return photosLeft(item).filter((photo) => !photo.problem);
}

function declared(item: Item, photo: Photo) {
  const owner = item.kind === 'REPORT' ? { ownerKind: 'REPORT', ownerId: item.report.id } : { ownerKind: 'CASE', ownerId: item.caseId };
  return { id: photo.id, ...owner, moment: photo.moment, fileName: photo.fileName, size: photo.size };
}

/** An answer that will be the same tomorrow. */
function isRefusal(failure: unknown): failure is Problem {
  return failure instanceof Problem && !failure.worthRepeating && failure.status !== 401 && failure.status !== 408;
}

function said({ status, code, title, detail, remedy, errors, facts }: Problem): ProblemSaid {
  return { status, code, title, detail, remedy, errors, facts };
}
