const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long until a due time, in words of one unit: people plan by days, hours, minutes and not by all three.
 * @returns {{zh: string, en: string, tone: 'late'|'soon'|'calm'}|null} null when nothing is due
 */
export function remaining(dueAt, now) {
  if (!dueAt) return null;
  const left = Date.parse(dueAt) - now;
  if (Number.isNaN(left)) return null;
  const span = inWords(Math.abs(left));
  if (left < 0) return { zh: `超 ${span.zh}`, en: `${span.en} late`, tone: 'late' };
  return { zh: `剩 ${span.zh}`, en: `${span.en} left`, tone: left <= 2 * HOUR ? 'soon' : 'calm' };
}

function inWords(span) {
  if (span >= 2 * DAY) return words(Math.floor(span / DAY), '天', 'd');
  if (span >= 2 * HOUR) return words(Math.floor(span / HOUR), '小时', 'h');
  return words(Math.max(1, Math.floor(span / MINUTE)), '分钟', 'min');
}

function words(count, zh, en) {
  return { zh: `${count} ${zh}`, en: `${count} ${en}` };
}

/** `11-22 14:05`, with the year when it is another one; always the district's time, wherever the browser stands. */
export function moment(instant, now = Date.now()) {
  if (!instant || Number.isNaN(Date.parse(instant))) return '';
  const [year, rest] = split(Date.parse(instant));
  return year === split(now)[0] ? rest : `${year}-${rest}`;
}

const DISTRICT = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

function split(millis) {
  const part = Object.fromEntries(DISTRICT.formatToParts(millis).map((p) => [p.type, p.value]));
  return [part.year, `${part.month}-${part.day} ${part.hour}:${part.minute}`];
}
