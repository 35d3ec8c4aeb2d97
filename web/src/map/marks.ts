import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { Look } from './base';
import type { Position } from './ground';
import { veil } from './palette';

/** Ground with a name: a grid. */
export interface Area {
  id: string;
  name: string;
  rings: Position[][];
  own?: boolean;
  /** From none to the most: how much is open there. */
  shade?: 0 | 1 | 2 | 3 | 4;
  /** Something there is overdue. */
  hatched?: boolean;
}

/** Something at a place. `opens`: a tap on it leads somewhere. */
export interface Spot {
  id: string;
  kind: 'task' | 'mine' | 'here' | 'case' | 'place';
  position: Position;
  name?: string;
  opens?: boolean;
}

export function groundStyles(area: Area, { palette }: Look): Style[] {
  const shaded = area.shade !== undefined;
  const styles = [new Style({
    stroke: shaded ? new Stroke({ color: veil(palette.quiet, 0.6), width: 2 }) : new Stroke({ color: area.own ? palette.jade : palette.quiet, width: area.own ? 3 : 1.25, lineDash: area.own ? undefined : [6, 4] }),
    fill: new Fill({ color: shaded ? veil(palette.shades[area.shade!]!, 0.8) : veil(palette.jade, area.own ? 0.14 : 0.02) }),
    zIndex: area.own ? 1 : 0,
  })];
  const stripes = area.hatched ? hatch(palette.late) : null;
  if (stripes) styles.push(new Style({ fill: new Fill({ color: stripes }), zIndex: 2 }));
  return styles;
}

const hatches = new Map<string, CanvasPattern | null>();

/** Stripes beside the colour, as colour alone is not for everybody. Made once for each colour. */
function hatch(colour: string): CanvasPattern | null {
  if (!hatches.has(colour)) hatches.set(colour, drawnHatch(colour));
  return hatches.get(colour)!;
}

function drawnHatch(colour: string): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  const side = (canvas.width = canvas.height = 20);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.strokeStyle = veil(colour, 0.35);
  pen.lineWidth = 5;
  // Thrice, so that corners meet those of the next tile.
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - 2, side + 2);
    pen.lineTo(shift + side + 2, -2);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat');
}

/** Metres of ground behind a pixel: nearer than this one is in the middle of a grid, and its name only covers something. */
const WITHIN = 2.4;

export function groundName(area: Area, resolution: number, { palette, text }: Look): Style | undefined {
  if (resolution < WITHIN) return undefined;
  return new Style({
    text: new Text({
      text: area.name, font: `600 ${Math.round(palette.rem * text)}px ${palette.font}`, overflow: true,
      fill: new Fill({ color: palette.ink }), stroke: new Stroke({ color: palette.land, width: 4 }),
    }),
    zIndex: area.own ? 1 : 0,
  });
}

/** Shapes differ, not only their colours. */
export function spotStyles(spot: Spot, { palette, text }: Look): Style {
  const edge = (width: number, color = palette.sheet) => new Stroke({ color, width });
  const fill = (color: string) => new Fill({ color });
  const image = {
    task: () => new RegularShape({ points: 4, radius: 11, fill: fill(palette.jade), stroke: edge(2) }),
    mine: () => new Circle({ radius: 7, fill: fill(palette.quiet), stroke: edge(2) }),
    here: () => new Circle({ radius: 9, fill: fill(palette.sheet), stroke: edge(5, palette.jade) }),
    case: () => new RegularShape({ points: 3, radius: 13, rotation: Math.PI, fill: fill(palette.ink), stroke: edge(2) }),
    place: () => new Circle({ radius: 4, fill: fill(palette.name), stroke: edge(1) }),
  }[spot.kind]();
  return new Style({
    image,
    text: spot.name ? new Text({ text: spot.name, font: `${Math.round(palette.rem * text)}px ${palette.font}`, offsetY: -20, fill: fill(palette.ink), stroke: edge(3, palette.land) }) : undefined,
    zIndex: spot.kind === 'here' || spot.kind === 'case' ? 2 : 1,
  });
}
