import { SAME, areaOf, edgeKey, edgesOf, inside, metresBetween, positionsOf, rounded, type Borders, type Outline, type Position } from './borders';
import { addCorner, nearestCorner, type Changed } from './moving';

interface Hit { along: number; at: Position; edge: [number, number] }

/**
 * Splits a grid by a line that enters and leaves it once. The side on the left of the line keeps the code; where the line meets the
 * outline, the neighbours get the corner too.
 *
 * @param fresh id and code of the other side
 */
export function split(borders: Borders, id: string, line: readonly Position[], fresh: { id: string; code: string }): Changed {
  if (line.length < 2) return { refused: 'line-too-short' };
  if (borders.outlines.some((outline) => outline.id === fresh.id || outline.code === fresh.code)) return { refused: 'code-taken' };
  const own = borders.outlines.find((outline) => outline.id === id)!;
  const [outer, ...holes] = own.rings.map((ring) => positionsOf(borders, ring));
  const hits = hitsOf(borders, own.rings[0]!, line);
  const sections = hits.slice(1).map((hit, n) => [hits[n]!, hit] as const).filter(([from, to]) => inside(between(line, (from.along + firstStop(from, to)) / 2), outer!));
  if (sections.length === 0) return { refused: 'line-misses' };
  if (sections.length > 1) return { refused: 'line-crosses-often' };
  const [from, to] = sections[0]!;
  const way = line.filter((_, n) => n > from.along + 1e-9 && n < to.along - 1e-9).filter((position) => metresBetween(position, from.at) > SAME && metresBetween(position, to.at) > SAME);
  const path = [from.at, ...way, to.at];
  if (holes.some((hole) => crosses(path, hole))) return { refused: 'line-crosses-hole' };

  const first = cornerAt(borders, own, from);
  const second = cornerAt(first.borders, first.borders.outlines.find((outline) => outline.id === id)!, to);
  const corners = second.borders.corners.slice();
  const cut = way.map((position) => corners.push(rounded(position)) - 1);
  const ring = second.borders.outlines.find((outline) => outline.id === id)!.rings[0]!;
  const [a, b] = [first.corner, second.corner];
  if (a === b) return { refused: 'line-too-short' };
  // Counter-clockwise, the part from b round to a lies on the left of the line a → b.
  const turned = areaOf(positionsOf({ corners, outlines: [] }, ring)) > 0 ? ring : [...ring].reverse();
  const left = [...part(turned, b, a), ...cut];
  const right = [...part(turned, a, b), ...[...cut].reverse()];
  if (left.length < 3 || right.length < 3) return { refused: 'line-misses' };
  const leftPositions = left.map((corner) => corners[corner]!);
  const inLeft = own.rings.slice(1).map((hole) => inside(corners[hole[0]!]!, leftPositions));
  const outlines = second.borders.outlines.flatMap((outline) => outline.id !== id ? [outline] : [
    { id, code: own.code, rings: [left, ...outline.rings.slice(1).filter((_, n) => inLeft[n])] },
    { ...fresh, rings: [right, ...outline.rings.slice(1).filter((_, n) => !inLeft[n])] },
  ]);
  return { borders: { corners, outlines } };
}

/** One grid of two that share a border; the first keeps its code. */
export function merge(borders: Borders, keep: string, gone: string): Changed {
  const [one, other] = [keep, gone].map((id) => borders.outlines.find((outline) => outline.id === id)!);
  const edges = [...running(borders, one!), ...running(borders, other!)];
  const there = new Set(edges.map(([a, b]) => `${a}>${b}`));
  const left = edges.filter(([a, b]) => !there.has(`${b}>${a}`));
  if (left.length === edges.length) return { refused: 'no-common-border' };
  const rings = chain(borders.corners, left);
  if (rings.some((ring) => new Set(ring).size !== ring.length)) return { refused: 'touch-in-a-point' };
  const outer = rings.filter((ring) => areaOf(positionsOf(borders, ring)) > 0);
  if (outer.length !== 1) return { refused: 'falls-in-two' };
  const holes = rings.filter((ring) => ring !== outer[0]);
  return {
    borders: {
      corners: borders.corners,
      outlines: borders.outlines.filter(({ id }) => id !== gone).map((outline) => (outline.id === keep ? { ...outline, rings: [outer[0]!, ...holes] } : outline)),
    },
  };
}

/** Borders in the direction that has the grid on the left: the outer ring counter-clockwise, holes clockwise. */
export function* running(borders: Borders, { rings }: Outline): Generator<[number, number]> {
  for (const [n, ring] of rings.entries()) {
    const counterClockwise = areaOf(positionsOf(borders, ring)) > 0;
    for (const [a, b] of edgesOf(ring)) yield counterClockwise === (n === 0) ? [a, b] : [b, a];
  }
}

/**
 * Rings of what runs. Where several ways go on, the one most to the right is taken: two rings that touch in a corner stay two.
 */
export function chain(corners: readonly Position[], edges: readonly (readonly [number, number])[]): number[][] {
  const onward = new Map<number, number[]>();
  for (const [a, b] of edges) onward.set(a, [...(onward.get(a) ?? []), b]);
  const rings: number[][] = [];
  for (const [start, ways] of onward) {
    while (ways.length > 0) {
      const ring = [start];
      let before = start;
      let at = ways.pop()!;
      while (at !== start) {
        ring.push(at);
        const next = onward.get(at) ?? [];
        if (next.length === 0) break;
        const n = mostRight(corners, before, at, next);
        [before, at] = [at, next.splice(n, 1)[0]!];
      }
      rings.push(ring);
    }
  }
  return rings;
}

/** Which of the ways that go on turns most to the right. */
export function mostRight(corners: readonly Position[], before: number, at: number, ways: readonly number[]): number {
  if (ways.length === 1) return 0;
  const bearing = (from: number, to: number) => Math.atan2(corners[to]![1] - corners[from]![1], (corners[to]![0] - corners[from]![0]) * Math.cos((corners[from]![1] * Math.PI) / 180));
  const came = bearing(before, at);
  const turns = ways.map((to) => {
    const turn = bearing(at, to) - came;
    return turn <= -Math.PI ? turn + 2 * Math.PI : turn > Math.PI ? turn - 2 * Math.PI : turn;
  });
  return turns.indexOf(Math.min(...turns));
}

/** From a along the ring up to b, both with it. */
function part(ring: readonly number[], a: number, b: number): number[] {
  const [from, to] = [ring.indexOf(a), ring.indexOf(b)];
  return from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
}

function cornerAt(borders: Borders, own: Outline, hit: Hit): { borders: Borders; corner: number } {
  const there = nearestCorner({ corners: borders.corners, outlines: [{ ...own, rings: [own.rings[0]!] }] }, hit.at, SAME);
  if (there !== undefined) return { borders, corner: there };
  // Where the line begins and ends on the same border, the first hit has cut it in two.
  const edge = [...edgesOf(own.rings[0]!)].find(([a, b]) => edgeKey(a, b) === edgeKey(...hit.edge)) ?? nearestOf(borders, own, hit.at);
  return addCorner(borders, edge, hit.at);
}

function nearestOf(borders: Borders, own: Outline, at: Position): [number, number] {
  const away = ([a, b]: [number, number]) => metresBetween(borders.corners[a]!, at) + metresBetween(at, borders.corners[b]!) - metresBetween(borders.corners[a]!, borders.corners[b]!);
  return [...edgesOf(own.rings[0]!)].reduce((best, edge) => (away(edge) < away(best) ? edge : best));
}

/** Where the line meets the ring, in the line's order, each place once. */
function hitsOf({ corners }: Borders, ring: readonly number[], line: readonly Position[]): Hit[] {
  const hits: Hit[] = [];
  for (let n = 0; n + 1 < line.length; n++) {
    for (const edge of edgesOf(ring)) {
      const met = meet(line[n]!, line[n + 1]!, corners[edge[0]]!, corners[edge[1]]!);
      if (met) hits.push({ along: n + met.share, at: met.at, edge });
    }
  }
  return hits.sort((a, b) => a.along - b.along).filter((hit, n, all) => n === 0 || metresBetween(hit.at, all[n - 1]!.at) > SAME);
}

/** Where two straight ways meet, their ends counted in; not where they lie upon each other. */
export function meet(a: Position, b: Position, c: Position, d: Position): { share: number; at: Position } | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-18) return undefined;
  const share = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const other = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  const near = 1e-9;
  if (share < -near || share > 1 + near || other < -near || other > 1 + near) return undefined;
  return { share: Math.min(1, Math.max(0, share)), at: [a[0] + share * rx, a[1] + share * ry] };
}

function firstStop(from: Hit, to: Hit): number {
  return Math.min(to.along, Math.floor(from.along + 1e-9) + 1);
}

function between(line: readonly Position[], along: number): Position {
  const n = Math.min(line.length - 2, Math.floor(along));
  const [a, b] = [line[n]!, line[n + 1]!];
  return [a[0] + (along - n) * (b[0] - a[0]), a[1] + (along - n) * (b[1] - a[1])];
}

function crosses(path: readonly Position[], ring: readonly Position[]): boolean {
  return path.slice(1).some((to, n) => ring.some((corner, m) => meet(path[n]!, to, corner, ring[(m + 1) % ring.length]!) !== undefined));
}
