import type { FeatureLike } from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import type BaseLayer from 'ol/layer/Base';
import TileLayer from 'ol/layer/Tile';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import XYZ from 'ol/source/XYZ';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style';
import type { Palette } from './palette';
import type { BaseFeature, MapSettings } from './settings';

/** Metres of ground behind a pixel, from which on something is shown: a street's name where streets have room for one. */
const SHOWN = { building: 9, lane: 12, roadName: 7, place: 9, placeName: 7 };
const ROAD_METRES: Record<string, number> = { trunk: 26, street: 16, lane: 9 };

export interface Look {
  palette: Palette;
  english: boolean;
  /** Of names, in rem. */
  text: number;
  /** A board that is read from afar: no houses, no lanes, and no names but the grids' own. */
  calm: boolean;
}

/** Tiles, where this deployment names some; those in GCJ-02 are drawn where they belong. */
export async function tileLayer(tiles: NonNullable<MapSettings['tiles']>): Promise<BaseLayer> {
  const projection = tiles.system === 'GCJ02' ? (await import('./gcj')).gcj02() : undefined;
  return new TileLayer({ source: new XYZ({ url: tiles.url, maxZoom: tiles.deepest, projection, wrapX: false }) });
}

/** Grounds below, roads above them, names on top of everything. `look` is asked at each drawing, so that it may change. */
export function baseLayers(features: BaseFeature[], look: () => Look): { below: BaseLayer[]; names: BaseLayer[] } {
  const read = new GeoJSON().readFeatures({ type: 'FeatureCollection', features }, { featureProjection: 'EPSG:3857' });
  const of = (...layers: string[]) => new VectorSource({ features: read.filter((feature) => layers.includes(feature.get('layer'))) });
  return {
    below: [
      new VectorLayer({ source: of('green', 'water', 'building'), style: (feature, resolution) => areaStyle(feature, resolution, look()) }),
      new VectorLayer({ source: of('road'), style: (feature, resolution) => roadStyle(feature, resolution, look()) }),
    ],
    names: [
      new VectorLayer({ source: of('green', 'water', 'road', 'place'), declutter: true, style: (feature, resolution) => nameStyle(feature, resolution, look()) }),
    ],
  };
}

function areaStyle(feature: FeatureLike, resolution: number, { palette, calm }: Look): Style | undefined {
  const layer = feature.get('layer') as 'green' | 'water' | 'building';
  if (layer === 'building' && (calm || resolution > SHOWN.building)) return undefined;
  return new Style({ fill: new Fill({ color: palette[layer] }), zIndex: { green: 0, water: 1, building: 2 }[layer] });
}

function roadStyle(feature: FeatureLike, resolution: number, { palette, calm }: Look): Style[] {
  const kind = String(feature.get('kind') ?? 'lane');
  if (kind === 'lane' && (calm || resolution > SHOWN.lane)) return [];
  const width = Math.max(kind === 'trunk' ? 3 : 1.5, (ROAD_METRES[kind] ?? ROAD_METRES.lane!) / resolution);
  const order = { trunk: 3, street: 2 }[kind] ?? 1;
  const line = { lineCap: 'round', lineJoin: 'round' } as const;
  return [
    new Style({ stroke: new Stroke({ ...line, color: palette.edge, width: width + 2 }), zIndex: 0 }),
    new Style({ stroke: new Stroke({ ...line, color: palette.road, width }), zIndex: order }),
  ];
}

function nameStyle(feature: FeatureLike, resolution: number, { palette, english, text, calm }: Look): Style | undefined {
  const layer = feature.get('layer') as string;
  const name = String((english && feature.get('nameEn')) || feature.get('nameZh') || '');
  if (!name || calm) return undefined;
  const place = layer === 'place';
  const great = layer === 'water' || feature.get('kind') === 'trunk';
  if (place && resolution > SHOWN.place) return undefined;
  if (layer === 'road' && !great && resolution > SHOWN.roadName) return undefined;
  const size = Math.round(palette.rem * text);
  return new Style({
    image: place ? new Circle({ radius: 3, fill: new Fill({ color: palette.name }) }) : undefined,
    text: place && resolution > SHOWN.placeName ? undefined : new Text({
      text: name,
      font: `${size}px ${palette.font}`,
      fill: new Fill({ color: layer === 'water' ? palette.waterName : palette.name }),
      stroke: new Stroke({ color: palette.land, width: 3 }),
      placement: layer === 'road' ? 'line' : 'point',
      textAlign: place ? 'start' : undefined,
      offsetX: place ? 7 : 0,
      overflow: false,
    }),
    zIndex: { water: 4, road: great ? 3 : 1, green: 2 }[layer] ?? 2,
  });
}
