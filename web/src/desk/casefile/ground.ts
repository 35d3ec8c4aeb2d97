import type { GridFeature } from '../directory';

export type LonLat = [number, number];

/** Outlines of a grid on longitude and latitude. */
export function ringsOf(feature: GridFeature): LonLat[][] {
  const { type, coordinates } = feature.geometry ?? {};
  if (type === 'Polygon') return coordinates as LonLat[][];
  if (type === 'MultiPolygon') return (coordinates as LonLat[][][]).flat();
  return [];
}

export type Box = [west: number, south: number, east: number, north: number];

/** Of all points, a little larger, and never without extent. */
export function boxOf(points: LonLat[], margin = 0.08): Box {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const box: Box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const dx = Math.max((box[2] - box[0]) * margin, 0.0005);
  const dy = Math.max((box[3] - box[1]) * margin, 0.0005);
  return [box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy];
}

/** A drawing of this width; a degree of longitude is shorter than one of latitude. */
export function projection([west, south, east, north]: Box, width: number) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  return {
    height: (north - south) * scale,
    at: ([lon, lat]: LonLat): [number, number] => [(lon - west) * squeeze * scale, (north - lat) * scale],
  };
}

export function pathOf(feature: GridFeature, at: (point: LonLat) => [number, number]): string {
  return ringsOf(feature).map((ring) => `M${ring.map((point) => at(point).map((n) => n.toFixed(1)).join(',')).join('L')}Z`).join('');
}
