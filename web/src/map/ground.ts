/** Outlines of grids as paths of one picture; no tiles and nothing from outside. */
export type Position = [longitude: number, latitude: number];
export interface Outline {
  type: string;
  coordinates: Position[][] | Position[][][];
}
export interface GridFeature {
  id?: string;
  properties?: { code?: string; nameZh?: string; nameEn?: string; path?: string[] };
  geometry?: Outline;
}

export interface Shape {
  id: string;
  zh: string;
  en: string;
  d: string;
  /** In per cent of the picture, where its figures stand. */
  left: number;
  top: number;
}

export interface Ground {
  width: number;
  height: number;
  shapes: Shape[];
  /** In per cent of the picture. */
  at(position: Position): { left: number; top: number };
  /** What lies there, to a tenth of a metre. */
  from(left: number, top: number): Position;
}

const WIDTH = 1000;

/** The grids of a unit, north up, degrees of longitude shortened by the latitude. @param unitId of the unit whose grids are shown; null for all */
export function groundOf(features: GridFeature[], unitId: string | null): Ground {
  const own = features.filter((feature) => feature.geometry && (unitId === null || !feature.properties?.path || feature.properties.path.includes(unitId)));
  const points = own.flatMap((feature) => rings(feature.geometry!).flat());
  if (points.length === 0) return { width: WIDTH, height: WIDTH, shapes: [], at: () => ({ left: 50, top: 50 }), from: () => [0, 0] };
  const west = least(points.map(([lon]) => lon));
  const east = -least(points.map(([lon]) => -lon));
  const south = least(points.map(([, lat]) => lat));
  const north = -least(points.map(([, lat]) => -lat));
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * shorten, Number.EPSILON);
  const height = Math.max(1, Math.round((north - south) * scale));
  const x = (lon: number) => (lon - west) * shorten * scale;
  const y = (lat: number) => (north - lat) * scale;
  const at = ([lon, lat]: Position) => ({ left: (x(lon) / WIDTH) * 100, top: (y(lat) / height) * 100 });
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    width: WIDTH,
    height,
    at,
    from: (left, top) => [round(west + (left / 100) * WIDTH / (shorten * scale)), round(north - (top / 100) * height / scale)],
    shapes: own.map((feature) => {
      const all = rings(feature.geometry!);
      return {
        id: String(feature.id ?? feature.properties?.code ?? ''),
        zh: short(feature.properties?.nameZh) ?? '',
        en: short(feature.properties?.nameEn) ?? '',
        d: all.map((ring) => `M${ring.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')}Z`).join(''),
        ...at(centreOf(largest(all))),
      };
    }),
  };
}

/** 春晓社区第一网格（江滨苑） is known to everybody as 江滨苑. */
export function short(name: string | undefined): string | undefined {
  return /[（(](.+)[）)]/.exec(name ?? '')?.[1] ?? name;
}

function rings(outline: Outline): Position[][] {
  return outline.type === 'MultiPolygon' ? (outline.coordinates as Position[][][]).flat() : (outline.coordinates as Position[][]);
}

function largest(all: Position[][]): Position[] {
  return all.reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best));
}

function area(ring: Position[]): number {
  return ring.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!;
    return sum + lon * nextLat - nextLon * lat;
  }, 0) / 2;
}

/** The centroid; the middle of the corners where a ring has no area. */
function centreOf(ring: Position[]): Position {
  const whole = area(ring);
  if (Math.abs(whole) < 1e-12) return [mean(ring.map(([lon]) => lon)), mean(ring.map(([, lat]) => lat))];
  let lonSum = 0;
  let latSum = 0;
  ring.forEach(([lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!;
    const cross = lon * nextLat - nextLon * lat;
    lonSum += (lon + nextLon) * cross;
    latSum += (lat + nextLat) * cross;
  });
  return [lonSum / (6 * whole), latSum / (6 * whole)];
}

/** Not by spreading into `Math.min`: a district's outlines have more corners than a call takes arguments. */
function least(values: number[]): number {
  return values.reduce((a, b) => (b < a ? b : a), Infinity);
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** One of five shades: by share of the fullest grid, so that a quiet day shows its differences too. */
export function shadeOf(open: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (open <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((open / most) * 4))) as 1 | 2 | 3 | 4;
}
