import { saidTime, split } from './times';

/** `2026-03-05`: the same for all moments of one day of the district. */
export function dayOf(millis: number): string {
  return split(millis).date;
}

/** 今天 14:30, 昨天 09:05, 3月5日 周四 14:30, 2025年3月5日 周三 14:30; empty for what is no time. */
export function when(instant: string | number | undefined, language = 'zh-CN', now = Date.now()): string {
  return saidTime(instant, language.startsWith('en') ? 'en' : 'zh-CN', now);
}

/** The day alone: 今天, 7月1日. */
export function whichDay(instant: string | undefined, language = 'zh-CN', now = Date.now()): string {
  return when(instant, language, now).replace(/( 周.)? \d\d:\d\d$/, '').replace(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) /, '');
}

/** For print: 2026年3月5日 14:30, with the year, as paper outlives it. */
export function onPaper(instant: string | number | undefined): string {
  const millis = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
  if (Number.isNaN(millis)) return '';
  const { year, month, day, clock } = split(millis);
  return `${year}年${month}月${day}日 ${clock}`;
}
