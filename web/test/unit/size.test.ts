import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { partsOf } from '../../build/parts.js';

const DIST = new URL('../../dist/', import.meta.url).pathname;

/** A grid worker's phone has a weak network; the map comes later, when it is opened. */
test.skipIf(!existsSync(`${DIST}parts.json`))('the field app opens with at most 250 KB, pressed, and brings its map later', () => {
  const { first, all } = partsOf(DIST, 'field/index.html');
  const pressed = ['field/index.html', ...first].reduce((sum, file) => sum + gzipSync(readFileSync(DIST + file)).length, 0);
  expect(pressed).toBeLessThan(250_000);
  expect(first.some((file) => /GridMap|GroundMap/.test(file))).toBe(false);
  expect(all.some((file) => /GridMap|GroundMap/.test(file))).toBe(true);
});

/** Somebody in the street opens it once, with whatever network there is. */
test.skipIf(!existsSync(`${DIST}parts.json`))('the residents\' page opens with at most 150 KB, pressed, and brings its map later', () => {
  const { first, all } = partsOf(DIST, 'public.html');
  const pressed = ['public.html', ...first].reduce((sum, file) => sum + gzipSync(readFileSync(DIST + file)).length, 0);
  expect(pressed).toBeLessThan(150_000);
  expect(first.some((file) => file.includes('GroundMap'))).toBe(false);
  expect(all.some((file) => file.includes('GroundMap'))).toBe(true);
});
