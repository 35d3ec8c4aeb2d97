/** 日督查, 周通报, 月考核 as the ledger answers with them. */
export type Kind = 'daily' | 'weekly' | 'monthly';
export const KINDS: Kind[] = ['daily', 'weekly', 'monthly'];

interface Words { zh: string; en: string }
export interface Head { id: string; kind: string; unit: { id?: string } & Words; period: string; from: string; to: string; computedAt: string; interim: boolean }
export interface Cell { words?: Words; number?: number; caseId?: string }
export type Measure = 'TEXT' | 'COUNT' | 'PERCENT' | 'CHANGE' | 'POINTS' | 'HOURS';
export interface Table {
  code: string;
  title: Words;
  columns: { title: Words; measure: Measure }[];
  rows: Cell[][];
  chart?: { labels: number; bars: number[] };
  note?: Words;
}
export interface Bulletin { head: Head; tables: Table[] }

export function kindOf(head: Pick<Head, 'kind'>): string {
  return String(head.kind).toLowerCase();
}

const PLACES: Partial<Record<Measure, number>> = { PERCENT: 2, CHANGE: 2, POINTS: 2, HOURS: 1 };

/** `0.7582` of a PERCENT is `75.82 %`; what has no value is a dash. */
export function shown(number: number | null | undefined, measure: Measure): string {
  if (number === undefined || number === null) return '—';
  const value = measure === 'PERCENT' || measure === 'CHANGE' ? number * 100 : Number(number);
  const places = PLACES[measure];
  const text = places === undefined ? String(number) : value.toFixed(places);
  return measure === 'PERCENT' ? `${text} %` : measure === 'CHANGE' ? `${text} pp` : text;
}

export interface BarGroup { label: Words; bars: { title: Words; text: string; share: number }[] }

/** The bars of a table's chart, each with its share of the longest; none without a chart, or of nothing. */
export function bars({ chart, rows, columns }: Table): BarGroup[] {
  if (!chart) return [];
  const number = (cell: Cell | undefined) => Math.max(0, Number(cell?.number ?? 0));
  const longest = Math.max(0, ...rows.flatMap((row) => chart.bars.map((at) => number(row[at]))));
  if (longest === 0) return [];
  return rows.map((row) => ({
    label: row[chart.labels]?.words ?? { zh: '', en: '' },
    bars: chart.bars.map((at) => ({ title: columns[at]!.title, text: shown(row[at]?.number, columns[at]!.measure), share: number(row[at]) / longest })),
  }));
}

const DAY = 86_400_000;

/** The period of a kind that a day of the district lies in: `2026-11-22`, `2026-W47`, `2026-11`. @param day `2026-11-22` */
export function periodOf(kind: Kind, day: string): string {
  if (kind === 'daily') return day;
  if (kind === 'monthly') return day.slice(0, 7);
  const date = new Date(`${day}T00:00:00Z`);
  // ISO 8601: the week's Thursday says which year's week it is.
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const week = Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
