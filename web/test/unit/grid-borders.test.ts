import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, bordersOf, edgeKey, edgesOf, groundOf, itemsOf, neighboursOf, positionsOf, sharing, type Borders, type GridItem, type Position } from '../../src/desk/administration/grids/borders';
import { merge, split } from '../../src/desk/administration/grids/cutting';
import { crossingOf, faultsOf, gapsOf } from '../../src/desk/administration/grids/faults';
import { addCorner, join, move, nearestCorner, place, removeCorner, type Changed } from '../../src/desk/administration/grids/moving';

const STEP = 0.001;
const at = (x: number, y: number): Position => [Number((120 + x * STEP).toFixed(7)), Number((30 + y * STEP).toFixed(7))];

/** A row of the table by its corners in steps of about a hundred metres, closed. */
function grid(id: string, ...corners: [number, number][]): GridItem {
  const ring = corners.map(([x, y]) => at(x, y));
  return { id, code: id, rings: [[...ring, ring[0]!]] };
}

/** A chequerboard of so many grids, each a square of two steps with a corner in the middle of each side. */
function board(wide: number, high: number): GridItem[] {
  return Array.from({ length: wide * high }, (_, n) => {
    const [x, y] = [(n % wide) * 2, Math.floor(n / wide) * 2];
    return grid(`g${n}`, [x, y], [x + 1, y], [x + 2, y], [x + 2, y + 1], [x + 2, y + 2], [x + 1, y + 2], [x, y + 2], [x, y + 1]);
  });
}

const whole = (borders: Borders) => borders.outlines.reduce((sum, outline) => sum + groundOf(borders, outline), 0);
const cornerAt = (borders: Borders, x: number, y: number) => nearestCorner(borders, at(x, y), 1)!;
function done(changed: Changed): Borders {
  if ('refused' in changed) throw new Error(changed.refused);
  return changed.borders;
}
function sharedBorders({ outlines }: Borders): Set<string> {
  const count = new Map<string, number>();
  outlines.flatMap(({ rings }) => rings).forEach((ring) => [...edgesOf(ring)].forEach(([a, b]) => count.set(edgeKey(a, b), (count.get(edgeKey(a, b)) ?? 0) + 1)));
  return new Set([...count].filter(([, times]) => times === 2).map(([key]) => key));
}

describe('one drawing of all outlines', () => {
  it('gives back what came in when nothing was touched', () => {
    const items = board(3, 2);
    expect(itemsOf(bordersOf(items).borders)).toEqual(items);
    const demo = (JSON.parse(readFileSync(new URL('../../../dispatch-service/src/main/resources/demo/grids.geojson', import.meta.url), 'utf8')).features as { id: string; geometry: { coordinates: Position[][] } }[])
      .map(({ id, geometry }) => ({ id, code: id, rings: geometry.coordinates }));
    const { borders, mended } = bordersOf(demo);
    expect(mended).toBe(0);
    expect(itemsOf(borders)).toEqual(demo);
    expect(faultsOf(borders)).toEqual([]);
  });

  it('holds a shared corner once', () => {
    const { borders } = bordersOf(board(2, 2));
    expect(sharing(borders, cornerAt(borders, 2, 2)).map(({ id }) => id)).toEqual(['g0', 'g1', 'g2', 'g3']);
    expect(neighboursOf(borders, borders.outlines[0]!).map(({ id }) => id)).toEqual(['g1', 'g2']);
  });

  it('makes one corner of two that different programs rounded differently', () => {
    const [one, other] = [grid('a', [0, 0], [2, 0], [2, 2], [0, 2]), grid('b', [2, 0], [4, 0], [4, 2], [2, 2])];
    other.rings[0] = other.rings[0]!.map(([lon, lat]) => [lon + 4e-7, lat - 3e-7]);
    const { borders, mended } = bordersOf([one, other]);
    expect(mended).toBe(2);
    expect(sharedBorders(borders).size).toBe(1);
  });

  it('gives a border the corner that a neighbour has upon it, so that both move', () => {
    const { borders, mended } = bordersOf([grid('a', [0, 0], [2, 0], [2, 4], [0, 4]), grid('b', [2, 0], [4, 0], [4, 2], [2, 2]), grid('c', [2, 2], [4, 2], [4, 4], [2, 4])]);
    expect(mended).toBe(1);
    const moved = move(borders, cornerAt(borders, 2, 2), at(2.5, 2.2));
    expect(whole(moved)).toBeCloseTo(whole(borders), 0);
    expect(faultsOf(moved)).toEqual([]);
  });
});

describe('moving a border', () => {
  it('moves it for both grids', () => {
    const { borders } = bordersOf(board(2, 1));
    const moved = move(borders, cornerAt(borders, 2, 1), at(2.6, 1));
    const [left, right] = moved.outlines.map((outline) => groundOf(moved, outline));
    expect(left! - groundOf(borders, borders.outlines[0]!)).toBeCloseTo(groundOf(borders, borders.outlines[1]!) - right!, 3);
    expect(left).toBeGreaterThan(right!);
  });

  it('after any drags, insertions and removals inside a district, no gap and no overlap arises along what was shared', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ what: fc.constantFrom('move', 'add', 'remove', 'place'), pick: fc.nat(), dx: fc.double({ min: -0.3, max: 0.3, noNaN: true }), dy: fc.double({ min: -0.3, max: 0.3, noNaN: true }) }), { minLength: 1, maxLength: 40 }),
      (drags) => {
        let { borders } = bordersOf(board(3, 3));
        const before = whole(borders);
        const inDistrict = ([lon, lat]: Position) => lon > at(0, 0)[0] + 1e-9 && lon < at(6, 0)[0] - 1e-9 && lat > at(0, 0)[1] + 1e-9 && lat < at(0, 6)[1] - 1e-9;
        for (const { what, pick, dx, dy } of drags) {
          const used = [...new Set(borders.outlines.flatMap(({ rings }) => rings.flat()))].filter((corner) => inDistrict(borders.corners[corner]!));
          const corner = used[pick % used.length]!;
          const home = borders.corners[corner]!;
          const to: Position = [home[0] + dx * STEP, home[1] + dy * STEP];
          if (!inDistrict(to)) continue;
          const shared = sharedBorders(borders);
          if (what === 'move') {
            borders = move(borders, corner, to);
            expect(sharedBorders(borders)).toEqual(shared);
          } else if (what === 'add') {
            const edge = [...shared][pick % shared.size]!.split('-').map(Number) as [number, number];
            borders = addCorner(borders, edge, to).borders;
            expect(sharedBorders(borders).size).toBe(shared.size + 1);
          } else {
            const changed = what === 'remove' ? removeCorner(borders, corner) : place(borders, corner, to, 5);
            if ('borders' in changed) borders = changed.borders;
          }
          // Everything inside the district has a grid on both sides, and what one grid lost the others have won.
          expect(gapsOf(borders)).toEqual([]);
          const signed = borders.outlines.reduce((sum, { rings }) => sum + areaOf(positionsOf(borders, rings[0]!)), 0);
          expect(Math.abs(signed - before)).toBeLessThan(before * 1e-4);
        }
      },
    ), { numRuns: 150 });
  });

  it('keeps a corner in which borders of several grids meet, and the last three of a grid', () => {
    const { borders } = bordersOf(board(2, 2));
    expect(removeCorner(borders, cornerAt(borders, 2, 2))).toEqual({ refused: 'crossroads' });
    const without = done(removeCorner(borders, cornerAt(borders, 2, 1)));
    expect(without.outlines[0]!.rings[0]).toHaveLength(7);
    expect(without.outlines[1]!.rings[0]).toHaveLength(7);
    const triangle = bordersOf([grid('a', [0, 0], [1, 0], [0, 1])]).borders;
    expect(removeCorner(triangle, 0)).toEqual({ refused: 'too-few-corners' });
  });

  it('joins what is let go upon a corner or a border of another grid, which then move together', () => {
    const { borders } = bordersOf([grid('a', [0, 0], [2, 0], [2, 2], [0, 2]), grid('b', [3, 0], [5, 0], [5, 2], [3, 2])]);
    const upon = done(place(borders, cornerAt(borders, 2, 0), at(3, 0), 5));
    expect(sharing(upon, cornerAt(upon, 3, 0)).map(({ id }) => id)).toEqual(['a', 'b']);
    const border = done(place(upon, cornerAt(upon, 2, 2), at(3.01, 1), 5));
    expect(sharing(border, cornerAt(border, 3, 1)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(faultsOf(border)).toEqual([]);
  });

  it('does not join corners when a ring would fall apart', () => {
    const { borders } = bordersOf([grid('a', [0, 0], [2, 0], [2, 2], [1, 1], [0, 2])]);
    expect(join(borders, cornerAt(borders, 1, 1), cornerAt(borders, 0, 0))).toEqual({ refused: 'ring-falls-apart' });
  });
});

describe('splitting and merging', () => {
  it('splits a grid by a line, and its neighbours get the corners', () => {
    const { borders } = bordersOf(board(3, 1));
    const cut = done(split(borders, 'g1', [at(1.5, 0.5), at(3.2, 0.7), at(4.5, 0.5)], { id: 'new', code: 'new' }));
    expect(cut.outlines.map(({ id }) => id)).toEqual(['g0', 'g1', 'new', 'g2']);
    expect(whole(cut)).toBeCloseTo(whole(borders), 0);
    expect(faultsOf(cut)).toEqual([]);
    expect(cut.outlines[0]!.rings[0]).toHaveLength(9);
    // The left of the line, going east, is the north.
    expect(groundOf(cut, cut.outlines[1]!)).toBeGreaterThan(groundOf(cut, cut.outlines[2]!));
  });

  it('splits from corner to corner, and in either direction', () => {
    const { borders } = bordersOf(board(1, 1));
    for (const line of [[at(1, 0), at(1, 2)], [at(1, 2), at(1, 0)]]) {
      const cut = done(split(borders, 'g0', line, { id: 'new', code: 'new' }));
      expect(cut.corners).toHaveLength(8);
      expect(groundOf(cut, cut.outlines[0]!)).toBeCloseTo(groundOf(cut, cut.outlines[1]!), 0);
      expect(faultsOf(cut)).toEqual([]);
    }
  });

  it('refuses a line that does not cut in two', () => {
    const { borders } = bordersOf([grid('u', [0, 0], [6, 0], [6, 4], [4, 4], [4, 2], [2, 2], [2, 4], [0, 4])]);
    const by = (...line: Position[]) => split(borders, 'u', line, { id: 'new', code: 'new' });
    expect(by(at(-1, 3), at(7, 3))).toEqual({ refused: 'line-crosses-often' });
    expect(by(at(-1, 5), at(7, 5))).toEqual({ refused: 'line-misses' });
    expect(by(at(1, 1), at(3, 1))).toEqual({ refused: 'line-misses' });
    expect(by(at(1, 1))).toEqual({ refused: 'line-too-short' });
    expect(split(borders, 'u', [at(1, -1), at(1, 5)], { id: 'u', code: 'x' })).toEqual({ refused: 'code-taken' });
    expect(faultsOf(done(by(at(1, -1), at(1, 5))))).toEqual([]);
  });

  it('keeps a hole on the side where it lies, and refuses a line through it', () => {
    const items = [grid('a', [0, 0], [4, 0], [4, 4], [0, 4])];
    items[0]!.rings.push([at(1, 1), at(1, 2), at(2, 2), at(2, 1), at(1, 1)]);
    const { borders } = bordersOf(items);
    expect(split(borders, 'a', [at(1.5, -1), at(1.5, 5)], { id: 'n', code: 'n' })).toEqual({ refused: 'line-crosses-hole' });
    const cut = done(split(borders, 'a', [at(3, -1), at(3, 5)], { id: 'n', code: 'n' }));
    expect(cut.outlines.map(({ rings }) => rings.length)).toEqual([2, 1]);
  });

  it('merges what was split to the ground it was', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 1.9, noNaN: true }), fc.double({ min: 0.1, max: 1.9, noNaN: true }), (west, east) => {
      const { borders } = bordersOf(board(3, 3));
      const cut = done(split(borders, 'g4', [at(1.5, 2 + west), at(3, 3), at(4.5, 2 + east)], { id: 'new', code: 'new' }));
      const again = done(merge(cut, 'g4', 'new'));
      expect(groundOf(again, again.outlines[4]!)).toBeCloseTo(groundOf(borders, borders.outlines[4]!), -1);
      expect(faultsOf(again)).toEqual([]);
    }), { numRuns: 100 });
  });

  it('merges a ring round a grid to one without a hole, and refuses what does not touch', () => {
    const { borders } = bordersOf(board(3, 3));
    let ring = borders;
    for (const next of ['g1', 'g2', 'g5', 'g8', 'g7', 'g6', 'g3']) ring = done(merge(ring, 'g0', next));
    expect(ring.outlines.map(({ id, rings }) => [id, rings.length])).toEqual([['g0', 2], ['g4', 1]]);
    expect(faultsOf(ring)).toEqual([]);
    const full = done(merge(ring, 'g0', 'g4'));
    expect(full.outlines[0]!.rings).toHaveLength(1);
    expect(merge(borders, 'g0', 'g8')).toEqual({ refused: 'no-common-border' });
  });
});

describe('what is wrong with a drawing', () => {
  it('names overlaps with their size, before the service does', () => {
    const { borders } = bordersOf([grid('a', [0, 0], [2, 0], [2, 2], [0, 2]), grid('b', [1.5, 0.5], [4, 0.5], [4, 1.5], [1.5, 1.5])]);
    const [fault] = faultsOf(borders);
    expect(fault).toMatchObject({ kind: 'overlap', grids: ['a', 'b'] });
    // Half a step by one step.
    expect((fault as { squareMetres: number }).squareMetres / (111.32 ** 2 * Math.cos(Math.PI / 6) / 2)).toBeCloseTo(1, 2);
  });

  it('finds an overlap by whatever way it comes about, and none where grids only touch', () => {
    const square = grid('a', [0, 0], [4, 0], [4, 4], [0, 4]);
    const overlapping = [
      grid('b', [1, 1], [2, 1], [2, 2], [1, 2]), grid('b', [0, 0], [4, 0], [4, 4], [0, 4]), grid('b', [0, 0], [2, 1], [0, 4]), grid('b', [-1, 1], [5, 1], [5, 2], [-1, 2]),
      grid('b', [0, 0], [4, 0], [4, 2]), grid('b', [4, 0], [5, 1], [4, 4], [3, 2]), grid('b', [-1, -1], [5, -1], [5, 5], [-1, 5]),
    ];
    for (const other of overlapping) expect(faultsOf(bordersOf([square, other]).borders)).toMatchObject([{ kind: 'overlap' }]);
    for (const other of [grid('b', [4, 0], [5, 0], [5, 4], [4, 4]), grid('b', [4, 4], [5, 4], [5, 5]), grid('b', [4, 1], [5, 1], [5, 2], [4, 2])]) expect(faultsOf(bordersOf([square, other]).borders)).toEqual([]);
  });

  it('names ground between grids that nobody has, and a slit between two borders', () => {
    const { borders } = bordersOf(board(3, 3).filter(({ id }) => id !== 'g4'));
    expect(gapsOf(borders)).toMatchObject([{ kind: 'gap', grids: expect.arrayContaining(['g1', 'g3', 'g5', 'g7']) }]);
    const slit = bordersOf([grid('a', [0, 0], [2, 0], [1.8, 1], [2, 2], [0, 2]), grid('b', [2, 0], [4, 0], [4, 2], [2, 2])]).borders;
    expect(gapsOf(slit)).toMatchObject([{ kind: 'gap', grids: ['a', 'b'] }]);
  });

  it('names a gap beside an overlap, too', () => {
    const items = [grid('n', [0, 2], [2, 2], [4, 2], [4, 4], [0, 4]), grid('s', [0, 0], [4, 0], [4, 2], [2, 1.5], [0, 2]), grid('e', [4, 0], [6, 0], [6, 4], [4, 4], [4, 2])];
    items[0] = grid('n', [0, 2], [4, 2], [5, 3], [4, 4], [0, 4]);
    expect(faultsOf(bordersOf(items).borders)).toMatchObject([{ kind: 'overlap', grids: ['n', 'e'] }, { kind: 'gap', grids: expect.arrayContaining(['n', 's']) }]);
  });

  it('names a ring that crosses itself', () => {
    expect(crossingOf([at(0, 0), at(2, 2), at(2, 0), at(0, 2)])).toEqual([expect.closeTo(at(1, 1)[0], 6), expect.closeTo(at(1, 1)[1], 6)]);
    const { borders } = bordersOf(board(2, 1));
    const moved = move(borders, cornerAt(borders, 2, 1), at(6, 1));
    expect(faultsOf(moved, new Set(['g0', 'g1'])).map(({ kind }) => kind)).toContain('crossing');
  });

  it('is quick enough with outlines of a thousand points', () => {
    const wavy = (x0: number, y0: number) => {
      const side = (n: number) => Array.from({ length: 250 }, (_, i) => i / 250 + n);
      const wave = (s: number) => 0.01 * Math.sin(s * 12 * Math.PI);
      const ring = [...side(0)].flatMap((s): [number, number][] => [[x0 + s, y0 + wave(s)]]);
      ring.push(...side(0).map((s): [number, number] => [x0 + 1 + wave(s), y0 + s]), ...side(0).map((s): [number, number] => [x0 + 1 - s, y0 + 1 + wave(1 - s)]), ...side(0).map((s): [number, number] => [x0 + wave(1 - s), y0 + 1 - s]));
      return ring;
    };
    const items = Array.from({ length: 9 }, (_, n) => grid(`w${n}`, ...wavy(n % 3, Math.floor(n / 3))));
    const { borders } = bordersOf(items);
    expect(borders.outlines[0]!.rings[0]!.length).toBeGreaterThanOrEqual(990);
    expect(faultsOf(borders)).toEqual([]);
    const middle = cornerAt(borders, 1, 0.5);
    expect(faultsOf(move(borders, middle, at(1.01, 0.5)), new Set(['w0', 'w1'])).filter(({ kind }) => kind === 'overlap')).toEqual([]);
  });
});
