const MOST = 400;

/** A value of a field in a line: texts as they are, limits with their unit, long ones cut. @param unitWords what a unit of limits is called */
export function briefly(value: unknown, unitWords = (amount: number, unit: string) => `${amount} ${unit}`): string {
  const said = isLimit(value) ? unitWords(value.amount, value.unit) : worded(value);
  return said.length > MOST ? `${said.slice(0, MOST)}… (${said.length})` : said;
}

function worded(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')) return value.join(', ');
  return JSON.stringify(value);
}

function isLimit(value: unknown): value is { amount: number; unit: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value && Object.keys(value).length === 2;
}
