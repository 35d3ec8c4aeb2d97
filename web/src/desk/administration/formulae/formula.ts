import type { Document } from '../documents';

export interface Formula { id: string; zh: string; en: string; [field: string]: unknown }
export interface Edition { formula: Formula; version: number; from: string; activatedAt: string; by: string }
export interface FormulaDraft { formula: Formula; revision: number; at: string; by: string }
/** @property place `lines[2].expression@7`: the seventh character */
export interface FormulaFault { place: string; code: string; zh: string; en: string }
export interface Formulae { editions: Edition[]; drafts: FormulaDraft[]; figures: string[] }

/** Ids of all formulae, those in force first. */
export function idsOf(all: Formulae): string[] {
  return [...new Set([...all.editions, ...all.drafts].map((one) => one.formula.id))];
}

/** The last version of a formula; later ones may wait for their month. */
export function lastOf(all: Formulae, id: string): Edition | undefined {
  return all.editions.filter((one) => one.formula.id === id).sort((a, b) => b.version - a.version)[0];
}

/** What is written: the id stands in the address. */
export function bodyOf(formula: Formula): Document {
  return Object.fromEntries(Object.entries(formula).filter(([name, value]) => name !== 'id' && value !== null));
}

/** `lines[2].expression@7` as `lines.2.expression`, which has a line in the text. */
export function fieldOf(place: string): string {
  return place.replace(/@.*$/, '').replace(/\[(\d+)\]/g, '.$1');
}

/** A first one, to be changed. */
export function newFormula(): Document {
  return {
    zh: '新考核办法', en: 'New formula', level: 'COMMUNITY', appealDays: 10,
    lines: [{ code: 'on-time', zh: '按期结案', en: 'Closed on time', expression: 'on_time_rate * 100', weight: 100, fullMarks: 100, floor: 0, cap: 100, missing: 'LEFT_OUT', deductions: [] }],
  };
}

/** The month of a moment in the district, `2026-12`. */
export function monthOf(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 7);
}
