import { bordersOf, itemsOf, positionsOf, type Borders, type GridItem, type Position } from './borders';
import type { Changed } from './moving';

/** An outline as a GeoJSON geometry, one position a line: what can be typed, compared and pasted. */
export function textOf(borders: Borders, id: string): string {
  const outline = borders.outlines.find((one) => one.id === id);
  if (!outline) return '';
  const rings = outline.rings.map((ring) => [...positionsOf(borders, ring), borders.corners[ring[0]!]!].map((position) => `    ${JSON.stringify(position)}`).join(',\n'));
  return `{"type": "Polygon", "coordinates": [\n${rings.map((ring) => `  [\n${ring}\n  ]`).join(',\n')}\n]}`;
}

/** Of a geometry, a feature, or a collection of one feature, closed or not. */
export function ringsOf(text: string): Position[][] | undefined {
  try {
    const said = JSON.parse(text);
    const geometry = said?.geometry ?? said?.features?.[0]?.geometry ?? said;
    const rings = geometry?.type === 'MultiPolygon' && geometry.coordinates.length === 1 ? geometry.coordinates[0] : geometry?.type === 'Polygon' ? geometry.coordinates : undefined;
    if (!Array.isArray(rings) || rings.length === 0 || !rings.every(isRing)) return undefined;
    return rings.map((ring: number[][]) => closed(ring.map(([lon, lat]) => [lon!, lat!])));
  } catch {
    return undefined;
  }
}

/** With the outline of one grid, new or in place of its own; corners that lie upon others' become theirs. */
export function withOutline(borders: Borders, item: GridItem): Borders {
  const items = itemsOf(borders);
  const n = items.findIndex(({ id }) => id === item.id);
  return bordersOf(n < 0 ? [...items, item] : items.map((one, at) => (at === n ? item : one))).borders;
}

export function read(borders: Borders, grid: Pick<GridItem, 'id' | 'code'>, text: string): Changed {
  const rings = ringsOf(text);
  return rings ? { borders: withOutline(borders, { ...grid, rings }) } : { refused: 'not-readable' };
}

function isRing(ring: unknown): boolean {
  return Array.isArray(ring) && ring.length >= 3 && ring.every((position) => Array.isArray(position) && position.length >= 2 && Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90);
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}
