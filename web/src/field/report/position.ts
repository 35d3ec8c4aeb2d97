export type Fix = { position: [number, number]; accuracy: number };

/** Why there is no position: refused by the person or the phone's settings, or not found in time. */
export type NoFix = 'refused' | 'none';

export function whereAmI(timeout = 8_000): Promise<Fix | NoFix> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done('none');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ position: [round(coords.longitude), round(coords.latitude)], accuracy: Math.round(coords.accuracy) }),
      (failure) => done(failure.code === failure.PERMISSION_DENIED ? 'refused' : 'none'),
      { enableHighAccuracy: true, timeout, maximumAge: 30_000 },
    );
  });
}

/** Six digits are a tenth of a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
