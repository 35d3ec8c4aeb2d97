const MOST = 400;

/** A value of a field in a line: texts as they are, limits as `4 WORK_HOUR`, long ones cut. */
export function briefly(value: unknown): string {
  const said = worded(value);
  return said.length > MOST ? `${said.slice(0, MOST)}… (${said.length})` : said;
}

function worded(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isLimit(value)) return `${value.amount} ${value.unit}`;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')) return value.join(', ');
  return JSON.stringify(value);
}

function isLimit(value: unknown): value is { amount: number; unit: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value && Object.keys(value).length === 2;
}
