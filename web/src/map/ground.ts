/** Outlines of grids, on longitude and latitude. */
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

/** The grids that have an outline and lie within the unit. @param unitId of the unit whose grids are shown; null for all */
export function gridsOf(features: GridFeature[], unitId: string | null): GridFeature[] {
  return features.filter((feature) => feature.geometry && (unitId === null || !feature.properties?.path || feature.properties.path.includes(unitId)));
}

/** 春晓社区第一网格（江滨苑） is known to everybody as 江滨苑. */
export function short(name: string | undefined): string | undefined {
  return /[（(](.+)[）)]/.exec(name ?? '')?.[1] ?? name;
}

/** Its rings on longitude and latitude; islands each have their own. */
export function ringsOf(outline: Outline): Position[][] {
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

/** What a position lies in, by even-odd crossing; the first where several do. */
export function groundAt<T extends { rings: Position[][] }>(grounds: T[], [x, y]: Position): T | null {
  return grounds.find(({ rings }) => {
    let odd = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i]!;
        const [xj, yj] = ring[j]!;
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
      }
    }
    return odd;
  }) ?? null;
}

/** Where its figures stand: the middle of the largest of its rings. */
export function middleOf(rings: Position[][]): Position {
  return centreOf(largest(rings));
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

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** One of five shades: by share of the fullest grid, so that a quiet day shows its differences too. */
export function shadeOf(open: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (open <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((open / most) * 4))) as 1 | 2 | 3 | 4;
}
