/** Ground and grids: plain geometry on longitude and latitude, good enough for a district a few kilometres wide. */

/** [west, south, east, north] of all rings. */
export function bounds(features) {
  let box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const feature of features) {
    for (const [lon, lat] of ringsOf(feature).flat()) {
      box = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
    }
  }
  return box;
}

/** Longitude, latitude ↔ a drawing `width` wide; a degree of longitude is shorter than one of latitude. */
export function projection([west, south, east, north], width) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  return {
    width,
    height: (north - south) * scale,
    toXY: ([lon, lat]) => [(lon - west) * squeeze * scale, (north - lat) * scale],
    toLonLat: ([x, y]) => [round(west + x / (squeeze * scale)), round(north - y / scale)],
  };
}

/** Six digits are a tenth of a metre. */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

export function ringsOf(feature) {
  const geometry = feature.geometry ?? {};
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}

export function pathOf(feature, toXY) {
  return ringsOf(feature)
    .map((ring) => `M${ring.map((point) => toXY(point).map((n) => n.toFixed(1)).join(',')).join('L')}Z`)
    .join('');
}

/** The middle of the outer ring's box: where a label stands. */
export function middleOf(feature) {
  const [west, south, east, north] = bounds([feature]);
  return [(west + east) / 2, (south + north) / 2];
}

/** The feature that a position lies in, by even-odd crossing. */
export function featureAt(features, position) {
  return features.find((feature) => inside(ringsOf(feature), position)) ?? null;
}

function inside(rings, [x, y]) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}
