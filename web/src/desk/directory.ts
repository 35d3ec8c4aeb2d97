import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { ringsOf, type Outline } from '../map/ground';
import type { Area } from '../map/marks';
import { useSession } from '../session/session';

export interface UnitItem { id: string; nameZh: string; nameEn: string; level: string; path: string[]; kind?: string }
export interface CategoryItem { id: string; classZh: string; classEn: string; subclassZh: string; subclassEn: string; retired?: boolean }
export interface LevelItem { code: string; nameZh: string; nameEn: string }
export interface GridFeature { id?: string; properties?: { code?: string; nameZh?: string; nameEn?: string }; geometry?: { type: string; coordinates: unknown } }
export interface Grid { code: string; nameZh: string; nameEn: string; label: string; feature: GridFeature }
export interface Cause { code: string; nameZh: string; nameEn: string }
export interface StaffItem { id: string; name: string; grants: { role: string; unitIds: string[] }[] }

/** Units, grids, categories and levels of the district: asked for once while somebody is signed in. */
export const useDirectory = defineStore('directory', () => {
  const { api } = useSession();
  const units = shallowRef<UnitItem[]>([]);
  const levels = shallowRef<LevelItem[]>([]);
  const categories = shallowRef<CategoryItem[]>([]);
  const grids = shallowRef<Map<string, Grid>>(new Map());
  const asked = new Map<string, Promise<unknown>>();

  /** What fails is asked for again the next time. */
  function once<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const before = asked.get(name) as Promise<T> | undefined;
    if (before) return before;
    const now = ask();
    asked.set(name, now);
    now.catch(() => asked.delete(name));
    return now;
  }

  /** What people call a unit; its id where it is not known. */
  function unitName(id: string, english = false): string {
    const unit = units.value.find((one) => one.id === id);
    return unit ? (english ? unit.nameEn : unit.nameZh) : id;
  }

  return {
    units, levels, categories, grids, unitName,
    loadUnits: () => once('units', async () => {
      const said = await api.get<{ units: UnitItem[]; ladder: { levels: LevelItem[] } }>('/api/v1/directory/units');
      units.value = said.units;
      levels.value = said.ladder.levels;
    }),
    loadCategories: () => once('categories', async () => {
      categories.value = (await api.get<{ categories: CategoryItem[] }>('/api/v1/directory/categories')).categories;
    }),
    loadGrids: () => once('grids', async () => {
      const { features = [] } = await api.get<{ features?: GridFeature[] }>('/api/v1/directory/grids');
      grids.value = new Map(features.map((feature) => [feature.properties?.code ?? feature.id ?? '', gridOf(feature)]));
    }),
    causes: () => once('causes', async () => (await api.get<{ causes: Cause[] }>('/api/v1/directory/suspension-causes')).causes),
    staff: () => once('staff', async () => (await api.get<{ staff: StaffItem[] }>('/api/v1/directory/staff')).staff),
  };
});

function gridOf(feature: GridFeature): Grid {
  const code = feature.properties?.code ?? feature.id ?? '';
  const nameZh = feature.properties?.nameZh ?? '';
  // 春晓社区第一网格（江滨苑） is known to everybody as 江滨苑.
  const label = /（(.+)）/.exec(nameZh)?.[1] ?? (nameZh || code.slice(-6));
  return { code, nameZh, nameEn: feature.properties?.nameEn ?? nameZh, label, feature };
}

/** 江滨苑; in English what stands in brackets of the English name. */
export function placeOf(grid: Grid | undefined, english = false): string {
  if (!grid) return '';
  return english ? (/\((.+)\)/.exec(grid.nameEn)?.[1] ?? grid.nameEn) : grid.label;
}

/** All grids as grounds of a map. */
export function areasOf(grids: Map<string, Grid>, english: boolean, own: (code: string) => boolean): Area[] {
  return [...grids.values()].map((grid) => ({ id: grid.code, name: placeOf(grid, english), rings: grid.feature.geometry ? ringsOf(grid.feature.geometry as Outline) : [], own: own(grid.code) }));
}
