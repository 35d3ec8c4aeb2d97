import type { Position } from './ground';

/** What lies under the grids, as GET /map/settings.json says it. */
export interface MapSettings {
  base?: string;
  tiles?: { url: string; system: 'WGS84' | 'GCJ02'; deepest: number; credit?: string };
  centre?: Position;
}

export interface BaseFeature {
  type: 'Feature';
  properties: { layer?: string; kind?: string; id?: string; nameZh?: string; nameEn?: string };
  geometry: { type: string; coordinates: unknown };
}

export interface BaseMap {
  settings: MapSettings;
  features: BaseFeature[];
}

let asked: Promise<BaseMap> | null = null;

/** Asked for once while a page stands open. A map without it shows grids and cases alone, so what fails is no failure. */
export function baseMap(): Promise<BaseMap> {
  asked ??= load().catch(() => {
    asked = null;
    return { settings: {}, features: [] };
  });
  return asked;
}

async function load(): Promise<BaseMap> {
  const settings = (await json('/map/settings.json')) as MapSettings;
  const file = settings.base ? ((await json(settings.base)) as { features?: BaseFeature[] }) : {};
  return { settings, features: file.features ?? [] };
}

async function json(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export interface NamedPlace {
  id: string;
  zh: string;
  en: string;
  position: Position;
}

/** The named places of the base map: a list says what the map shows. */
export function placesOf(features: BaseFeature[]): NamedPlace[] {
  return features
    .filter(({ properties, geometry }) => properties.layer === 'place' && geometry.type === 'Point' && properties.nameZh)
    .map(({ properties, geometry }, index) => ({
      id: properties.id ?? String(index), zh: properties.nameZh!, en: properties.nameEn ?? properties.nameZh!, position: geometry.coordinates as Position,
    }));
}

export function nearestPlace(places: NamedPlace[], from: Position, atMost = 1_000): { place: NamedPlace; metres: number } | null {
  const found = places.reduce<{ place: NamedPlace; metres: number } | null>((best, place) => {
    const metres = metresBetween(from, place.position);
    return best && best.metres <= metres ? best : { place, metres };
  }, null);
  return found && found.metres <= atMost ? found : null;
}

const METRES_PER_DEGREE = 111_320;

/** On a plain: good enough within a district. */
export function metresBetween([west, south]: Position, [east, north]: Position): number {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.round(Math.hypot((east - west) * squeeze, north - south) * METRES_PER_DEGREE);
}
