import gcoord from 'gcoord';
import { addCoordinateTransforms, addProjection, fromLonLat, get, toLonLat } from 'ol/proj';
import Projection from 'ol/proj/Projection';

const CODE = 'GCJ02:3857';

/**
 * GCJ-02 in Mercator, the system of 高德's and 腾讯's tiles: some hundred metres beside WGS-84, by a different step at each place.
 * A map draws such tiles moved back to where they belong.
 */
export function gcj02(): Projection {
  const known = get(CODE);
  if (known) return known;
  const mercator = get('EPSG:3857')!;
  const projection = new Projection({ code: CODE, extent: mercator.getExtent(), units: 'm' });
  addProjection(projection);
  addCoordinateTransforms(
    mercator, projection,
    (point) => fromLonLat(gcoord.transform(toLonLat(point) as [number, number], gcoord.WGS84, gcoord.GCJ02)),
    (point) => fromLonLat(gcoord.transform(toLonLat(point) as [number, number], gcoord.GCJ02, gcoord.WGS84)),
  );
  return projection;
}
