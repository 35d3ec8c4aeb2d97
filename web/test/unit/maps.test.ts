import { readFileSync } from 'node:fs';
import { transform } from 'ol/proj';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../src/map/gcj';
import { veil } from '../../src/map/palette';
import { metresBetween, nearestPlace, placesOf, type BaseFeature } from '../../src/map/settings';

const ROOT = new URL('../../../', import.meta.url);
const demo = JSON.parse(readFileSync(new URL('gateway/src/main/resources/map/demo.geojson', ROOT), 'utf8')) as { features: BaseFeature[] };

describe('the base map of the demo', () => {
  test('has roads, a river, buildings and the forty places that the search of places knows', () => {
    const of = (layer: string) => demo.features.filter((feature) => feature.properties.layer === layer);
    expect(of('road').length).toBeGreaterThan(15);
    expect(of('water').map((feature) => feature.properties.nameZh)).toContain('望江');
    expect(of('building').length).toBeGreaterThan(300);
    const gazetteer = readFileSync(new URL('intake-service/src/main/resources/demo/places.csv', ROOT), 'utf8').trim().split('\n').slice(1)
      .map((line) => line.split(',')).map(([id, name, , , longitude, latitude]) => [id, name, Number(longitude), Number(latitude)]);
    expect(gazetteer).toHaveLength(40);
    expect(placesOf(demo.features).map(({ id, zh, position }) => [id, zh, ...position])).toEqual(gazetteer);
  });

  test('says everything in English too', () => {
    expect(demo.features.filter(({ properties }) => properties.nameZh && !properties.nameEn)).toEqual([]);
  });
});

test('a position is told by the nearest place, unless that is far', () => {
  const places = placesOf(demo.features);
  expect(nearestPlace(places, [120.1083, 30.2331])?.place.zh).toBe('江滨苑');
  expect(nearestPlace(places, [121, 31])).toBeNull();
  expect(nearestPlace([], [120.1, 30.2])).toBeNull();
  expect(metresBetween([120.1, 30.2], [120.1, 30.201])).toBe(111);
});

test('tiles in GCJ-02 are drawn some hundred metres off from where they say, and back again', () => {
  const there = transform([120.13, 30.22], 'EPSG:4326', 'EPSG:3857');
  const moved = transform(there, 'EPSG:3857', gcj02());
  expect(Math.hypot(moved[0]! - there[0]!, moved[1]! - there[1]!)).toBeGreaterThan(200);
  expect(Math.hypot(moved[0]! - there[0]!, moved[1]! - there[1]!)).toBeLessThan(1_200);
  const back = transform(moved, gcj02(), 'EPSG:3857');
  expect(Math.hypot(back[0]! - there[0]!, back[1]! - there[1]!)).toBeLessThan(2);
});

test('a veil takes the colour of the token, and leaves what it cannot read', () => {
  expect(veil('#17664a', 0.12)).toBe('rgba(23, 102, 74, 0.12)');
  expect(veil('green', 0.5)).toBe('green');
});
