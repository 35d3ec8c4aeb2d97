import { intersection, type MultiPolygon } from 'polygon-clipping';
import { areaOf, edgesOf, positionsOf, type Borders, type Outline, type Position } from './borders';
import { chain, meet, running } from './cutting';

/** What the service's check would say of the ground, said while it is drawn. */
export type Fault =
  | { kind: 'crossing'; grids: [string]; at: Position }
  | { kind: 'overlap'; grids: [string, string]; squareMetres: number; at: Position }
  | { kind: 'gap'; grids: string[]; squareMetres: number; at: Position };

/** Square metres that two grids may have in common: as the service allows where the district says nothing. */
const TOLERATED = 10;

/** Everything that is wrong with the drawing; `only` the grids that were changed, and what they touch. */
export function faultsOf(borders: Borders, only?: ReadonlySet<string>): Fault[] {
  const asked = (outline: Outline) => !only || only.has(outline.id);
  const crossings = borders.outlines.filter(asked).flatMap((outline) => {
    const at = outline.rings.map((ring) => crossingOf(positionsOf(borders, ring))).find(Boolean);
    return at ? [{ kind: 'crossing', grids: [outline.id], at } satisfies Fault] : [];
  });
  return [...crossings, ...overlapsOf(borders, asked), ...gapsOf(borders)];
}

/** Where a ring crosses itself, or meets itself in a corner. */
export function crossingOf(ring: readonly Position[]): Position | undefined {
  const edges = ring.map((a, n) => ({ n, a, b: ring[(n + 1) % ring.length]! })).sort((one, other) => Math.min(one.a[0], one.b[0]) - Math.min(other.a[0], other.b[0]));
  let open: typeof edges = [];
  for (const edge of edges) {
    const west = Math.min(edge.a[0], edge.b[0]);
    open = open.filter(({ a, b }) => Math.max(a[0], b[0]) >= west);
    for (const other of open) {
      const apart = Math.abs(edge.n - other.n);
      if (apart === 1 || apart === ring.length - 1) continue;
      const met = meet(edge.a, edge.b, other.a, other.b);
      if (met) return met.at;
    }
    open.push(edge);
  }
  return undefined;
}

function overlapsOf(borders: Borders, asked: (outline: Outline) => boolean): Fault[] {
  const all = borders.outlines.map((outline) => ({ outline, shape: outline.rings.map((ring) => positionsOf(borders, ring)), box: boxOf(positionsOf(borders, outline.rings[0] ?? [])) }));
  const found: Fault[] = [];
  all.forEach((one, n) => all.slice(n + 1).forEach((other) => {
    if ((!asked(one.outline) && !asked(other.outline)) || !touch(one.box, other.box)) return;
    const common = commonOf(one.shape, other.shape);
    const squareMetres = common.reduce((sum, [outer, ...holes]) => sum + Math.abs(areaOf(outer!)) - holes.reduce((less, hole) => less + Math.abs(areaOf(hole)), 0), 0);
    if (squareMetres > TOLERATED) found.push({ kind: 'overlap', grids: [one.outline.id, other.outline.id], squareMetres, at: middleOf(common[0]![0]!) });
  }));
  return found;
}

/** A ring that crosses itself may be more than the library can add up: that ring has its own fault. */
function commonOf(one: Position[][], other: Position[][]): MultiPolygon {
  try {
    return intersection(one, other);
  } catch {
    return [];
  }
}

/** Ground that no grid has, with grids all round it: borders with nothing on their other side that run round it clockwise. */
export function gapsOf(borders: Borders): Fault[] {
  const edges = borders.outlines.flatMap((outline) => [...running(borders, outline)].map((edge) => ({ edge, grid: outline.id })));
  const there = new Set(edges.map(({ edge: [a, b] }) => `${a}>${b}`));
  const bare = edges.filter(({ edge: [a, b] }) => !there.has(`${b}>${a}`));
  const gridOf = new Map(bare.map(({ edge: [a, b], grid }) => [`${a}>${b}`, grid]));
  return chain(borders.corners, bare.map(({ edge }) => edge)).flatMap((ring) => {
    const positions = positionsOf(borders, ring);
    const squareMetres = -areaOf(positions);
    if (squareMetres <= TOLERATED) return [];
    return [{ kind: 'gap', grids: [...new Set([...edgesOf(ring)].map(([a, b]) => gridOf.get(`${a}>${b}`)!).filter(Boolean))], squareMetres, at: middleOf(positions) } satisfies Fault];
  });
}

type Box = [west: number, south: number, east: number, north: number];

export function boxOf(positions: readonly Position[]): Box {
  return positions.reduce<Box>(([w, s, e, n], [lon, lat]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [Infinity, Infinity, -Infinity, -Infinity]);
}

function touch(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function middleOf(ring: readonly Position[]): Position {
  const [w, s, e, n] = boxOf(ring);
  return [(w + e) / 2, (s + n) / 2];
}
