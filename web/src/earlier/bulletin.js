/** 日督查, 周通报, 月考核 as they are read: the words and numbers of a bulletin, without the page around them. */
export const KINDS = [
  { code: 'daily', zh: '日督查', en: 'Daily inspection' },
  { code: 'weekly', zh: '周通报', en: 'Weekly bulletin' },
  { code: 'monthly', zh: '月考核', en: 'Monthly assessment' },
];

export function kindOf(head) {
  return KINDS.find((kind) => kind.code === String(head.kind).toLowerCase()) ?? { code: '', zh: head.kind, en: head.kind };
}

const PLACES = { PERCENT: 2, CHANGE: 2, POINTS: 2, HOURS: 1 };

/** `0.7582` of a PERCENT is `75.82 %`; what has no value is a dash. */
export function shown(number, measure) {
  if (number === undefined || number === null) return '—';
  const value = measure === 'PERCENT' || measure === 'CHANGE' ? number * 100 : Number(number);
  const text = measure in PLACES ? value.toFixed(PLACES[measure]) : String(number);
  return measure === 'PERCENT' ? `${text} %` : measure === 'CHANGE' ? `${text} pp` : text;
}

/**
 * The bars of a table's chart, each with its share of the longest.
 * @returns {{label: string, bars: {title: {zh: string, en: string}, text: string, share: number}[]}[]} none without a chart
 */
export function bars(table) {
  const { chart, rows, columns } = table;
  if (!chart) return [];
  const number = (cell) => Math.max(0, Number(cell?.number ?? 0));
  const longest = Math.max(0, ...rows.flatMap((row) => chart.bars.map((at) => number(row[at]))));
  if (longest === 0) return [];
  return rows.map((row) => ({
    label: row[chart.labels].words?.zh ?? '',
    bars: chart.bars.map((at) => ({
      title: columns[at].title,
      text: shown(row[at].number, columns[at].measure),
      share: number(row[at]) / longest,
    })),
  }));
}

const DAY = 86_400_000;

/** The period of a kind that a day of the district lies in: `2026-11-22`, `2026-W47`, `2026-11`. @param day `2026-11-22` */
export function periodOf(kind, day) {
  if (kind === 'daily') return day;
  if (kind === 'monthly') return day.slice(0, 7);
  const date = new Date(`${day}T00:00:00Z`);
  // ISO 8601: the week's Thursday says which year's week it is.
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const week = Math.ceil(((thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
