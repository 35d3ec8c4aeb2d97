import { groundAt, type Position } from '../map/ground';

/** 外勤包: what a phone needs to work without a network (GET /api/v1/field-pack). */
export interface Grid {
  code: string;
  unitId: string;
  nameZh: string;
  nameEn?: string;
  own: boolean;
  rings: [number, number][][];
}

export interface Category {
  id: string;
  classZh: string;
  subclassZh: string;
  classEn: string;
  subclassEn: string;
  pinyin: string;
  initials: string;
  filingCondition?: string;
}

export interface FieldPack {
  grids: Grid[];
  categories: Category[];
}

/** What a grid worker meets every day, until this phone knows better. */
const EVERYDAY = ['0102', '0104', '0503', '0504', '0601', '0505', '0602', '0501', '0901'];

/** The six that this person used most, filled up with what is met every day. */
export function frequent(pack: FieldPack, used: Record<string, number>): Category[] {
  const known = new Map(pack.categories.map((category) => [category.id, category]));
  const own = Object.entries(used).sort((a, b) => b[1] - a[1]).map(([code]) => code);
  return [...new Set([...own, ...EVERYDAY, ...known.keys()])].map((code) => known.get(code)).filter((found): found is Category => found !== undefined).slice(0, 6);
}

/** By Chinese, English, number, pinyin or its initials; every word must be there. */
export function find(pack: FieldPack, typed: string, most = 12): Category[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return pack.categories
    .filter(({ id, classZh, subclassZh, classEn, subclassEn, pinyin, initials }) => {
      const text = [id, classZh, subclassZh, classEn, subclassEn, pinyin, initials].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, most);
}

/** 春晓社区第一网格（江滨苑） is known to everybody as 江滨苑. */
export function shortName(grid: Grid, english = false): string {
  if (english && grid.nameEn) return /\((.+)\)/.exec(grid.nameEn)?.[1] ?? grid.nameEn;
  return /（(.+)）/.exec(grid.nameZh)?.[1] ?? grid.nameZh;
}

/** The grid a position lies in. */
export function gridAt(pack: FieldPack, position: Position): Grid | null {
  return groundAt(pack.grids, position);
}
