/** What `GET /api/v1/ledger/verify` found. */
export interface Verified {
  ok: boolean;
  entries: number;
  streams: number;
  seals: number;
  unsealed: number;
  archived?: number;
  sealedUntil?: string;
  checkedAt: string;
  firstBroken?: { entryId: string; kind: Fault; words: { zh: string; en: string } };
}

export type Fault = 'ALTERED' | 'MISSING' | 'ADDED' | 'REORDERED' | 'FORGED';

export interface Gap {
  stream: string;
  missingFrom: number;
  missingTo: number;
  waiting: number;
  since: string;
  alarm: boolean;
}

const ZONE = 'Asia/Shanghai';

/** 14:32 of today, else with its day: until then all that was written has been proven. */
export function provenUntil(verified: Pick<Verified, 'checkedAt'>, now: number, language: string): string {
  const at = Date.parse(verified.checkedAt);
  const sameDay = dayOf(at) === dayOf(now);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    ...(sameDay ? {} : { month: 'numeric', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

export function dayOf(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The thing that an entry's name in a finding points to: `case/ID/3` → the case. */
export function caseIn(entryId: string | undefined): string | null {
  return /^(?:case|round|report)\/([0-9a-f-]{36})/.exec(entryId ?? '')?.[1] ?? null;
}

/** `case/ID` of a gap, in the words of the trade. */
export function streamKind(stream: string): string {
  return stream.slice(0, stream.indexOf('/'));
}

/** `saveAs` without a library: the proof is a file that somebody takes home. */
export function download(file: { name: string | undefined; blob: Blob }, otherwise: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.blob);
  link.download = file.name ?? otherwise;
  link.click();
  // After the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
