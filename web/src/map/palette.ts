/** The colours and type of the page that a map stands in; a canvas knows no style sheet. */
export interface Palette {
  land: string; water: string; green: string; building: string; road: string; edge: string; name: string; waterName: string;
  ink: string; sheet: string; quiet: string; jade: string; wash: string; late: string;
  shades: string[]; onShade: string;
  font: string;
  /** CSS pixels of a rem. */
  rem: number;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string, other = '') => style.getPropertyValue(name).trim() || other;
  return {
    land: token('--map-land'), water: token('--map-water'), green: token('--map-green'), building: token('--map-building'),
    road: token('--map-road'), edge: token('--map-edge'), name: token('--map-name'), waterName: token('--map-water-name'),
    ink: token('--ink'), sheet: token('--sheet'), quiet: token('--quiet'), jade: token('--jade'), wash: token('--wash'), late: token('--late'),
    shades: [0, 1, 2, 3, 4].map((step) => token(`--shade-${step}`, token('--wash'))), onShade: token('--on-shade', token('--ink')),
    font: token('--sans', 'sans-serif'),
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  };
}

/** `#17664a` at 12 %: `rgb(23 102 74 / 0.12)`; what is no such colour stays as it is. */
export function veil(colour: string, share: number): string {
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  if (!digits) return colour;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${share})`;
}
