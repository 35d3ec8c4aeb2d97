/** Figures of a unit for a period, as the ledger counts them. */
export interface Figure {
  numerator: number;
  denominator?: number;
  /** Absent where there is nothing to divide by. */
  value?: number;
  /** `93.72 %`, as it is published. */
  percent?: string;
}
export interface Line { key: string; zh: string; en: string; figures: Record<string, Figure> }
export interface FiguresAnswer { unitId: string; from: string; to: string; countedTo: string; computedAt: string; lines: Line[] }
export interface Definition { code: string; zh: string; en: string; numerator: { zh: string; en: string }[]; denominator: { zh: string; en: string }[] }

/** Counts first, then the rates of a bulletin's first table. */
export const COUNTS = ['reported', 'filed', 'due', 'closed', 'overdue-open'] as const;
export const RATES = ['closing-rate', 'on-time-rate', 'honest-on-time-rate', 'response-rate', 'settlement-rate', 'satisfaction-rate', 'rework-rate', 'return-rate'] as const;
export const UNIT_FIGURES = ['due', 'closing-rate', 'on-time-rate', 'satisfaction-rate', 'rework-rate', 'overdue-open'] as const;

export interface Period { from: string; to: string }
const DAY = 86_400_000;
const dateOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (millis: number) => new Date(millis).toISOString().slice(0, 10);

export const PRESETS = ['today', 'week', 'month', 'last-month'] as const;
export type Preset = (typeof PRESETS)[number];

/** @param today day of the district, `2026-11-23` */
export function periodOf(preset: Preset, today: string): Period {
  const at = new Date(dateOf(today));
  if (preset === 'today') return { from: today, to: today };
  // ISO 8601: weeks begin on Monday.
  if (preset === 'week') return { from: dayOf(dateOf(today) - ((at.getUTCDay() + 6) % 7) * DAY), to: today };
  if (preset === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 0));
  return { from: `${last.toISOString().slice(0, 7)}-01`, to: dayOf(last.getTime()) };
}

/** So many weeks, the last one ending with `to`; oldest first. */
export function weeksUntil(to: string, count: number): Period[] {
  return Array.from({ length: count }, (_, n) => {
    const end = dateOf(to) - (count - 1 - n) * 7 * DAY;
    return { from: dayOf(end - 6 * DAY), to: dayOf(end) };
  });
}

/**
 * 小事不出社区, 大事不出街道: of all that was closed, how much had to come to each level. The first level has everything, each
 * further one what was not settled below it.
 *
 * @param lines by level, lowest first, with `self-settlement-rate`
 */
export function funnelOf(lines: Line[]): { key: string; zh: string; en: string; count: number; share: number }[] {
  const all = lines[0]?.figures['self-settlement-rate']?.denominator ?? 0;
  return lines.map((line, n) => {
    const below = n === 0 ? 0 : (lines[n - 1]!.figures['self-settlement-rate']?.numerator ?? 0);
    const count = Math.max(0, all - below);
    return { key: line.key, zh: line.zh, en: line.en, count, share: all === 0 ? 0 : count / all };
  });
}

/** Units with something to count, those with most overdue first, then the worst on-time rate. */
export function ranked(lines: Line[], withEmpty: boolean): Line[] {
  const number = (line: Line, code: string) => line.figures[code]?.numerator ?? 0;
  const rate = (line: Line) => line.figures['on-time-rate']?.value ?? 2;
  return lines
    .filter((line) => withEmpty || number(line, 'due') > 0 || number(line, 'overdue-open') > 0)
    .sort((a, b) => number(b, 'overdue-open') - number(a, 'overdue-open') || rate(a) - rate(b) || a.key.localeCompare(b.key));
}

/**
 * Which number was opened: it stands in the address, so that Back closes it. By the closing day it is what a board counts of a
 * day; by the counting day what figures count, a case that is closed late on the day it was due.
 */
export interface Opened { code: string; part: 'numerator' | 'denominator'; by: string; of: string; day?: 'closing' }

/** What a board counts today: the codes of the figures that say the same. */
export function ofBoard(code: 'reported' | 'filed' | 'closed'): string {
  return toAddress({ code, part: 'numerator', by: 'total', of: '', ...(code === 'closed' && { day: 'closing' as const }) });
}

export function fromAddress(text: unknown): Opened | null {
  if (typeof text !== 'string') return null;
  const [code, part, by = 'total', of = '', day] = text.split('|');
  return code && (part === 'numerator' || part === 'denominator') ? { code, part, by, of, ...(day === 'closing' && { day }) } : null;
}

export function toAddress({ code, part, by, of, day }: Opened): string {
  return [code, part, by, of, ...(day ? [day] : [])].join('|');
}
