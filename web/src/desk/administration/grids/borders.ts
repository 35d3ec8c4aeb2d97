/**
 * The outlines of all grids as one drawing: a corner that several grids share is there once, so whoever moves it moves it for
 * all of them, and no gap and no overlap can arise along what is shared. Pure: every change gives a new drawing.
 * Positions are WGS-84 degrees, [longitude, latitude].
 */
export type Position = [longitude: number, latitude: number];

/** A row of the reference kind `grid`: outer ring first, each ring a closed list of positions (RFC 7946). */
export interface GridItem {
  id: string;
  code: string;
  version?: number;
  rings: Position[][];
}

/** Rings as numbers of corners, not closed: the last is joined to the first. */
export interface Outline {
  readonly id: string;
  readonly code: string;
  readonly rings: readonly (readonly number[])[];
}

export interface Borders {
  readonly corners: readonly Position[];
  readonly outlines: readonly Outline[];
}

/** Metres of one degree of latitude, to a tenth of a per cent. */
export const METRES = 111_320;
/** What lies nearer together is one corner: about what files of different programs round differently. */
export const SAME = 0.1;

/** Degrees to metres, exact enough for what a district is. */
export function flat(latitude: number): (position: Position) => [number, number] {
  const shorten = Math.cos((latitude * Math.PI) / 180) * METRES;
  return ([lon, lat]) => [lon * shorten, lat * METRES];
}

/** To a centimetre: what a screen or a division makes of a position says no more than that. */
export function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

export function metresBetween(a: Position, b: Position): number {
  const to = flat((a[1] + b[1]) / 2);
  const [x, y] = to(a);
  const [u, v] = to(b);
  return Math.hypot(u - x, v - y);
}

/**
 * One drawing of the rows. Corners within `SAME` metres of each other become one, and where a corner of one grid lies on another's
 * border, that border gets the corner too: only so do both move together.
 *
 * @returns the drawing, and how many corners had to be joined or added
 */
export function bordersOf(items: readonly GridItem[]): { borders: Borders; mended: number } {
  const corners: Position[] = [];
  const known = new Map<string, number>();
  const outlines = items.map(({ id, code, rings }) => ({
    id,
    code,
    rings: rings.map((ring) => withoutRepeats(opened(ring).map((position) => {
      const key = position.join();
      const present = known.get(key);
      if (present !== undefined) return present;
      known.set(key, corners.push([position[0], position[1]]) - 1);
      return corners.length - 1;
    }))),
  }));
  const joined = joinNear({ corners, outlines });
  const noded = addWhereTheyTouch(joined.borders);
  return { borders: noded.borders, mended: joined.mended + noded.mended };
}

/** The rows again, closed; what was not touched is what came in. */
export function itemsOf({ corners, outlines }: Borders): GridItem[] {
  return outlines.map(({ id, code, rings }) => ({ id, code, rings: rings.map((ring) => [...ring, ring[0]!].map((corner) => [...corners[corner]!] as Position)) }));
}

export function positionsOf({ corners }: Borders, ring: readonly number[]): Position[] {
  return ring.map((corner) => corners[corner]!);
}

/** The grids that have this corner. */
export function sharing({ outlines }: Borders, corner: number): Outline[] {
  return outlines.filter(({ rings }) => rings.some((ring) => ring.includes(corner)));
}

/** Twice-signed: positive when it runs counter-clockwise. In square metres. */
export function areaOf(ring: readonly Position[]): number {
  if (ring.length === 0) return 0;
  const [lon0, lat0] = ring[0]!;
  const scale = METRES * METRES * Math.cos((lat0 * Math.PI) / 180);
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = ring[i]!;
    const [c, d] = ring[(i + 1) % ring.length]!;
    sum += (a - lon0) * (d - lat0) - (c - lon0) * (b - lat0);
  }
  return (sum / 2) * scale;
}

/** What a grid covers, without its holes, in square metres. */
export function groundOf(borders: Borders, outline: Outline): number {
  return outline.rings.reduce((sum, ring, n) => sum + Math.abs(areaOf(positionsOf(borders, ring))) * (n === 0 ? 1 : -1), 0);
}

/** Every border between two corners, in the direction in which the ring runs. */
export function* edgesOf(ring: readonly number[]): Generator<[number, number]> {
  for (let i = 0; i < ring.length; i++) yield [ring[i]!, ring[(i + 1) % ring.length]!];
}

/** Grids that share a border with this one, by the number of borders they share. */
export function neighboursOf({ outlines }: Borders, own: Outline): Outline[] {
  const edges = new Set(own.rings.flatMap((ring) => [...edgesOf(ring)].map(([a, b]) => edgeKey(a, b))));
  return outlines.filter((other) => other.id !== own.id && other.rings.some((ring) => [...edgesOf(ring)].some(([a, b]) => edges.has(edgeKey(a, b)))));
}

export function edgeKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** No corner twice in a row, the first being after the last. */
export function withoutRepeats(ring: readonly number[]): number[] {
  return ring.filter((corner, i) => corner !== ring[(i + ring.length - 1) % ring.length]);
}

function opened(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

/** Boxes of a fixed size, so that what is near is found without looking at everything. */
class Boxes {
  private readonly boxes = new Map<string, number[]>();
  constructor(private readonly size: number) {}

  add(n: number, [lon, lat]: Position): void {
    const key = `${Math.floor(lon / this.size)},${Math.floor(lat / this.size)}`;
    const there = this.boxes.get(key);
    if (there) there.push(n);
    else this.boxes.set(key, [n]);
  }

  *within(west: number, south: number, east: number, north: number): Generator<number> {
    for (let x = Math.floor(west / this.size); x <= Math.floor(east / this.size); x++) {
      for (let y = Math.floor(south / this.size); y <= Math.floor(north / this.size); y++) yield* this.boxes.get(`${x},${y}`) ?? [];
    }
  }
}

/** Never two of one ring: a narrow place stays one. */
function joinNear({ corners, outlines }: Borders): { borders: Borders; mended: number } {
  const reach = SAME / METRES;
  const boxes = new Boxes(reach * 4);
  const ringsOf: Set<number>[] = corners.map(() => new Set());
  outlines.flatMap(({ rings }) => rings).forEach((ring, n) => ring.forEach((corner) => ringsOf[corner]!.add(n)));
  const instead = new Map<number, number>();
  corners.forEach((position, corner) => {
    const [lon, lat] = position;
    const wide = reach / Math.cos((lat * Math.PI) / 180);
    for (const other of boxes.within(lon - wide, lat - reach, lon + wide, lat + reach)) {
      if (metresBetween(corners[other]!, position) > SAME || [...ringsOf[corner]!].some((ring) => ringsOf[other]!.has(ring))) continue;
      ringsOf[corner]!.forEach((ring) => ringsOf[other]!.add(ring));
      instead.set(corner, other);
      return;
    }
    boxes.add(corner, position);
  });
  if (instead.size === 0) return { borders: { corners, outlines }, mended: 0 };
  const replaced = outlines.map((outline) => ({ ...outline, rings: outline.rings.map((ring) => ring.map((corner) => instead.get(corner) ?? corner)) }));
  return { borders: { corners, outlines: replaced }, mended: instead.size };
}

/** About a block of houses: an outline's borders are mostly shorter. */
const BLOCK = 0.0005;

function addWhereTheyTouch({ corners, outlines }: Borders): { borders: Borders; mended: number } {
  const boxes = new Boxes(BLOCK);
  const used = new Set(outlines.flatMap(({ rings }) => rings.flat()));
  used.forEach((corner) => boxes.add(corner, corners[corner]!));
  let mended = 0;
  const touched = outlines.map((outline) => ({
    ...outline,
    rings: outline.rings.map((ring) => {
      const own = new Set(ring);
      const more = [...edgesOf(ring)].map(([a, b]) => [a, ...onTheWay(corners, boxes, a, b).filter((corner) => !own.has(corner) && own.add(corner))]);
      const flatRing = more.flat();
      mended += flatRing.length - ring.length;
      return flatRing;
    }),
  }));
  return { borders: { corners, outlines: touched }, mended };
}

/** Corners that lie on the straight way from one to the other, in their order. */
function onTheWay(corners: readonly Position[], boxes: Boxes, from: number, to: number): number[] {
  const [a, b] = [corners[from]!, corners[to]!];
  const reach = (2 * SAME) / METRES;
  const found = new Map<number, number>();
  for (const corner of boxes.within(Math.min(a[0], b[0]) - reach, Math.min(a[1], b[1]) - reach, Math.max(a[0], b[0]) + reach, Math.max(a[1], b[1]) + reach)) {
    if (corner === from || corner === to) continue;
    const { share, away } = against(corners[corner]!, a, b);
    if (share > 0 && share < 1 && away <= SAME && metresBetween(corners[corner]!, a) > SAME && metresBetween(corners[corner]!, b) > SAME) found.set(corner, share);
  }
  return [...found].sort((one, other) => one[1] - other[1]).map(([corner]) => corner);
}

/** Where on the way from a to b the position lies (0 to 1 between them), and how many metres beside it. */
export function against(position: Position, a: Position, b: Position): { share: number; away: number; at: Position } {
  const to = flat((a[1] + b[1]) / 2);
  const [px, py] = to(position);
  const [ax, ay] = to(a);
  const [bx, by] = to(b);
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = length === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length;
  const within = Math.min(1, Math.max(0, share));
  const away = Math.hypot(px - ax - within * (bx - ax), py - ay - within * (by - ay));
  return { share, away, at: [a[0] + within * (b[0] - a[0]), a[1] + within * (b[1] - a[1])] };
}

/** Whether a position lies in a ring; on its border either way. */
export function inside([lon, lat]: Position, ring: readonly Position[]): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = ring[i]!;
    const [c, d] = ring[j]!;
    if (b > lat !== d > lat && lon < ((c - a) * (lat - b)) / (d - b) + a) within = !within;
  }
  return within;
}
