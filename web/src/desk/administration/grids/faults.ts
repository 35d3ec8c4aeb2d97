import { intersection, type MultiPolygon } from 'polygon-clipping';
import { areaOf, edgesOf, inside, positionsOf, type Borders, type Outline, type Position } from './borders';
import { meet, mostRight, running } from './cutting';

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
    if (!mayOverlap(borders, one.outline, other.outline)) return;
    const common = commonOf(one.shape, other.shape);
    const squareMetres = common.reduce((sum, [outer, ...holes]) => sum + Math.abs(areaOf(outer!)) - holes.reduce((less, hole) => less + Math.abs(areaOf(hole)), 0), 0);
    if (squareMetres > TOLERATED) found.push({ kind: 'overlap', grids: [one.outline.id, other.outline.id], squareMetres, at: middleOf(common[0]![0]!) });
  }));
  return found;
}

/**
 * Whether two grids can have ground in common: cheap, as most neighbours only share a border. They have where a border crosses one
 * of the other's, where a border of one runs inside the other, or where both lie on the same side of a common border.
 */
function mayOverlap(borders: Borders, one: Outline, other: Outline): boolean {
  const [mine, theirs] = [[...running(borders, one)], [...running(borders, other)]];
  const way = wayIn(borders);
  const [myWays, theirWays] = [mine, theirs].map((edges) => new Set(edges.map(([a, b]) => way(a, b))));
  if (mine.some(([a, b]) => theirWays!.has(way(a, b)))) return true;
  const [myOwn, theirOwn] = [mine.filter(([a, b]) => !theirWays!.has(way(b, a))), theirs.filter(([a, b]) => !myWays!.has(way(b, a)))];
  return bordersCross(borders, myOwn, theirOwn) || runsInside(borders, myOwn, other) || runsInside(borders, theirOwn, one);
}

type Edge = [number, number];

/** A border from one corner to another as a number: half a million of them are compared after each change. */
function wayIn({ corners }: Borders): (a: number, b: number) => number {
  return (a, b) => a * corners.length + b;
}

function bordersCross({ corners }: Borders, mine: Edge[], theirs: Edge[]): boolean {
  const west = ([a, b]: Edge) => Math.min(corners[a]![0], corners[b]![0]);
  const east = ([a, b]: Edge) => Math.max(corners[a]![0], corners[b]![0]);
  const all = [...mine.map((edge) => ({ edge, side: 0 })), ...theirs.map((edge) => ({ edge, side: 1 }))].sort((a, b) => west(a.edge) - west(b.edge));
  let open: typeof all = [];
  for (const { edge, side } of all) {
    open = open.filter((before) => east(before.edge) >= west(edge));
    for (const { edge: [c, d], side: otherSide } of open) {
      const [a, b] = edge;
      if (side !== otherSide && a !== c && a !== d && b !== c && b !== d && meet(corners[a]!, corners[b]!, corners[c]!, corners[d]!)) return true;
    }
    open.push({ edge, side });
  }
  return false;
}

/** One border of each stretch between two corners of the other says it for the stretch, as none crosses. */
function runsInside(borders: Borders, edges: Edge[], other: Outline): boolean {
  const theirs = new Set(other.rings.flat());
  const [outer, ...holes] = other.rings.map((ring) => positionsOf(borders, ring));
  let before: number | undefined;
  return edges.some(([a, b]) => {
    const first = a !== before || theirs.has(a);
    before = b;
    if (!first) return false;
    const [one, two] = [borders.corners[a]!, borders.corners[b]!];
    const middle: Position = [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2];
    return inside(middle, outer!) && !holes.some((hole) => inside(middle, hole));
  });
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
  const way = wayIn(borders);
  const gridOf = new Map<number, string>();
  for (const outline of borders.outlines) for (const [a, b] of running(borders, outline)) gridOf.set(way(a, b), outline.id);
  const bare: Edge[] = [];
  for (const outline of borders.outlines) for (const [a, b] of running(borders, outline)) if (!gridOf.has(way(b, a))) bare.push([a, b]);
  return circles(borders, bare).flatMap((ring) => {
    const positions = positionsOf(borders, ring);
    const squareMetres = -areaOf(positions);
    if (squareMetres <= TOLERATED) return [];
    return [{ kind: 'gap', grids: [...new Set([...edgesOf(ring)].map(([a, b]) => gridOf.get(way(a, b))!).filter(Boolean))], squareMetres, at: middleOf(positions) } satisfies Fault];
  });
}

/** Where borders run round in a circle. Several may run into one, where grids overlap: the circle is found all the same. */
function circles({ corners }: Borders, edges: readonly Edge[]): number[][] {
  const onward = new Map<number, number[]>();
  edges.forEach(([a], n) => onward.set(a, [...(onward.get(a) ?? []), n]));
  const next = (n: number): number | undefined => {
    const [a, b] = edges[n]!;
    const ways = onward.get(b) ?? [];
    return ways.length === 0 ? undefined : ways[mostRight(corners, a, b, ways.map((way) => edges[way]![1]))];
  };
  const walked = new Map<number, number>();
  const found: number[][] = [];
  edges.forEach((_, start) => {
    let at: number | undefined = start;
    const way: number[] = [];
    while (at !== undefined && !walked.has(at)) {
      walked.set(at, start);
      way.push(at);
      at = next(at);
    }
    if (at !== undefined && walked.get(at) === start) found.push(way.slice(way.indexOf(at)).map((n) => edges[n]![0]));
  });
  return found;
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
