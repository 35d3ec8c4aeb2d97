import { SAME, against, edgeKey, edgesOf, metresBetween, rounded, withoutRepeats, type Borders, type Outline, type Position } from './borders';

/** Why a change of the drawing is not made; `words.ts` says it. */
export type Refusal =
  | 'crossroads' | 'too-few-corners' | 'ring-falls-apart'
  | 'line-misses' | 'line-crosses-often' | 'line-crosses-hole' | 'line-too-short'
  | 'no-common-border' | 'falls-in-two' | 'touch-in-a-point'
  | 'not-readable' | 'code-taken';

export type Changed = { borders: Borders; corner?: number } | { refused: Refusal };

/** Moves a corner for every grid that has it. */
export function move(borders: Borders, corner: number, to: Position): Borders {
  const corners = borders.corners.slice();
  corners[corner] = rounded(to);
  return { corners, outlines: borders.outlines };
}

/** A new corner on a border, for both grids that have the border. */
export function addCorner(borders: Borders, [a, b]: readonly [number, number], at: Position): { borders: Borders; corner: number } {
  const corner = borders.corners.length;
  return { corner, borders: put({ corners: [...borders.corners, rounded(at)], outlines: borders.outlines }, [a, b], corner) };
}

/** Takes a corner away from every grid that has it. Where borders of several grids meet it stays: without it they would part. */
export function removeCorner(borders: Borders, corner: number): Changed {
  const ways = new Set<string>();
  for (const ring of borders.outlines.flatMap(({ rings }) => rings)) {
    const at = ring.indexOf(corner);
    if (at < 0) continue;
    if (ring.length <= 3) return { refused: 'too-few-corners' };
    ways.add(edgeKey(ring[(at + ring.length - 1) % ring.length]!, ring[(at + 1) % ring.length]!));
  }
  if (ways.size > 1) return { refused: 'crossroads' };
  return { borders: { corners: borders.corners, outlines: changeRings(borders.outlines, corner, (ring) => ring.filter((one) => one !== corner)) } };
}

/**
 * Moves a corner to where somebody let go of it: upon another corner the two become one, upon a border the border gets it too.
 *
 * @param reach metres within which it counts as upon
 */
export function place(borders: Borders, corner: number, to: Position, reach = SAME): Changed {
  const upon = nearestCorner(borders, to, reach, corner);
  if (upon !== undefined) return join(borders, corner, upon);
  const edge = nearestEdge(borders, to, reach, corner);
  if (!edge) return { borders: move(borders, corner, to), corner };
  return { borders: put(move(borders, corner, edge.at), edge.edge, corner), corner };
}

/** Makes two corners one, where the second lies. */
export function join(borders: Borders, corner: number, into: number): Changed {
  const outlines = changeRings(borders.outlines, corner, (ring) => withoutRepeats(ring.map((one) => (one === corner ? into : one))));
  for (const ring of outlines.flatMap(({ rings }) => rings)) {
    if (!ring.includes(into)) continue;
    if (ring.length < 3) return { refused: 'too-few-corners' };
    if (ring.indexOf(into) !== ring.lastIndexOf(into)) return { refused: 'ring-falls-apart' };
  }
  return { borders: { corners: borders.corners, outlines }, corner: into };
}

/** The corner in use that is nearest, within so many metres. */
export function nearestCorner({ corners, outlines }: Borders, to: Position, reach: number, but?: number): number | undefined {
  let best: number | undefined;
  let least = reach;
  for (const { rings } of outlines) {
    for (const ring of rings) {
      for (const corner of ring) {
        if (corner === but || Math.abs(corners[corner]![1] - to[1]) * 111_000 > least) continue;
        const away = metresBetween(corners[corner]!, to);
        if (away <= least) [best, least] = [corner, away];
      }
    }
  }
  return best;
}

/** The border that is nearest, within so many metres. @param but a corner whose own borders do not count */
export function nearestEdge({ corners, outlines }: Borders, to: Position, reach: number, but?: number): { edge: [number, number]; at: Position } | undefined {
  let best: { edge: [number, number]; at: Position } | undefined;
  let least = reach;
  const tall = reach / 111_000;
  for (const { rings } of outlines) {
    for (const ring of rings) {
      for (const [a, b] of edgesOf(ring)) {
        const [one, other] = [corners[a]!, corners[b]!];
        if (a === but || b === but || to[1] < Math.min(one[1], other[1]) - tall || to[1] > Math.max(one[1], other[1]) + tall) continue;
        const { away, at } = against(to, one, other);
        if (away < least) [best, least] = [{ edge: [a, b], at }, away];
      }
    }
  }
  return best;
}

function put(borders: Borders, [a, b]: readonly [number, number], corner: number): Borders {
  return {
    corners: borders.corners,
    outlines: borders.outlines.map((outline) => changed(outline, (ring) => {
      if (!ring.includes(a) || !ring.includes(b) || ring.includes(corner)) return ring;
      const at = ring.findIndex((one, i) => edgeKey(one, ring[(i + 1) % ring.length]!) === edgeKey(a, b));
      return at < 0 ? ring : [...ring.slice(0, at + 1), corner, ...ring.slice(at + 1)];
    })),
  };
}

function changeRings(outlines: readonly Outline[], having: number, change: (ring: readonly number[]) => readonly number[]): Outline[] {
  return outlines.map((outline) => changed(outline, (ring) => (ring.includes(having) ? change(ring) : ring)));
}

/** The same object where nothing of it changed: what is drawn is drawn anew only then. */
function changed(outline: Outline, change: (ring: readonly number[]) => readonly number[]): Outline {
  const rings = outline.rings.map(change);
  return rings.every((ring, n) => ring === outline.rings[n]) ? outline : { ...outline, rings };
}
