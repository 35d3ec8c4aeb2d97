import assert from 'node:assert/strict';
import { test } from 'vitest';
import { bounds, featureAt, pathOf, projection } from '../../src/earlier/place.js';

const square = (west, south, id) => ({
  id,
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] },
});
const FEATURES = [square(120, 30, 'a'), square(121, 30, 'b')];

test('a position is found in its grid, and outside every grid in none', () => {
  assert.equal(featureAt(FEATURES, [120.5, 30.5]).id, 'a');
  assert.equal(featureAt(FEATURES, [121.5, 30.5]).id, 'b');
  assert.equal(featureAt(FEATURES, [119, 30.5]), null);
});

test('a hole in a polygon is outside', () => {
  const ring = square(0, 0, 'x').geometry.coordinates[0];
  const hole = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]];
  const holed = { id: 'x', geometry: { type: 'Polygon', coordinates: [ring, hole] } };
  assert.equal(featureAt([holed], [0.5, 0.5]), null);
  assert.equal(featureAt([holed], [0.2, 0.2]).id, 'x');
});

test('a point drawn and read back is the same point', () => {
  const view = projection(bounds(FEATURES), 600);
  const [lon, lat] = view.toLonLat(view.toXY([120.123456, 30.654321]));
  assert.ok(Math.abs(lon - 120.123456) < 1e-6 && Math.abs(lat - 30.654321) < 1e-6);
});

test('north is up, and a path is closed', () => {
  const view = projection(bounds(FEATURES), 600);
  assert.ok(view.toXY([120, 31])[1] < view.toXY([120, 30])[1]);
  assert.match(pathOf(FEATURES[0], view.toXY), /^M[\d.,L-]+Z$/);
});
