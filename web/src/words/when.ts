const ZONE = 'Asia/Shanghai';
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', weekday: 'short',
});
const DAY = 86_400_000;
const WEEKDAYS: Record<string, string> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A moment as people say it, in the district's time wherever the browser stands: 今天 14:30, 昨天 09:05, 3月5日 周四 14:30, with
 * the year only when it is another one. Empty for what is no time.
 */
export function when(instant: string | number | null | undefined, language = 'zh-CN', now = Date.now()): string {
  const millis = millisOf(instant);
  if (Number.isNaN(millis)) return '';
  const at = split(millis);
  return `${dayWord(at, now, language)} ${at.clock}`;
}

/** A time until which something is to be done: 今天 17:40 前. */
export function before(instant: string | number | null | undefined, language = 'zh-CN', now = Date.now()): string {
  const said = when(instant, language, now);
  if (!said) return '';
  return language.startsWith('en') ? `by ${said}` : `${said} 前`;
}

/** The day alone: 今天, 7月1日. */
export function whichDay(instant: string | undefined, language = 'zh-CN', now = Date.now()): string {
  return when(instant, language, now).replace(/( 周.)? \d\d:\d\d$/, '').replace(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) /, '');
}

/** For print: 2026年3月5日 14:30, with the year, as paper outlives it. */
export function onPaper(instant: string | number | undefined): string {
  const millis = millisOf(instant);
  if (Number.isNaN(millis)) return '';
  const { year, month, day, clock } = split(millis);
  return `${year}年${month}月${day}日 ${clock}`;
}

/** `2026-03-05`: the same for all moments of one day of the district. */
export function dayOf(millis: number): string {
  return split(millis).date;
}

function millisOf(instant: string | number | null | undefined): number {
  return typeof instant === 'number' ? instant : Date.parse(instant ?? '');
}

function dayWord(at: ReturnType<typeof split>, now: number, language: string): string {
  const zh = !language.startsWith('en');
  if (at.date === split(now).date) return zh ? '今天' : 'today';
  if (at.date === split(now - DAY).date) return zh ? '昨天' : 'yesterday';
  if (at.date === split(now + DAY).date) return zh ? '明天' : 'tomorrow';
  const otherYear = at.year !== split(now).year;
  if (zh) return `${otherYear ? `${at.year}年` : ''}${at.month}月${at.day}日 ${WEEKDAYS[at.weekday]}`;
  return `${at.weekday} ${at.day} ${MONTHS[at.month - 1]}${otherYear ? ` ${at.year}` : ''}`;
}

/** The parts of a moment on the district's clocks. */
function split(millis: number) {
  const part = Object.fromEntries(PARTS.formatToParts(millis).map(({ type, value }) => [type, value])) as Record<string, string>;
  return {
    year: Number(part.year), month: Number(part.month), day: Number(part.day), weekday: part.weekday!,
    date: `${part.year}-${part.month}-${part.day}`, clock: `${part.hour}:${part.minute}`,
  };
}
