import type { ProblemSaid } from '../../api/problem';

/** 待传, 传输中, 已收到, 要您处理. */
export type State = 'WAITING' | 'SENDING' | 'RECEIVED' | 'NEEDS_YOU';

export type Moment = 'BEFORE' | 'AFTER';

/** A photo of an item; its bytes lie apart, and are kept until the service has them all. */
export interface Photo {
  id: string;
  moment: Moment;
  fileName: string;
  size: number;
  received: boolean;
  problem?: ProblemSaid;
}

export interface ReportBody {
  id: string;
  text: string;
  category?: string;
  gridCode?: string;
  location?: { type: 'Point'; coordinates: [number, number] };
  accuracyMetres?: number;
  urgency: 'NORMAL' | 'EMERGENCY';
  /** By the phone's clock; the service corrects it by `deviceTime`, which goes along at each sending. */
  observedAt: string;
  settledOnSpot?: { text: string };
  resident?: { name?: string; phone?: string };
}

export interface CommandBody {
  id: string;
  type: 'confirm' | 'check' | 'accept' | 'complete';
  [answer: string]: unknown;
}

interface Common {
  id: string;
  state: State;
  /** Epoch milliseconds by the phone's clock. */
  queuedAt: number;
  /** What it is, in the person's words. */
  title: string;
  photos: Photo[];
  problem?: ProblemSaid;
  receivedAt?: number;
}

export interface ReportItem extends Common {
  kind: 'REPORT';
  report: ReportBody;
  trackingNumber?: string;
}

/** A confirmation or a check, made on what was seen of the case then. */
export interface CommandItem extends Common {
  kind: 'COMMAND';
  caseId: string;
  version: number;
  command: CommandBody;
}

export type Grade = 'VERY_SATISFIED' | 'SATISFIED' | 'FAIR' | 'UNSATISFIED';

/** What came of standing at a door. */
export interface OutcomeBody {
  id: string;
  /** Where several people reported. */
  residentId?: string;
  reached: boolean;
  settled?: boolean;
  grade?: Grade;
  comment?: string;
}

/** 上门回访: made on what was seen of the round then. */
export interface VisitItem extends Common {
  kind: 'VISIT';
  roundId: string;
  caseId: string;
  version: number;
  outcome: OutcomeBody;
}

export type Item = ReportItem | CommandItem | VisitItem;

/** The text is there and every photo too. */
export function isDone(item: Item): boolean {
  return item.state === 'RECEIVED' && item.photos.every((photo) => photo.received);
}

/** A report is received, or a command, and some photos are still on their way. */
export function photosLeft(item: Item): Photo[] {
  return item.photos.filter((photo) => !photo.received);
}

/** What its owner reads: a report that is there with a photo that was refused also needs somebody. */
export function stateToShow(item: Item): State {
  return item.photos.some((photo) => photo.problem) ? 'NEEDS_YOU' : item.state;
}

export function counts(items: Item[]): { waiting: number; needsYou: number; photos: number } {
  return {
    waiting: items.filter((item) => ['WAITING', 'SENDING'].includes(stateToShow(item))).length,
    needsYou: items.filter((item) => stateToShow(item) === 'NEEDS_YOU').length,
    photos: items.filter((item) => item.state === 'RECEIVED').reduce((sum, item) => sum + photosLeft(item).filter((photo) => !photo.problem).length, 0),
  };
}
