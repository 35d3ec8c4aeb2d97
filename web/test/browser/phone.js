import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Generous, because a small machine starts six processes beside the browser. */
export const PATIENCE = Number(process.env.PATIENCE ?? 60_000);
export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' };
export const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export function chromiumPath() {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  assert.ok(existsSync(path), `No browser at ${path}: set CHROMIUM_PATH, or apt-get install chromium`);
  return path;
}

/** For what no page shows. */
export async function until(holds, what) {
  for (const end = Date.now() + PATIENCE; !(await holds()); await setTimeout(250)) assert.ok(Date.now() < end, `never: ${what}`);
}

/** Counts what a thumb does. */
export function thumb() {
  const counted = { taps: 0 };
  return {
    counted,
    async tap(locator) {
      counted.taps++;
      await locator.tap();
    },
  };
}

/** A picture of a camera's size, made by the browser itself. */
export async function picture(page, width = 1600, height = 1200) {
  const bytes = await page.evaluate(async ([w, h]) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w, h];
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 40; i++) {
      pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      pen.fillRect(Math.random() * w, Math.random() * h, w / 5, h / 5);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  return Buffer.from(bytes);
}

export const photoFile = (buffer, name = 'IMG_0001.jpg') => ({ name, mimeType: 'image/jpeg', buffer });
