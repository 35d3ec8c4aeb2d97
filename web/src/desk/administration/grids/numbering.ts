import type { Borders } from './borders';

/** The next code of the same length beside this one: 990100001001003 where …001 and …002 are taken. */
export function freeCode({ outlines }: Pick<Borders, 'outlines'>, beside: string): string {
  const digits = /\d{1,3}$/.exec(beside)?.[0] ?? '';
  const stem = beside.slice(0, beside.length - digits.length);
  const taken = new Set(outlines.flatMap(({ id, code }) => [id, code]));
  const wide = Math.max(digits.length, 3);
  for (let n = Number(digits || 0) + 1; ; n++) {
    const code = stem + String(n).padStart(digits ? digits.length : wide, '0');
    if (!taken.has(code)) return code;
  }
}

/** 152,300 m² is 15.2 公顷: what people compare grids by. */
export function hectares(squareMetres: number): string {
  const value = squareMetres / 10_000;
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
