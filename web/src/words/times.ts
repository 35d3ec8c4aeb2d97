import type { Language } from './language';

const ZONE = 'Asia/Shanghai';
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', weekday: 'short',
});
const DAY = 86_400_000;
const WEEKDAYS: Record<string, string> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A moment as people say it, in the district's time wherever the browser stands: 今天 14:30, 昨天 09:05, 3月5日 周四 14:30, with
 * the year only when it is another one. Empty when there is none.
 */
export function saidTime(instant: string | number | null | undefined, language: Language = 'zh-CN', now: number = Date.now()): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
  if (Number.isNaN(millis)) return '';
  const at = split(millis);
  const day = dayWord(at, now, language);
  return `${day} ${at.clock}`;
}

/** As `saidTime`, as a time until which something is to be done: 今天 17:40 前. */
export function saidBefore(instant: string | number | null | undefined, language: Language = 'zh-CN', now: number = Date.now()): string {
  const said = saidTime(instant, language, now);
  if (!said) return '';
  return language === 'en' ? `by ${said}` : `${said} 前`;
}

function dayWord(at: ReturnType<typeof split>, now: number, language: Language): string {
  const zh = language !== 'en';
  if (at.date === split(now).date) return zh ? '今天' : 'today';
  if (at.date === split(now - DAY).date) return zh ? '昨天' : 'yesterday';
  if (at.date === split(now + DAY).date) return zh ? '明天' : 'tomorrow';
  const otherYear = at.year !== split(now).year;
  if (zh) return `${otherYear ? `${at.year}年` : ''}${at.month}月${at.day}日 ${WEEKDAYS[at.weekday]}`;
  return `${at.weekday} ${at.day} ${MONTHS[at.month - 1]}${otherYear ? ` ${at.year}` : ''}`;
}

/** The parts of a moment on the district's clocks. */
export function split(millis: number) {
  const part = Object.fromEntries(PARTS.formatToParts(millis).map(({ type, value }) => [type, value])) as Record<string, string>;
  return {
    year: Number(part.year), month: Number(part.month), day: Number(part.day), weekday: part.weekday!,
    date: `${part.year}-${part.month}-${part.day}`, clock: `${part.hour}:${part.minute}`,
  };
}
