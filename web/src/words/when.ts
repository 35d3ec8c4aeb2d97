/** Times as people say them, always the district's, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const WEEKDAYS_ZH: Record<string, string> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

interface Moment { year: string; month: number; day: number; weekday: string; time: string }

function parts(millis: number): Moment {
  const said = Object.fromEntries(PARTS.formatToParts(millis).map((part) => [part.type, part.value]));
  return { year: said.year ?? '', month: Number(said.month), day: Number(said.day), weekday: said.weekday ?? '', time: `${said.hour}:${said.minute}` };
}

/** `2026-3-5`: the same for all moments of one day of the district. */
export function dayOf(millis: number): string {
  const { year, month, day } = parts(millis);
  return `${year}-${month}-${day}`;
}

/** 今天 14:30, 昨天 09:05, 明天 10:00, 3月5日 周四 14:30, 2025年3月5日 周三 14:30; empty for what is no time. */
export function when(instant: string | number | undefined, language = 'zh-CN', now = Date.now()): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
  if (Number.isNaN(millis)) return '';
  const said = parts(millis);
  return `${dayWords(millis, said, language, now)} ${said.time}`;
}

/** The day alone: 今天, 7月1日. */
export function whichDay(instant: string | undefined, language = 'zh-CN', now = Date.now()): string {
  const millis = Date.parse(instant ?? '');
  return Number.isNaN(millis) ? '' : dayWords(millis, parts(millis), language, now, false);
}

function dayWords(millis: number, said: Moment, language: string, now: number, weekday = true): string {
  const english = language.startsWith('en');
  const that = dayOf(millis);
  if (that === dayOf(now)) return english ? 'today' : '今天';
  if (that === dayOf(now - DAY)) return english ? 'yesterday' : '昨天';
  if (that === dayOf(now + DAY)) return english ? 'tomorrow' : '明天';
  const sameYear = said.year === parts(now).year;
  if (english) return `${weekday ? `${said.weekday} ` : ''}${said.day} ${MONTHS_EN[said.month - 1]}${sameYear ? '' : ` ${said.year}`}`;
  return `${sameYear ? '' : `${said.year}年`}${said.month}月${said.day}日${weekday ? ` ${WEEKDAYS_ZH[said.weekday]}` : ''}`;
}

/** For print: 2026年3月5日 14:30, with the year, as paper outlives it. */
export function onPaper(instant: string | number | undefined): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
  if (Number.isNaN(millis)) return '';
  const said = parts(millis);
  return `${said.year}年${said.month}月${said.day}日 ${said.time}`;
}
