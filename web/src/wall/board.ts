import { ofBoard } from '../desk/figures/figures';
import { dayOf } from '../words/when';

/** A unit's board as `GET /api/v1/boards/{unit}` tells it; only what the wall shows. */
export interface Board {
  unitId: string;
  zh: string;
  en: string;
  at: string;
  lastEventId: string;
  today: Counts & { settledOnSpot: number; open: number; becameOverdue: number };
  byLevel: Line[];
  byPlace: Line[];
  supervised: Partial<Record<'NORMAL' | 'YELLOW' | 'RED', number>>;
  latest: Change[];
  /** What the same board said a day ago; absent where nobody counted then. */
  yesterday?: Counts & { at: string };
  hours?: Hour[];
}

export interface Counts {
  reported: number;
  filed: number;
  closed: number;
  overdue: number;
}

export interface Line {
  key: string;
  zh: string;
  en: string;
  open: number;
  overdue: number;
}

/** Something happened: neither names nor addresses nor texts. */
export interface Change {
  id: string;
  change: 'NEW' | 'ESCALATED' | 'OVERDUE' | 'CLOSED' | 'OTHER';
  type: string;
  typeZh: string;
  time: string;
  category?: string;
  level?: string;
  caseId?: string;
}

export interface Hour {
  from: string;
  reported: number;
  filed: number;
  closed: number;
  open: number;
  overdue: number;
}

export const FIGURES = ['reported', 'filed', 'closed', 'overdue'] as const;
export type Figure = (typeof FIGURES)[number];

/** As many events as somebody reads from across a room. */
export const MOST_EVENTS = 8;

/** From then on figures are marked as old. */
export const OLD_AFTER_MILLIS = 30_000;

/** How a figure stands to yesterday's; null where nobody counted then. */
export function against(board: Board, figure: Figure): { then: number; more: number } | null {
  if (!board.yesterday) return null;
  const then = board.yesterday[figure];
  return { then, more: board.today[figure] - then };
}

/**
 * The place on the desk that a number of today opens to, with the same number of cases. 上报, 立案 and 结案 are counts of
 * the ledger (a report may be no case of its own, and a case counts for all units that had it), so the figures tell what
 * they counted; 超期 is a list of cases.
 */
export function behind(board: Pick<Board, 'at' | 'unitId'>, figure: Figure): string {
  const today = dayOf(Date.parse(board.at));
  if (figure === 'overdue') return listAt(board.unitId, { overdue: 'true' });
  return `/#/figures/${encodeURIComponent(board.unitId)}?${new URLSearchParams({ from: today, to: today, open: ofBoard(figure) })}`;
}

/** A list of cases at the desk. */
export function listAt(unitId: string, filter: Record<string, string> = {}): string {
  return `/#/inbox?${new URLSearchParams({ tab: 'all', unitId, ...filter })}`;
}

/** The list behind a level's number: what is open there; `-` waits for its first unit. */
export function ofLevel(key: string): Record<string, string> {
  return key === '-' ? { state: 'PENDING_DISPATCH' } : { level: key, state: 'OPEN' };
}

/**
 * The newest first, each once, at most `MOST_EVENTS`: what belongs to no moment that people look for (such as a comment) is
 * left out, and a report with the case that it opened is one thing.
 */
export function withEvent(shown: Change[], change: Change): Change[] {
  if (change.change === 'OTHER' || shown.some((one) => one.id === change.id)) return shown;
  const others = shown.filter((one) => !change.caseId || one.caseId !== change.caseId || one.change !== change.change);
  return [change, ...others].sort((a, b) => Date.parse(b.time) - Date.parse(a.time)).slice(0, MOST_EVENTS);
}

/** What the board itself remembers of the last minutes, for a screen that has just come. */
export function eventsOf(board: Board): Change[] {
  return [...board.latest].reverse().reduce<Change[]>(withEvent, []);
}

export interface Slot {
  /** Hour of the day in the district, 0 to 23. */
  hour: number;
  /** Null: nobody counted. */
  reported: number | null;
  closed: number | null;
}

const HOUR_MILLIS = 3_600_000;

/** The last 24 hours and the running one, in which nobody counted too. */
export function trend(hours: Hour[] | undefined, now: number): Slot[] {
  const known = new Map((hours ?? []).map((hour) => [Date.parse(hour.from), hour]));
  const running = Math.floor(now / HOUR_MILLIS) * HOUR_MILLIS;
  return Array.from({ length: 25 }, (_, index) => {
    const from = running - (24 - index) * HOUR_MILLIS;
    const counted = known.get(from);
    return { hour: hourOf(from), reported: counted?.reported ?? null, closed: counted?.closed ?? null };
  });
}

/** The place where the district is keeps this time, wherever the screen's clock stands. */
export const ZONE = 'Asia/Shanghai';
const HOUR_OF_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

function hourOf(at: number): number {
  return Number(HOUR_OF_DAY.format(at));
}

/** Levels from the lowest up, each with what is open there; a level of which nothing is open has its line too. */
export function byLevel(lines: Line[], levels: { code: string; nameZh: string; nameEn: string }[]): Line[] {
  const known = levels.map((level) => lines.find((line) => line.key === level.code)
    ?? { key: level.code, zh: level.nameZh, en: level.nameEn, open: 0, overdue: 0 });
  const rest = lines.filter((line) => !levels.some((level) => level.code === line.key));
  return [...known, ...rest];
}

/** The longest first, and what is left together in one line. */
export function mostOpen(lines: Line[], most: number): { shown: Line[]; rest: { places: number; open: number; overdue: number } | null } {
  const ordered = lines.filter((line) => line.open > 0).sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.key.localeCompare(b.key));
  const left = ordered.slice(most);
  return {
    shown: ordered.slice(0, most),
    rest: left.length === 0 ? null : { places: left.length, open: sum(left, 'open'), overdue: sum(left, 'overdue') },
  };
}

function sum(lines: Line[], what: 'open' | 'overdue'): number {
  return lines.reduce((all, line) => all + line[what], 0);
}
