export interface Span { from: string; to: string }
export interface Hours { spans: Span[] }
export interface Office { usual: Hours; onDays?: Record<string, Hours> | null }
export interface Year { year: number; published: boolean; holidays: string[]; workedDays: string[] }
export interface Calendar {
  zone: string; hours: Hours; years: Year[]; onDays?: Record<string, Hours> | null; workdayCount?: 'WHOLE_DAY' | 'WORKING_TIME' | null; units?: Record<string, Office> | null;
}

export type DayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'WORKED';
export interface Day { date: string; number: number; kind: DayKind }
/** `lead`: how many days of the week lie before the first. */
export interface Month { month: number; lead: number; days: Day[] }

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const DAY = 86_400_000;

/** Dates of the calendar have no zone: they are counted in UTC throughout. */
const text = (millis: number) => new Date(millis).toISOString().slice(0, 10);
/** 0 for Monday. */
const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

export function kindOfDay(year: Year, date: string): DayKind {
  if (year.holidays.includes(date)) return 'HOLIDAY';
  if (weekday(date) < 5) return 'WORKDAY';
  return year.workedDays.includes(date) ? 'WORKED' : 'WEEKEND';
}

export function monthsOf(year: Year): Month[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = Date.UTC(year.year, month, 1);
    const count = (Date.UTC(year.year, month + 1, 1) - first) / DAY;
    const days = Array.from({ length: count }, (__, index) => {
      const date = text(first + index * DAY);
      return { date, number: index + 1, kind: kindOfDay(year, date) };
    });
    return { month: month + 1, lead: weekday(days[0]!.date), days };
  });
}

/** A workday becomes a holiday, a holiday what it was; a weekend day is worked, or free again. */
export function turned(year: Year, date: string): Year {
  const kind = kindOfDay(year, date);
  if (kind === 'HOLIDAY') return { ...year, holidays: without(year.holidays, date) };
  if (kind === 'WORKDAY') return { ...year, holidays: sorted([...year.holidays, date]) };
  return { ...year, workedDays: kind === 'WORKED' ? without(year.workedDays, date) : sorted([...year.workedDays, date]) };
}

/** From one day to another, both included: all holidays, weekend days among them; or all as the week has them; or worked. */
export function span(year: Year, from: string, to: string, as: 'HOLIDAY' | 'WORKED' | 'USUAL'): Year {
  const dates: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`) && dates.length < 366; at += DAY) {
    if (text(at).startsWith(String(year.year))) dates.push(text(at));
  }
  const left = { ...year, holidays: year.holidays.filter((date) => !dates.includes(date)), workedDays: year.workedDays.filter((date) => !dates.includes(date)) };
  if (as === 'HOLIDAY') return { ...left, holidays: sorted([...left.holidays, ...dates]) };
  if (as === 'WORKED') return { ...left, workedDays: sorted([...left.workedDays, ...dates.filter((date) => weekday(date) >= 5)]) };
  return left;
}

/** The year after the last one, or this one where there is none. */
export function nextYear(years: Year[], now = Date.now()): Year {
  const year = years.length > 0 ? Math.max(...years.map((one) => one.year)) + 1 : new Date(now).getUTCFullYear();
  return { year, published: false, holidays: [], workedDays: [] };
}

/** How many workdays it has. */
export function workdays(year: Year): number {
  return monthsOf(year).flatMap((month) => month.days).filter((day) => day.kind === 'WORKDAY' || day.kind === 'WORKED').length;
}

/** 08:00–12:00 14:00–18:00 */
export function hoursText(hours: Hours | undefined): string {
  return (hours?.spans ?? []).map((one) => `${one.from.slice(0, 5)}–${one.to.slice(0, 5)}`).join(' ');
}

/** What `hoursText` writes; null for what nobody can read as hours of one day. */
export function hoursOf(typed: string): Hours | null {
  const parts = typed.trim().split(/[\s,，、;；]+/).filter(Boolean);
  const spans: Span[] = [];
  let end = -1;
  for (const part of parts) {
    const [, from, to] = /^(\d{1,2}[:：]\d{2})[-–—~～至](\d{1,2}[:：]\d{2})$/.exec(part) ?? [];
    const [start, stop] = [minutes(from), minutes(to) === 0 ? 24 * 60 : minutes(to)];
    if (start === null || stop === null || start < end || stop <= start) return null;
    spans.push({ from: clock(start), to: clock(stop % (24 * 60)) });
    end = stop;
  }
  return spans.length > 0 ? { spans } : null;
}

function minutes(typed: string | undefined): number | null {
  const [hour, minute] = (typed ?? '').split(/[:：]/).map(Number);
  const all = hour! * 60 + minute!;
  return typed === undefined || !(minute! < 60) || !(all <= 24 * 60) ? null : all % (24 * 60);
}
function clock(all: number): string {
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
function without(dates: string[], date: string): string[] {
  return dates.filter((one) => one !== date);
}
function sorted(dates: string[]): string[] {
  return [...new Set(dates)].sort();
}
